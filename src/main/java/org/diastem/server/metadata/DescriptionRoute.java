// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.metadata;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.sparql.graph.GraphFactory;
import org.diastem.export.Dump;
import org.diastem.export.DumpFacts;
import org.diastem.rdf.IriMinter;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.GraphText;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.LiveRelease;
import org.diastem.store.Release;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * The service description at the endpoint's own address, the same as VoID at {@code /.well-known/void}, and the example
 * queries at {@code /.well-known/sparql-examples}.
 */
public final class DescriptionRoute implements Route {
    private static final String VOID = "/.well-known/void";
    private static final String EXAMPLES = "/.well-known/sparql-examples";

    /** The first who asks for VoID after a new release waits until the dumps were measured. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Measures dumps of a release, which takes seconds when it is first done. */
    public interface Dumps {
        Map<Dump, DumpFacts> facts(Release release, List<Dump> dumps);
    }

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final ServiceDescription description;
    private final Desk desk;
    private final Dumps dumps;

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param services endpoints that a query may call
     * @param desk takes the work
     */
    public DescriptionRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            Limits limits,
            WorkLimits work,
            List<String> services,
            Desk desk,
            Dumps dumps) {
        this.live = live;
        this.site = site;
        this.description = new ServiceDescription(limits, work, services);
        this.desk = desk.withTime(PATIENCE);
        this.dumps = dumps;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(VOID) || path.equals(EXAMPLES);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        LiveRelease.Loaded loaded = live.now();
        String address = site.apply(exchange);
        boolean examples = exchange.path().equals(EXAMPLES);
        List<OutputFormat.OfGraph> offers = List.of(OutputFormat.OfGraph.values());
        Optional<String> named = exchange.parameters().single("format");
        String release = loaded.release().name();
        exchange.setHeader(Exchange.RELEASE_HEADER, release);
        exchange.setHeader(
                "Link",
                "<" + ServiceDescription.LICENSE + ">; rel=\"license\", <" + address
                        + "/.well-known/void>; rel=\"describedby\", <" + address + "/dump/>; rel=\"related\", <"
                        + IriMinter.release(release).getURI() + ">; rel=\"cite-as\"");
        if (named.isEmpty() && !examples && OutputFormat.prefersPage(exchange, offers)) {
            Page page = Page.of(exchange, address, release);
            Templates.addHeaders(exchange, page);
            if (!exchange.isKnown(release, page.asked())) {
                EndpointView view = EndpointView.of(description, loaded.release(), page);
                exchange.send(Templates.fill(200, "endpoint.jte", page, view));
            }
            return;
        }
        OutputFormat.OfGraph format = OutputFormat.choose(exchange, named, offers, "a description");
        if (exchange.isKnown(release, address + '\n' + exchange.path() + format.suffix())) {
            return;
        }
        if (exchange.path().equals(VOID)) {
            desk.take(exchange, budget -> {
                Map<Dump, DumpFacts> facts = dumps.facts(loaded.release(), Dump.wholes());
                send(exchange, description.whole(address, loaded, facts), format);
            });
        } else {
            send(exchange, examples ? examples(loaded) : description.at(address, loaded), format);
        }
    }

    private static void send(Exchange exchange, Graph told, OutputFormat.OfGraph format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GraphText.write(told, Namespaces.all(), format, out);
        exchange.send(new Answer(200, format.contentType(), out.toByteArray()));
    }

    private static Graph examples(LiveRelease.Loaded loaded) {
        Graph graph = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(graph, loaded.dataset().getGraph(GraphName.EXAMPLES.node()));
        return graph;
    }
}
