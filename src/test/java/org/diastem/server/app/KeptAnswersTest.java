// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.build.ReleaseBuilder;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks what was asked before gets what was answered before: the same bytes, at once, and only if it still holds. */
class KeptAnswersTest {
    private static final String SELECT = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 50";
    private static final String CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { { " + SELECT + " } }";
    /** Takes a while and ends. */
    private static final String SLOW =
            "SELECT (COUNT(*) AS ?n) { { SELECT * { ?a ?b ?c } LIMIT 300 } { SELECT * { ?d ?e ?f } LIMIT 300 }"
                    + " FILTER(STRLEN(CONCAT(STR(?c), STR(?f))) = 10007) }";
    private static final String ENDLESS =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?i)) = %d) }";
    private static final int CROWD = 50;
    private static final ServerSettings KEEPING = ServerSettings.STANDARD.keeping(8 * 1024 * 1024);

    @TempDir
    private static Path folder;

    private RunningServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void build() throws IOException {
        new ReleaseBuilder(FixtureProject.copyTo(folder.resolve("project")), new ReleaseStore(folder.resolve("build")), Progress.NONE)
                .build();
    }

    private void start(ServerSettings settings) {
        server = RunningServer.ofBuilt(folder, settings);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_answer_is_the_same_bytes_whether_it_was_kept_or_not() throws Exception {
        start(KEEPING);
        try (RunningServer without = RunningServer.ofBuilt(folder, ServerSettings.STANDARD.keeping(0))) {
            for (String format : List.of("json", "xml", "csv", "tsv")) {
                assertSameBytes(SELECT, format, without);
            }
            for (String format : List.of("ttl", "nt", "nq", "jsonld", "rdf", "trig")) {
                assertSameBytes(CONSTRUCT, format, without);
                assertSameBytes("DESCRIBE <claim/C0001>", format, without);
            }
            assertEquals(0, without.server().repeatedAnswers());
        }
    }

    private void assertSameBytes(String query, String format, RunningServer without) throws Exception {
        for (List<String> codings : List.of(List.of("identity", "gzip"), List.of("gzip", "identity"))) {
            // Another text of the same meaning, so that each coding is once the one that is worked out.
            String text = query + " #" + codings.get(0);
            long repeated = server.server().repeatedAnswers();
            for (String coding : codings) {
                for (int i = 0; i < 2; i++) {
                    HttpResponse<byte[]> expected = bytes(without, text, format, coding);
                    HttpResponse<byte[]> answer = bytes(server, text, format, coding);
                    assertArrayEquals(expected.body(), answer.body(), format + " " + coding);
                    assertEquals(headers(expected), headers(answer));
                }
            }
            assertEquals(repeated + 3, server.server().repeatedAnswers());
        }
    }

    private HttpResponse<byte[]> bytes(RunningServer asked, String query, String format, String coding) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        asked.url() + "/sparql?format=" + format + "&query=" + RunningServer.encoded(query)))
                .header("Accept-Encoding", coding)
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return answer;
    }

    /** Those that do not differ between any two requests. */
    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("X-Request-Id") || name.equalsIgnoreCase("Date"));
        return headers;
    }

    @Test
    void one_answer_serves_every_way_of_asking() throws Exception {
        start(KEEPING);
        String encoded = RunningServer.encoded(SELECT);
        String expected = server.query(SELECT, "Accept", "text/csv").body();
        assertEquals(expected, server.get("/sparql.csv?query=" + encoded).body());
        assertEquals(expected, server.get("/sparql?format=csv&query=" + encoded).body());
        assertEquals(expected, server.query(SELECT, "Accept", "text/html;q=0.2, text/csv").body());
        assertEquals(expected, server.post("/sparql.csv", "application/sparql-query", SELECT).body());
        assertEquals(
                expected,
                server.post("/sparql", "application/x-www-form-urlencoded", "format=csv&query=" + encoded).body());
        HttpResponse<String> head = server.send("HEAD", "/sparql.csv?query=" + encoded, null);
        assertEquals("", head.body());
        assertEquals(
                expected.getBytes(StandardCharsets.UTF_8).length,
                head.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertEquals(6, server.server().repeatedAnswers());
    }

    @Test
    void other_graphs_are_another_question() throws Exception {
        start(KEEPING);
        String query = RunningServer.encoded("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        String whole = server.get("/sparql?query=" + query).body();
        String part = server.get("/sparql?default-graph-uri=https://w3id.org/diastem/graph/claims&query=" + query).body();
        String named = server.get("/sparql?named-graph-uri=https://w3id.org/diastem/graph/claims&query=" + query).body();
        assertFalse(whole.equals(part) || part.equals(named) || whole.equals(named));
        assertEquals(0, server.server().repeatedAnswers());
    }

    @Test
    void fifty_who_ask_at_once_have_it_worked_out_once_on_the_account_of_one() throws Exception {
        start(KEEPING.within(
                Limits.STANDARD.withTime(Duration.ofSeconds(30)),
                new WorkLimits(1, 0, Duration.ofSeconds(30), 1, Duration.ofSeconds(60))));
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            asked.add(client.sendAsync(request(SLOW), BodyHandlers.ofString()));
        }
        String first = null;
        for (CompletableFuture<HttpResponse<String>> each : asked) {
            HttpResponse<String> answer = each.get(60, TimeUnit.SECONDS);
            assertEquals(200, answer.statusCode(), answer.body());
            first = first == null ? answer.body() : first;
            assertEquals(first, answer.body());
        }
        assertEquals(CROWD - 1, server.server().repeatedAnswers());
    }

    @Test
    void what_is_kept_is_answered_while_every_place_is_taken() throws Exception {
        start(KEEPING.within(
                Limits.STANDARD.withTime(Duration.ofSeconds(20)),
                new WorkLimits(1, 0, Duration.ofSeconds(2), 0, Duration.ZERO)));
        String expected = server.query(SELECT).body();
        await(() -> server.server().work().running() == 0);
        Socket busy = asking(ENDLESS.formatted(1));
        try {
            await(() -> server.server().work().running() == 1);
            assertEquals(503, server.query("SELECT * { ?s a ?o }").statusCode());
            assertEquals(expected, server.query(SELECT).body());
        } finally {
            busy.close();
        }
    }

    @Test
    void who_waits_for_another_is_refused_with_it() throws Exception {
        start(KEEPING.within(
                Limits.STANDARD.withTime(Duration.ofSeconds(1)),
                new WorkLimits(1, 0, Duration.ofSeconds(2), 0, Duration.ZERO)));
        Socket first = asking(ENDLESS.formatted(2));
        await(() -> server.server().work().running() == 1);
        HttpResponse<String> answer = client.sendAsync(request(ENDLESS.formatted(2)), BodyHandlers.ofString())
                .get(30, TimeUnit.SECONDS);
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("of time"), answer.body());
        assertEquals(0, server.server().repeatedAnswers());
        first.close();
    }

    @Test
    void who_waits_for_a_client_that_leaves_is_answered_all_the_same() throws Exception {
        start(KEEPING.within(
                Limits.STANDARD.withTime(Duration.ofSeconds(3)),
                new WorkLimits(1, 4, Duration.ofSeconds(20), 0, Duration.ZERO)));
        Socket leaving = asking(ENDLESS.formatted(3));
        await(() -> server.server().work().running() == 1);
        CompletableFuture<HttpResponse<String>> waiting =
                client.sendAsync(request(ENDLESS.formatted(3)), BodyHandlers.ofString());
        leaving.close();
        // Not "the client has gone": that was somebody else.
        String told = waiting.get(30, TimeUnit.SECONDS).body();
        assertTrue(told.contains("of time"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT (RAND() AS ?x) {}", "SELECT (NOW() AS ?x) {}", "SELECT (UUID() AS ?x) {}", "SELECT (STRUUID() AS ?x) {}",
        "SELECT * { ?s ?p ?o FILTER(RAND() < 2) } LIMIT 1"
    })
    void what_differs_each_time_is_never_kept(String query) throws Exception {
        start(KEEPING);
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = server.query(query);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.headers().firstValue("ETag").isEmpty());
        }
        assertEquals(0, server.server().repeatedAnswers());
        assertEquals(0, server.server().keptBytes());
    }

    @Test
    void who_asks_for_a_fresh_answer_has_it_worked_out() throws Exception {
        start(KEEPING);
        String expected = server.query(SELECT).body();
        for (int i = 0; i < 3; i++) {
            assertEquals(expected, server.query(SELECT, "Cache-Control", "No-Cache").body());
        }
        assertEquals(0, server.server().repeatedAnswers());
        assertEquals(expected, server.query(SELECT).body());
        assertEquals(1, server.server().repeatedAnswers());
    }

    @Test
    void what_failed_or_is_too_long_is_not_kept() throws Exception {
        start(KEEPING.within(Limits.STANDARD.withKeptRows(100), RunningServer.forAnyClient()));
        String failing = "SELECT * { ?s ?p ?o } ORDER BY ?o";
        String tooLong = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000";
        for (int i = 0; i < 3; i++) {
            assertEquals(503, server.query(failing).statusCode());
            assertEquals(400, server.query("SELECT * {").statusCode());
            assertEquals(406, server.query(SELECT, "Accept", "image/png").statusCode());
            HttpResponse<String> answer = server.query(tooLong);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().length() > 1024 * 1024);
        }
        assertEquals(0, server.server().repeatedAnswers());
        assertTrue(server.server().keptBytes() < 1_000, server.server().keptBytes() + " bytes");
    }

    @Test
    void what_is_kept_has_a_bound() throws Exception {
        long bound = 60_000;
        start(ServerSettings.STANDARD.keeping(bound).within(Limits.STANDARD, RunningServer.forAnyClient()));
        for (int i = 1; i <= 60; i++) {
            String query = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT " + i;
            String plain = server.query(query).body();
            assertEquals(plain, server.query(query).body());
            server.query(query, "Accept-Encoding", "gzip");
            assertTrue(server.server().keptBytes() <= bound, server.server().keptBytes() + " bytes");
        }
        assertTrue(server.server().keptBytes() > bound / 4);
    }

    @Test
    void a_tag_is_known_without_reading_the_query_or_the_data() throws Exception {
        start(KEEPING);
        String tag = server.query(SELECT, "Accept", "text/csv").headers().firstValue("ETag").orElseThrow();
        stop();
        start(KEEPING);
        HttpResponse<String> again = server.query(SELECT, "Accept", "text/csv", "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals(tag, again.headers().firstValue("ETag").orElseThrow());
        assertEquals(0, server.server().work().done());
        assertEquals(200, server.query(SELECT, "Accept", "text/csv", "If-None-Match", "\"other\"").statusCode());
        assertEquals(200, server.query(SELECT, "Accept", "application/json", "If-None-Match", tag).statusCode());
        assertEquals(304, server.query(SELECT, "Accept", "text/csv", "If-None-Match", tag).statusCode());
        assertEquals(304, server.query(SELECT, "Accept", "text/csv", "If-None-Match", "*").statusCode());
    }

    @Test
    void another_release_answers_anew(@TempDir Path other) throws Exception {
        Project project = FixtureProject.copyTo(other.resolve("project"));
        ReleaseStore store = new ReleaseStore(other.resolve("build"));
        new ReleaseBuilder(project, store, Progress.NONE).build();
        server = RunningServer.of(store, KEEPING);
        String query = "SELECT ?text { ?claim ?says ?text FILTER(CONTAINS(STR(?text), \"growth factor\")) }";
        HttpResponse<String> before = server.query(query);
        assertEquals(before.body(), server.query(query).body());
        Path claims = project.data().resolve("claims.csv");
        String text = Files.readString(claims);
        Files.writeString(claims, text.replace("The growth factor promotes repair", "The growth factor promotes mending"));
        new ReleaseBuilder(project, store, Progress.NONE).build();
        await(() -> server.events().stream().anyMatch(event -> event.contains("now serving release")));
        HttpResponse<String> after = server.query(query);
        assertTrue(after.body().contains("mending") && !before.body().contains("mending"), after.body());
        assertFalse(header(before, "ETag").equals(header(after, "ETag")));
        assertFalse(header(before, "DiaStem-Release").equals(header(after, "DiaStem-Release")));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    @Test
    void a_dataset_that_may_change_is_always_asked() throws Exception {
        server = RunningServer.scratch(KEEPING);
        String count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        String before = server.query(count, "Accept", "text/csv").body();
        client.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/update"))
                        .header("Content-Type", "application/sparql-update")
                        .POST(BodyPublishers.ofString("INSERT DATA { <x:s> <x:p> <x:o> }"))
                        .build(),
                BodyHandlers.discarding());
        assertFalse(before.equals(server.query(count, "Accept", "text/csv").body()));
    }

    private HttpRequest request(String query) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/sparql?query=" + RunningServer.encoded(query)))
                .build();
    }

    /** A client that has asked and does not read. */
    private Socket asking(String query) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.server().port());
        socket.getOutputStream()
                .write(("GET /sparql?query=" + RunningServer.encoded(query) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void await(BooleanSupplier fact) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.sleep(10);
        }
    }
}
