// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.diastem.export.DumpFormat;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Description;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.GraphText;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.server.sparql.WatchedDataset;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;
import org.diastem.store.SortedTurtle;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * Whatever has an IRI of ours and a triple answers at the same path of the server, directly and without a redirect: as
 * a page or as data by {@code Accept}, by the end of the path, or by {@code format=}. The last of all routes: what does
 * not exist is answered with what was probably meant.
 */
final class EntityRoute implements Route {
    static final List<OutputFormat.OfGraph> FORMATS = List.of(
            OutputFormat.OfGraph.TURTLE,
            OutputFormat.OfGraph.JSON_LD,
            OutputFormat.OfGraph.RDF_XML,
            OutputFormat.OfGraph.N_TRIPLES);

    private static final String PAGE = "html";
    private static final int MOST_TYPES = 10;
    private static final Map<OutputFormat.OfGraph, DumpFormat> DUMPS = Map.of(
            OutputFormat.OfGraph.TURTLE, DumpFormat.TURTLE,
            OutputFormat.OfGraph.JSON_LD, DumpFormat.JSONLD,
            OutputFormat.OfGraph.RDF_XML, DumpFormat.RDFXML,
            OutputFormat.OfGraph.N_TRIPLES, DumpFormat.NTRIPLES);

    /** A thing, and the form that the end of the path asks for. */
    private record Asked(String path, Optional<String> suffix) {}

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Desk desk;
    private final PerRelease<Known> known;
    private final EntityRoutes.WholeGraph graphs;
    private final Missing missing;

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param desk takes the work
     */
    EntityRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            Desk desk,
            PerRelease<Known> known,
            EntityRoutes.WholeGraph graphs) {
        this.live = live;
        this.site = site;
        this.desk = desk;
        this.known = known;
        this.graphs = graphs;
        this.missing = new Missing(site);
    }

    @Override
    public boolean covers(String path) {
        return !path.startsWith("/$/");
    }

    @Override
    public void answer(Exchange exchange) {
        LiveRelease.Loaded loaded = live.now();
        Known now = known.of(loaded);
        exchange.setHeader(Exchange.RELEASE_HEADER, loaded.release().name());
        String typed = exchange.path().substring(1);
        Optional<Asked> asked = asked(typed, now.names());
        if (asked.isEmpty()) {
            missing.answer(exchange, typed, now.names(), loaded);
            return;
        }
        exchange.requireReading();
        answer(exchange, loaded, now, asked.get());
    }

    /** A name may hold a dot itself, so the whole path is tried before its end is taken for a format. */
    private static Optional<Asked> asked(String typed, Names known) {
        if (known.has(typed)) {
            return Optional.of(new Asked(typed, Optional.empty()));
        }
        int dot = typed.lastIndexOf('.');
        if (dot < 0 || !known.has(typed.substring(0, dot))) {
            return Optional.empty();
        }
        String suffix = typed.substring(dot + 1);
        boolean offered = suffix.equals(PAGE) || FORMATS.stream().anyMatch(format -> format.suffix().equals(suffix));
        return offered ? Optional.of(new Asked(typed.substring(0, dot), Optional.of(suffix))) : Optional.empty();
    }

    private void answer(Exchange exchange, LiveRelease.Loaded loaded, Known now, Asked asked) {
        Optional<String> named = asked.suffix().or(() -> exchange.parameters().single("format"));
        boolean page = named.map(PAGE::equals).orElseGet(() -> OutputFormat.prefersPage(exchange, FORMATS));
        String address = site.apply(exchange) + '/' + asked.path();
        Node thing = NodeFactory.createURI(Namespaces.BASE + asked.path());
        new Links()
                .citedAs(thing.getURI())
                .forms(address, FORMATS)
                .typed(types(loaded, thing))
                .addTo(exchange);
        if (page) {
            answerPage(exchange, loaded, now, asked.path());
            return;
        }
        OutputFormat.OfGraph format = OutputFormat.choose(exchange, named, FORMATS, "the data of a thing");
        exchange.setHeader("Content-Location", address + '.' + format.suffix());
        if (exchange.isKnown(loaded.release().name(), address + '.' + format.suffix())) {
            return;
        }
        Optional<GraphName> graph = asked.path().startsWith("graph/")
                ? GraphName.ofKey(asked.path().substring("graph/".length()))
                : Optional.empty();
        if (graph.isPresent()) {
            graphs.send(exchange, loaded, graph.get(), DUMPS.get(format));
            return;
        }
        desk.take(exchange, budget -> {
            Graph told = Description.of(thing, loaded.dataset(), budget);
            exchange.send(new Answer(200, format.contentType(), text(told, format)));
        });
    }

    private void answerPage(Exchange exchange, LiveRelease.Loaded loaded, Known known, String path) {
        Page page = Page.of(exchange, site.apply(exchange), loaded.release().name());
        Templates.addHeaders(exchange, page);
        exchange.setHeader("Content-Location", page.site() + '/' + path + ".html?lang=" + page.language());
        if (exchange.isKnown(loaded.release().name(), page.asked())) {
            return;
        }
        desk.take(exchange, budget -> {
            DatasetGraph watched = new WatchedDataset(loaded.dataset(), budget);
            Look look = new Look(watched.getDefaultGraph(), known, page, budget);
            exchange.send(new ThingPages(look, watched, path).answer());
        });
    }

    private static byte[] text(Graph told, OutputFormat.OfGraph format) {
        byte[] turtle = SortedTurtle.of(told).getBytes(StandardCharsets.UTF_8);
        if (format == OutputFormat.OfGraph.TURTLE) {
            return turtle;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GraphText.write(SteadyGraph.of(turtle), Namespaces.all(), format, out);
        return out.toByteArray();
    }

    private static List<String> types(LiveRelease.Loaded loaded, Node thing) {
        return loaded.dataset()
                .getDefaultGraph()
                .find(thing, RDF.type.asNode(), Node.ANY)
                .filterKeep(triple -> triple.getObject().isURI())
                .mapWith(triple -> triple.getObject().getURI())
                .toList()
                .stream()
                .sorted()
                .limit(MOST_TYPES)
                .toList();
    }
}
