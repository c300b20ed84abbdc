// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What others notice while somebody asks for too much. */
class UnderLoadTest {
    private static final String PRODUCT =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?i)) = %d) }";
    private static final Duration BUDGET = Duration.ofSeconds(1);
    private static final int CROWD = 200;
    private static final int SLOW_SENDERS = 250;
    private static final Set<Integer> CLEAR = Set.of(200, 429, 503);
    private static final double MOST = 0.99;
    private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MEASURED_SECONDS = 60;
    /** Raised to 60 for the measured run; the test suite stays short. */
    private static final int HOSTILE_SECONDS = Integer.getInteger("diastem.hostile.seconds", 4);

    @TempDir
    private Path folder;

    private RunningServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void start() throws IOException {
        server = RunningServer.ofFixture(
                folder, ServerSettings.STANDARD.within(Limits.STANDARD.withTime(BUDGET), RunningServer.forAnyClient()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void two_hundred_heavy_queries_at_once_are_all_answered_and_leave_nothing_behind() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            asked.add(client.sendAsync(query(PRODUCT.formatted(10_000 + i)), BodyHandlers.ofString()));
        }
        int refused = 0;
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            HttpResponse<String> answer = each.get(12, TimeUnit.SECONDS);
            assertTrue(CLEAR.contains(answer.statusCode()), answer.statusCode() + " " + answer.body());
            if (answer.statusCode() != 200) {
                assertTrue(answer.headers().firstValue("Retry-After").isPresent());
                refused++;
            }
        }
        assertTrue(refused > 0, "nothing was too much");
        waitUntilIdle();
    }

    @Test
    void health_answers_while_hostile_clients_ask_without_pause(TestReporter report) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(4);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(HOSTILE_SECONDS);
        List<Future<?>> hostile = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            hostile.add(clients.submit(() -> {
                for (int n = 0; System.nanoTime() < end; n++) {
                    client.send(query(PRODUCT.formatted(number * 100_000 + n)), BodyHandlers.discarding());
                }
                return null;
            }));
        }
        List<Long> waits = new ArrayList<>();
        while (System.nanoTime() < end) {
            long begun = System.nanoTime();
            assertEquals(200, server.get("/$/ready").statusCode());
            waits.add(System.nanoTime() - begun);
            Thread.sleep(20);
        }
        for (Future<?> each : hostile) {
            each.get(10, TimeUnit.SECONDS);
        }
        clients.shutdown();
        Collections.sort(waits);
        long half = waits.get(waits.size() / 2);
        long nearlyAll = waits.get((int) Math.min(waits.size() - 1L, Math.ceil(waits.size() * MOST)));
        String measured = waits.size() + " answers, half within " + half / 1_000_000 + " ms, 99 % within "
                + nearlyAll / 1_000_000 + " ms";
        // On a machine that does other things besides, single waits say little; the measured run has it for itself.
        long judged = HOSTILE_SECONDS < MEASURED_SECONDS ? half : nearlyAll;
        assertTrue(waits.size() > 50 && judged < AT_ONCE_NANOS, measured);
        report.publishEntry("health", measured);
        waitUntilIdle();
    }

    @Test
    void senders_that_never_finish_keep_nobody_waiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_SENDERS; i++) {
                Socket socket = new Socket("127.0.0.1", server.server().port());
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                String begun = i % 2 == 0
                        ? "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                                + "Content-Length: 1000\r\n\r\nASK"
                        : "GET /sparql HTTP/1.1\r\nHost: x\r\nX-Slow: ";
                out.write(begun.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> answer = client.sendAsync(query("ASK {}"), BodyHandlers.ofString()).get(2, TimeUnit.SECONDS);
                assertEquals(200, answer.statusCode());
            }
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }

    @Test
    void readers_that_never_read_are_cut_off_and_free_their_places() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < WorkLimits.STANDARD.running() * 2; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4_096);
                socket.connect(new InetSocketAddress("127.0.0.1", server.server().port()));
                slow.add(socket);
                String text = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 900000";
                socket.getOutputStream()
                        .write(("GET /sparql?query=" + RunningServer.encoded(text) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            waitUntilBusy();
            waitUntilIdle();
            assertEquals(200, server.query("ASK {}").statusCode());
        } finally {
            for (Socket each : slow) {
                each.close();
            }
        }
    }

    private HttpRequest query(String text) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/sparql?query=" + RunningServer.encoded(text)))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private void waitUntilBusy() throws InterruptedException {
        while (server.server().work().running() < WorkLimits.STANDARD.running()) {
            Thread.sleep(10);
        }
    }

    private void waitUntilIdle() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (server.server().work().running() + server.server().work().waiting() > 0) {
            assertTrue(System.nanoTime() < end, "still working: " + server.server().work());
            Thread.sleep(50);
        }
    }
}
