// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.diastem.bench.engine.Engine;
import org.diastem.bench.query.BenchQuery;
import org.diastem.bench.query.Parameters;

/**
 * What several clients get who ask at once, each its own shuffle of the same queries over and over.
 *
 * @param failed answers that were refused or broken
 */
public record Throughput(int clients, double perSecond, double medianMillis, double p99Millis, long failed) {
    private record Question(String text, String accepted) {}

    /** Asks for some seconds; answers that were begun within them are waited for and counted. */
    public static Throughput measure(
            Engine engine,
            URI endpoint,
            List<BenchQuery> queries,
            Parameters parameters,
            int clients,
            int seconds,
            boolean cachesAllowed)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            long begun = System.nanoTime();
            long end = begun + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<List<Double>>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int seed = client;
                running.add(pool.submit(() ->
                        client(engine, new Connection(endpoint, cachesAllowed), questions(queries, parameters, seed),
                                end)));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> each : running) {
                all.addAll(each.get());
            }
            double took = (System.nanoTime() - begun) / 1e9;
            double[] millis = all.stream().filter(value -> value >= 0).mapToDouble(Double::doubleValue).toArray();
            return new Throughput(
                    clients,
                    millis.length / took,
                    Timing.quantile(millis, 0.5),
                    Timing.quantile(millis, 0.99),
                    all.size() - millis.length);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Every query with each of some parameters, shuffled in the client's own way. */
    private static List<Question> questions(List<BenchQuery> queries, Parameters parameters, int seed) {
        List<Question> questions = new ArrayList<>();
        for (BenchQuery query : queries) {
            String accepted = query.accepted();
            for (int run = 0; run < 4; run++) {
                questions.add(new Question(query.text(parameters, run + seed), accepted));
            }
        }
        Collections.shuffle(questions, new Random(seed));
        return questions;
    }

    /** The milliseconds of each answer; a negative number for one that failed. */
    private static List<Double> client(Engine engine, Connection connection, List<Question> questions, long end)
            throws IOException {
        List<Double> millis = new ArrayList<>();
        try (connection) {
            for (int i = 0; System.nanoTime() < end; i++) {
                Question question = questions.get(i % questions.size());
                Connection.Reply reply = connection.ask(question.text(), question.accepted(), engine.parameters(),
                        false);
                millis.add(reply.isGood() ? reply.nanos() / 1e6 : -1);
            }
        }
        return millis;
    }
}
