// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.OWL2;
import org.diastem.export.ModuleDocuments;
import org.diastem.export.OntologyForm;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;
import org.diastem.vocab.Namespaces;

/**
 * The ontology at its own IRI's path and at that of its version, and its modules at theirs, without a redirect: for OWL
 * tools the documents of the release, for people a page.
 */
final class OntologyRoute implements Route {
    private static final Pattern COVERED =
            Pattern.compile("(/release/[^/]+)?/(ontology(\\.[a-z]+)?|module/.+)|/ontology/");
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

        boolean offers(String format) {
            return format.equals(PAGE) || formats().stream().anyMatch(offer -> offer.suffix().equals(format));
        }

        /** The path of its Turtle in the release. */
        String turtle() {
            return module.map(ModuleDocuments::path).orElse(OntologyForm.TTL.path());
        }

        /** The IRI of what the path asks for: that of the version if it is one. */
        String cited() {
            return Namespaces.BASE + path;
        }

        /** Its own IRI, not that of its version. */
        String iri() {
            return module.map(name -> Namespaces.MODULE + name).orElse(Namespaces.ONTOLOGY);
        }
    }

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Desk desk;
    private final PerRelease<Known> known;
    private final Missing missing;
    /** What was made or verified once, by the name of the file. */
    private final PerRelease<Map<String, byte[]>> documents = new PerRelease<>(loaded -> new ConcurrentHashMap<>());
    /** What the pages show, by their path and language. */
    private final PerRelease<Map<String, OntologyView>> views = new PerRelease<>(loaded -> new ConcurrentHashMap<>());

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param desk takes the work
     */
    OntologyRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            Desk desk,
            PerRelease<Known> known) {
        this.live = live;
        this.site = site;
        this.desk = desk;
        this.known = known;
        this.missing = new Missing(site);
    }

    @Override
    public boolean covers(String path) {
        return COVERED.matcher(path).matches();
    }

    @Override
    public void answer(Exchange exchange) {
        LiveRelease.Loaded loaded = live.now();
        exchange.setHeader(Exchange.RELEASE_HEADER, loaded.release().name());
        String typed = exchange.path().substring(1);
        Optional<Asked> asked = asked(typed, loaded);
        if (asked.isEmpty()) {
            missing.answer(exchange, typed, known.of(loaded).names(), loaded);
            return;
        }
        exchange.requireReading();
        answer(exchange, loaded, asked.get());
    }

    /** Empty if there is no such version, module or format. */
    private static Optional<Asked> asked(String path, LiveRelease.Loaded loaded) {
        String version = loaded.release().manifest().version();
        String thing = path;
        boolean isVersion = path.startsWith(VERSIONS);
        if (isVersion) {
            String wanted = path.substring(VERSIONS.length(), path.indexOf('/', VERSIONS.length()));
            if (!wanted.equals(version)) {
                return Optional.empty();
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
        boolean known = (module.isPresent() || bare.equals(CORE))
                && loaded.release().manifest().documents().containsKey(asked.turtle());
        return known && asked.suffix().map(asked::offers).orElse(true) ? Optional.of(asked) : Optional.empty();
    }

    private void answer(Exchange exchange, LiveRelease.Loaded loaded, Asked asked) {
        Optional<String> named =
                asked.suffix().or(() -> exchange.parameters().single("format").map(OntologyFormat::ofSuffix));
        String here = site.apply(exchange);
        String address = here + '/' + asked.path();
        new Links()
                .citedAs(asked.cited())
                .forms(address, asked.formats())
                .typed(List.of(OWL2.Ontology.getURI()))
                .addTo(exchange);
        if (named.map(PAGE::equals).orElseGet(() -> OutputFormat.prefersPage(exchange, asked.formats()))) {
            answerPage(exchange, loaded, asked, here);
            return;
        }
        OntologyFormat format = OutputFormat.choose(exchange, named, asked.formats(), "the ontology");
        exchange.setHeader("Content-Location", address + '.' + format.suffix());
        if (exchange.isKnown(loaded.release().name(), address + '.' + format.suffix())) {
            return;
        }
        desk.take(
                exchange,
                budget -> exchange.send(new Answer(200, format.contentType(), bytes(loaded, asked, format))));
    }

    private void answerPage(Exchange exchange, LiveRelease.Loaded loaded, Asked asked, String here) {
        Page page = Page.of(exchange, here, loaded.release().name());
        Templates.addHeaders(exchange, page);
        exchange.setHeader("Content-Location", here + '/' + asked.path() + ".html?lang=" + page.language());
        if (exchange.isKnown(loaded.release().name(), page.asked())) {
            return;
        }
        desk.take(exchange, budget -> {
            OntologyView view = views.of(loaded)
                    .computeIfAbsent(asked.path() + ' ' + page.language(), unused -> view(loaded, asked, page, budget));
            exchange.send(Templates.fill(200, "ontology.jte", page, view));
        });
    }

    private OntologyView view(LiveRelease.Loaded loaded, Asked asked, Page page, Budget budget) {
        Graph graph = SteadyGraph.of(document(loaded, asked.turtle()));
        return OntologyView.of(
                new Look(graph, known.of(loaded), page, budget),
                asked.iri(),
                '/' + asked.path(),
                asked.formats(),
                loaded.release().manifest().documents().keySet());
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
                .computeIfAbsent(
                        asked.turtle() + '.' + format.suffix(),
                        unused -> written(SteadyGraph.of(turtle), format.rdf().orElseThrow()));
    }

    /** Verified when it is first read. */
    private byte[] document(LiveRelease.Loaded loaded, String path) {
        return documents.of(loaded).computeIfAbsent(path, loaded.release()::document);
    }

    private static byte[] written(Graph graph, RDFFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(format).output(out);
        return out.toByteArray();
    }
}
