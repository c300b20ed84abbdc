// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.FrontDoor;
import org.diastem.server.http.KeptBody;
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

    /** How often a request waits for another one before it is worked on by itself. */
    private static final int PATIENCE = 2;

    /**
     * What is asked, before it is known what the query asks for.
     *
     * @param formats for each type of query
     * @param isNamed whether the request names its format: it is refused with another status then
     */
    private record Wish(
            String release, QueryRequest question, List<Optional<OutputFormat>> formats, boolean isNamed) {}

    private final Supplier<DataView> data;
    private final QueryGate gate;
    private final ServicePolicy services;
    private final int longestBody;
    private final Desk desk;
    private final Route description;
    private final KeptAnswers answers;

    /**
     * @param services that a query may call, as the gate knows them
     * @param longestBody in bytes
     * @param desk takes the work
     * @param description answers a GET without a query
     * @param keptBytes of answers that are kept for those who ask again; 0 keeps none
     */
    public QueryRoute(
            Supplier<DataView> data,
            QueryGate gate,
            ServicePolicy services,
            int longestBody,
            Desk desk,
            Route description,
            long keptBytes) {
        this.data = data;
        this.gate = gate;
        this.services = services;
        this.longestBody = longestBody;
        this.desk = desk;
        this.description = description;
        this.answers = new KeptAnswers(keptBytes);
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
        start(exchange, request, PATIENCE);
    }

    /** @param patience how often it may still wait for another request that asks the same */
    private void start(Exchange exchange, QueryRequest request, int patience) {
        DataView view = data.get();
        Optional<QueryGate.Admitted> known =
                gate.known(request.query(), request.defaultGraphs(), request.namedGraphs());
        if (!answers.keeps()
                || wantsFresh(exchange)
                || view.release().isEmpty()
                || known.isPresent() && !known.get().repeatable()) {
            desk.take(exchange, budget -> run(exchange, request, budget, Optional.empty()));
            return;
        }
        String release = view.release().get();
        Formats formats = Formats.of(exchange, request);
        QueryRequest question = request.withoutFormat();
        boolean isTooLong = false;
        if (known.isPresent()) {
            KeptAnswers.Key key = new KeptAnswers.Key(release, question, formats.of(known.get().query()));
            Optional<KeptBody> found = answers.find(key);
            if (found.isPresent()) {
                answers.send(key, found.get(), exchange);
                return;
            }
            isTooLong = answers.isTooLong(key);
        }
        List<Optional<OutputFormat>> wanted = formats.each();
        if (clientHas(exchange, release, question, wanted)) {
            return;
        }
        if (patience == 0 || isTooLong) {
            desk.take(exchange, budget -> run(exchange, request, budget, Optional.empty()));
            return;
        }
        Wish wish = new Wish(release, question, wanted, request.format().isPresent());
        exchange.allowSilence();
        Optional<Filling> filling = answers.begin(wish, waiting(exchange, request, patience - 1));
        if (filling.isPresent()) {
            fill(exchange, request, filling.get());
        }
    }

    /** Whether the client asks for an answer that is worked out anew: RFC 9111, section 5.2.1.4. */
    private static boolean wantsFresh(Exchange exchange) {
        return exchange.header("Cache-Control")
                .map(value -> value.toLowerCase(Locale.ROOT).contains("no-cache"))
                .orElse(false);
    }

    /** Says that the client has the answer, if it has: neither the query's parser nor the data is needed for that. */
    private static boolean clientHas(
            Exchange exchange, String release, QueryRequest question, List<Optional<OutputFormat>> formats) {
        if (exchange.header("If-None-Match").isEmpty()) {
            return false;
        }
        // Only a server of this release gives that tag, and only to this question in that format.
        return formats.stream()
                .flatMap(Optional::stream)
                .map(format -> new KeptAnswers.Key(release, question, format).tag())
                .filter(exchange::holds)
                .findFirst()
                .map(tag -> {
                    exchange.setHeader(Exchange.RELEASE_HEADER, release);
                    return exchange.isKnown(tag);
                })
                .orElse(false);
    }

    private Filling.Waiting waiting(Exchange exchange, QueryRequest request, int patience) {
        return new Filling.Waiting() {
            @Override
            public void answered(KeptAnswers.Key key, KeptBody body) {
                FrontDoor.guard(exchange, null, () -> answers.send(key, body, exchange));
            }

            @Override
            public void refused(Refusal refusal) {
                exchange.refuse(refusal);
            }

            @Override
            public void left() {
                FrontDoor.guard(exchange, null, () -> start(exchange, request, patience));
            }
        };
    }

    private void fill(Exchange exchange, QueryRequest request, Filling filling) {
        boolean taken = false;
        try {
            desk.take(
                    exchange,
                    budget -> {
                        try {
                            run(exchange, request, budget, Optional.of(filling));
                        } catch (Refusal e) {
                            filling.refuse(e);
                            throw e;
                        } catch (QueryCancelledException e) {
                            budget.verdict().ifPresent(filling::refuse);
                            throw e;
                        } finally {
                            filling.leave();
                        }
                    },
                    filling::leave);
            taken = true;
        } finally {
            if (!taken) {
                filling.leave();
            }
        }
    }

    private void run(Exchange exchange, QueryRequest request, Budget budget, Optional<Filling> filling)
            throws IOException {
        QueryGate.Admitted admitted = gate.read(request.query(), request.defaultGraphs(), request.namedGraphs());
        Query query = admitted.query();
        DataView view = data.get();
        OutputFormat format = Formats.of(exchange, request).of(query);
        view.release().ifPresent(release -> exchange.setHeader(Exchange.RELEASE_HEADER, release));
        boolean repeatable = view.release().isPresent() && admitted.repeatable();
        if (!repeatable) {
            filling.ifPresent(Filling::leave);
            exchange.forbidCaching();
            exchange.setHeader("Vary", "Accept, Accept-Encoding");
            stream(exchange, format, query, view, budget);
            return;
        }
        KeptAnswers.Key key = new KeptAnswers.Key(view.release().get(), request.withoutFormat(), format);
        if (exchange.isKnown(key.tag())) {
            return;
        }
        Optional<KeptBody> found = wantsFresh(exchange) ? Optional.empty() : answers.find(key);
        if (found.isPresent()) {
            // Only now is it known which answer was asked for.
            answers.send(key, found.get(), exchange);
            filling.ifPresent(each -> each.answer(key, found.get()));
        } else if (filling.isEmpty() || answers.isTooLong(key)) {
            filling.ifPresent(Filling::leave);
            stream(exchange, format, query, view, budget);
        } else {
            keep(exchange, key, query, view, budget, filling.get());
        }
    }

    private void stream(Exchange exchange, OutputFormat format, Query query, DataView view, Budget budget)
            throws IOException {
        AnswerStream out = new AnswerStream(exchange, format.contentType(), budget);
        write(format, query, view, budget, out);
        out.finish();
    }

    /** Works the answer out as a whole if it is short enough, so that nobody waits for the client that reads it. */
    private void keep(
            Exchange exchange, KeptAnswers.Key key, Query query, DataView view, Budget budget, Filling filling)
            throws IOException {
        AnswerStream out = new AnswerStream(exchange, key.format().contentType(), budget, KeptAnswers.LONGEST, () -> {
            answers.noteTooLong(key);
            filling.leave();
        });
        write(key.format(), query, view, budget, out);
        Optional<byte[]> whole = out.held();
        if (whole.isEmpty()) {
            out.finish();
            return;
        }
        budget.check();
        KeptBody body = new KeptBody(whole.get());
        exchange.send(key.format().contentType(), body);
        if (data.get().release().equals(view.release())) {
            answers.keep(key, body);
        }
        filling.answer(key, body);
    }

    private void write(OutputFormat format, Query query, DataView view, Budget budget, AnswerStream out)
            throws IOException {
        try (QueryRun run = new QueryRun(query, view, budget, services)) {
            new QueryAnswer(query, run, budget).write(format, out);
        }
    }

    /** Another release answers from now on. */
    public void forgetAnswers() {
        answers.clear();
    }

    /** How often an answer was given that was not worked out for it. */
    public long repeatedAnswers() {
        return answers.repeated();
    }

    /** Bytes of the answers that are kept, about. */
    public long keptBytes() {
        return answers.size();
    }
}
