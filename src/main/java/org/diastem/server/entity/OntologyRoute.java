// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.diastem.export.ModuleDocuments;
import org.diastem.export.OntologyForm;
import org.diastem.problem.Nearest;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Html;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.server.sparql.Workshop;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;
import org.diastem.vocab.Namespaces;

/**
 * The ontology at its own IRI's path and at that of its version, and its modules at theirs, without a redirect: for OWL
 * tools the documents of the release, for people a page.
 */
public final class OntologyRoute implements Route {
    private static final String PAGE = "html";
    private static final String CORE = "ontology";
    private static final String MODULE = "module/";
    private static final String VERSIONS = "release/";

    /**
     * What a path asks for.
     *
     * @param path behind the base namespace, without a suffix
     * @param version whether it is the path of a version
     * @param module empty for the core
     */
    private record Asked(String path, boolean version, Optional<String> module, Optional<String> suffix) {
        List<OntologyFormat> formats() {
            return module.isPresent() ? OntologyFormat.ofModules() : List.of(OntologyFormat.values());
        }

        /** The path of its Turtle in the release. */
        String turtle() {
            return module.map(ModuleDocuments::path).orElse(OntologyForm.TTL.path());
        }

        /** Its own IRI, not that of its version. */
        String iri() {
            return module.map(name -> Namespaces.MODULE + name).orElse(Namespaces.ONTOLOGY);
        }
    }

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Limits limits;
    private final Workshop workshop;
    private final Function<Exchange, String> client;
    private final PerRelease<Names> names = new PerRelease<>(loaded -> new Names(loaded.dataset()));
    /** What was made or verified once, by the name of the file. */
    private final PerRelease<Map<String, byte[]>> documents = new PerRelease<>(loaded -> new ConcurrentHashMap<>());

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param client tells whose request it is
     */
    public OntologyRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            Limits limits,
            Workshop workshop,
            Function<Exchange, String> client) {
        this.live = live;
        this.site = site;
        this.limits = limits;
        this.workshop = workshop;
        this.client = client;
    }

    @Override
    public boolean covers(String path) {
        return path.matches("/ontology/?|/ontology\\.[a-z]+|/module/.+|/release/[^/]+/(ontology(\\.[a-z]+)?|module/.+)");
    }

    @Override
    public void answer(Exchange exchange) {
        LiveRelease.Loaded loaded = live.now();
        exchange.setHeader(Exchange.RELEASE_HEADER, loaded.release().name());
        exchange.requireReading();
        answer(exchange, loaded, asked(exchange.path().substring(1), loaded));
    }

    /** @throws Refusal 404 if there is no such version or module */
    private static Asked asked(String path, LiveRelease.Loaded loaded) {
        String version = loaded.release().manifest().version();
        String thing = path;
        boolean isVersion = path.startsWith(VERSIONS);
        if (isVersion) {
            String wanted = path.substring(VERSIONS.length(), path.indexOf('/', VERSIONS.length()));
            if (!wanted.equals(version)) {
                throw Refusal.of(404, "This server holds version " + version + " of the ontology only.");
            }
            thing = path.substring(VERSIONS.length() + wanted.length() + 1);
        }
        String prefix = path.substring(0, path.length() - thing.length());
        int dot = thing.lastIndexOf('.');
        Optional<String> suffix = dot < 0 ? Optional.empty() : Optional.of(thing.substring(dot + 1));
        // The namespace of the terms is the ontology with a slash behind it.
        String bare = (dot < 0 ? thing : thing.substring(0, dot)).replaceFirst("/$", "");
        Optional<String> module =
                bare.startsWith(MODULE) ? Optional.of(bare.substring(MODULE.length())) : Optional.empty();
        Asked asked = new Asked(prefix + bare, isVersion, module, suffix.map(OntologyFormat::ofSuffix));
        boolean known = module.isPresent() || bare.equals(CORE);
        if (!known || !loaded.release().manifest().documents().containsKey(asked.turtle())) {
            throw missing(module.orElse(bare), loaded);
        }
        return asked;
    }

    private static Refusal missing(String module, LiveRelease.Loaded loaded) {
        List<String> modules = loaded.release().manifest().documents().keySet().stream()
                .filter(path -> path.startsWith(MODULE))
                .map(path -> path.substring(MODULE.length()).replaceFirst("\\.ttl$", ""))
                .toList();
        return Refusal.of(
                404,
                "The ontology has no such module. "
                        + Nearest.of(module, modules)
                                .map(name -> "Did you mean /module/" + name + "?")
                                .orElse("Modules: " + String.join(", ", modules) + "."));
    }

    private void answer(Exchange exchange, LiveRelease.Loaded loaded, Asked asked) {
        Optional<String> named =
                asked.suffix().or(() -> exchange.parameters().single("format").map(OntologyFormat::ofSuffix));
        String here = site.apply(exchange);
        String address = here + '/' + asked.path();
        new Links().citedAs(asked.iri()).forms(address, asked.formats()).addTo(exchange);
        if (named.map(PAGE::equals).orElseGet(() -> OutputFormat.prefersPage(exchange, asked.formats()))) {
            answerPage(exchange, loaded, asked, here);
            return;
        }
        OntologyFormat format = OutputFormat.choose(exchange, named, asked.formats(), "the ontology");
        exchange.setHeader("Content-Location", address + '.' + format.suffix());
        if (exchange.isKnown(loaded.release().name(), address + '.' + format.suffix())) {
            return;
        }
        workshop.take(
                exchange,
                client.apply(exchange),
                new Budget(limits),
                () -> exchange.send(new Answer(200, format.contentType(), bytes(loaded, asked, format))));
    }

    private void answerPage(Exchange exchange, LiveRelease.Loaded loaded, Asked asked, String here) {
        String language = exchange.language();
        boolean keepsLanguage = exchange.parameters().has("lang");
        exchange.setHeader("Content-Location", here + '/' + asked.path() + ".html?lang=" + language);
        exchange.setHeader("Content-Language", language);
        exchange.setHeader("Content-Security-Policy", Html.POLICY);
        if (exchange.isKnown(loaded.release().name(), here + '/' + asked.path() + '.' + PAGE + '-' + language + '-' + keepsLanguage)) {
            return;
        }
        workshop.take(exchange, client.apply(exchange), new Budget(limits), () -> {
            Graph graph = graph(document(loaded, asked.turtle()));
            OntologyPage page =
                    new OntologyPage(graph, asked.iri(), names.of(loaded), language, here, keepsLanguage);
            exchange.send(page.page(here + '/' + asked.path(), asked.formats(), loaded.release().manifest().documents().keySet()));
        });
    }

    private byte[] bytes(LiveRelease.Loaded loaded, Asked asked, OntologyFormat format) {
        if (asked.module().isEmpty() && format.form().isPresent()) {
            return document(loaded, format.form().get().path());
        }
        byte[] turtle = document(loaded, asked.turtle());
        if (format == OntologyFormat.TURTLE) {
            return turtle;
        }
        return documents.of(loaded)
                .computeIfAbsent(asked.turtle() + '.' + format.suffix(), unused -> written(graph(turtle), format.rdf().orElseThrow()));
    }

    /** Verified when it is first read. */
    private byte[] document(LiveRelease.Loaded loaded, String path) {
        return documents.of(loaded).computeIfAbsent(path, loaded.release()::document);
    }

    private static Graph graph(byte[] turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(turtle)).lang(Lang.TURTLE).parse(graph);
        return graph;
    }

    private static byte[] written(Graph graph, RDFFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(format).output(out);
        return out.toByteArray();
    }
}
