// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.diastem.server.http.Accept;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Refusal;
import org.diastem.server.sparql.OutputFormat;

/**
 * The formats that a request would like its answer in, whatever the answer turns out to be.
 *
 * @param named by the request itself, which counts more than what the client accepts
 */
record Formats(Accept accept, Optional<String> named) {
    private static final List<OutputFormat.OfRows> ROWS = List.of(OutputFormat.OfRows.values());
    private static final List<OutputFormat.OfRows> TRUTH = List.of(OutputFormat.OfRows.JSON, OutputFormat.OfRows.XML);
    private static final List<OutputFormat.OfGraph> GRAPH = List.of(OutputFormat.OfGraph.values());

    static Formats of(Exchange exchange, QueryRequest request) {
        return new Formats(exchange.accept(), request.format());
    }

    /** @throws Refusal 400 or 406 if there is none for the answer of that query */
    OutputFormat of(Query query) {
        return query.isSelectType() ? ofRows() : query.isAskType() ? ofTruth() : ofGraph();
    }

    private OutputFormat ofRows() {
        return OutputFormat.choose(accept, named, ROWS, "the result of a SELECT");
    }

    private OutputFormat ofTruth() {
        return OutputFormat.choose(accept, named, TRUTH, "the result of an ASK");
    }

    private OutputFormat ofGraph() {
        return OutputFormat.choose(accept, named, GRAPH, "a graph");
    }

    /** The format for each type of query, SELECT, ASK and the others, where there is one. */
    List<Optional<OutputFormat>> each() {
        return List.of(chosen(this::ofRows), chosen(this::ofTruth), chosen(this::ofGraph));
    }

    private static Optional<OutputFormat> chosen(Supplier<OutputFormat> choice) {
        try {
            return Optional.of(choice.get());
        } catch (Refusal e) {
            return Optional.empty();
        }
    }
}
