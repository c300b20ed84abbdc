// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.FrontDoor;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.AnswerStream;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.DataView;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.server.sparql.QueryGate;
import org.diastem.server.sparql.QueryRun;
import org.diastem.server.sparql.ServicePolicy;

/** The SPARQL endpoint: the query half of the SPARQL 1.1 Protocol at {@code /sparql}, and nothing that could write. */
public final class QueryRoute implements Route {
    /** The endpoint's path. */
    public static final String PATH = "/sparql";

    private static final String METHODS = "GET, HEAD, POST, OPTIONS";

    private final Supplier<DataView> data;
    private final QueryGate gate;
    private final ServicePolicy services;
    private final int longestBody;
    private final Desk desk;
    private final Route description;

    /**
     * @param services that a query may call, as the gate knows them
     * @param longestBody in bytes
     * @param desk takes the work
     * @param description answers a GET without a query
     */
    public QueryRoute(
            Supplier<DataView> data,
            QueryGate gate,
            ServicePolicy services,
            int longestBody,
            Desk desk,
            Route description) {
        this.data = data;
        this.gate = gate;
        this.services = services;
        this.longestBody = longestBody;
        this.desk = desk;
        this.description = description;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH) || path.startsWith(PATH + ".") && suffix(path).isPresent();
    }

    /** The format at the end of the path, as in {@code /sparql.csv}. */
    private static Optional<String> suffix(String path) {
        if (path.length() <= PATH.length() + 1) {
            return Optional.empty();
        }
        String suffix = path.substring(PATH.length() + 1);
        List<OutputFormat> all = new ArrayList<>(List.of(OutputFormat.OfRows.values()));
        all.addAll(List.of(OutputFormat.OfGraph.values()));
        return all.stream().map(OutputFormat::suffix).filter(suffix::equals).findFirst();
    }

    @Override
    public void answer(Exchange exchange) {
        Optional<String> suffix = suffix(exchange.path());
        switch (exchange.method()) {
            case "GET", "HEAD" -> {
                Parameters parameters = exchange.parameters();
                if (parameters.has("query") || parameters.has("update")) {
                    start(exchange, QueryRequest.of(parameters, suffix));
                } else {
                    description.answer(exchange);
                }
            }
            case "POST" -> {
                exchange.body(longestBody)
                        .whenComplete((body, failure) -> FrontDoor.guard(
                                exchange, failure, () -> start(exchange, QueryRequest.ofBody(exchange, body, suffix))));
            }
            case "OPTIONS" -> {
                exchange.setHeader("Allow", METHODS);
                exchange.sendNothing(204);
            }
            default -> throw Refusal.method(exchange.method(), METHODS);
        }
    }

    private void start(Exchange exchange, QueryRequest request) {
        desk.take(exchange, budget -> run(exchange, request, budget));
    }

    private void run(Exchange exchange, QueryRequest request, Budget budget) throws IOException {
        QueryGate.Admitted admitted = gate.read(request.query(), request.defaultGraphs(), request.namedGraphs());
        Query query = admitted.query();
        OutputFormat format = format(exchange, request, query);
        DataView view = data.get();
        view.release().ifPresent(release -> exchange.setHeader(Exchange.RELEASE_HEADER, release));
        if (view.release().isPresent() && admitted.repeatable()) {
            if (exchange.isKnown(view.release().get(), asked(request, format))) {
                return;
            }
        } else {
            exchange.forbidCaching();
            exchange.setHeader("Vary", "Accept, Accept-Encoding");
        }
        AnswerStream out = new AnswerStream(exchange, format.contentType(), budget);
        try (QueryRun run = new QueryRun(query, view, budget, services)) {
            new QueryAnswer(query, run, budget).write(format, out);
        }
        out.finish();
    }

    private static OutputFormat format(Exchange exchange, QueryRequest request, Query query) {
        if (query.isSelectType()) {
            return OutputFormat.choose(
                    exchange, request.format(), List.of(OutputFormat.OfRows.values()), "the result of a SELECT");
        }
        if (query.isAskType()) {
            return OutputFormat.choose(
                    exchange,
                    request.format(),
                    List.of(OutputFormat.OfRows.JSON, OutputFormat.OfRows.XML),
                    "the result of an ASK");
        }
        return OutputFormat.choose(exchange, request.format(), List.of(OutputFormat.OfGraph.values()), "a graph");
    }

    /** The same for the same question in the same format, on whatever machine. */
    private static String asked(QueryRequest request, OutputFormat format) {
        return String.join(
                "\n",
                format.suffix(),
                request.defaultGraphs().stream().sorted().toList().toString(),
                request.namedGraphs().stream().sorted().toList().toString(),
                request.query());
    }
}
