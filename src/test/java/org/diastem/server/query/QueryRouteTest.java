// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoint over HTTP: the protocol, what it refuses, and what it stops. */
class QueryRouteTest {
    private static final String SELECT = "SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 50";
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    private static final Duration BUDGET = Duration.ofSeconds(5);

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        ServerSettings settings = ServerSettings.STANDARD
                .within(Limits.STANDARD.withTime(BUDGET).withKeptRows(50_000), RunningServer.forAnyClient())
                .observed(Optional.of(0), true, false);
        server = RunningServer.ofFixture(folder, settings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json",
        "application/json, application/sparql-results+json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/csv, text/csv;charset=utf-8",
        "text/tab-separated-values, text/tab-separated-values;charset=utf-8",
        "'text/csv;q=0.2, application/sparql-results+xml;q=0.9', application/sparql-results+xml",
        "'text/csv;q=0, */*', application/sparql-results+json",
        "*/*, application/sparql-results+json",
    })
    void rows_come_in_the_format_that_is_liked_best(String accept, String type) throws Exception {
        HttpResponse<String> answer = server.query(SELECT, "Accept", accept);
        assertEquals(200, answer.statusCode());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"ttl,text/turtle;charset=utf-8", "nt,application/n-triples", "jsonld,application/ld+json",
        "rdf,application/rdf+xml", "trig,application/trig", "nq,application/n-quads"})
    void a_graph_comes_in_the_format_that_is_named(String format, String type) throws Exception {
        String query = RunningServer.encoded("CONSTRUCT WHERE { ?s ?p ?o }");
        for (String path : List.of("/sparql?format=" + format + "&query=" + query, "/sparql." + format + "?query=" + query)) {
            HttpResponse<String> answer = server.get(path);
            assertEquals(200, answer.statusCode());
            assertEquals(type, answer.headers().firstValue("Content-Type").orElseThrow());
        }
    }

    @Test
    void what_no_format_fits_is_not_acceptable_and_says_what_is() throws Exception {
        HttpResponse<String> answer = server.query(SELECT, "Accept", "image/png");
        assertEquals(406, answer.statusCode());
        assertTrue(answer.body().contains("text/csv"));
        assertEquals(400, server.get("/sparql?format=doc&query=" + RunningServer.encoded(SELECT)).statusCode());
    }

    @Test
    void head_answers_as_get_without_a_body() throws Exception {
        HttpResponse<String> answer = server.send("HEAD", "/sparql?query=" + RunningServer.encoded(SELECT), null);
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertTrue(answer.headers().firstValue("ETag").isPresent());
    }

    @Test
    void options_and_preflight_say_what_may_be_done_by_anybody_without_credentials() throws Exception {
        assertTrue(server.send("OPTIONS", "/sparql", null).headers().firstValue("Allow").orElseThrow().contains("POST"));
        HttpResponse<String> answer = server.query("ASK {}");
        assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(answer.headers().firstValue("Access-Control-Allow-Credentials").isEmpty());
        assertTrue(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow().contains("Retry-After"));
    }

    @Test
    void a_known_answer_is_not_sent_again_and_a_zipped_one_has_a_tag_of_its_own() throws Exception {
        HttpResponse<String> plain = server.query(SELECT);
        HttpResponse<String> zipped = server.query(SELECT, "Accept-Encoding", "gzip");
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        String zippedTag = zipped.headers().firstValue("ETag").orElseThrow();
        assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElseThrow());
        assertFalse(tag.equals(zippedTag));
        assertTrue(tag.startsWith("\"" + plain.headers().firstValue("DiaStem-Release").orElseThrow()));
        for (String held : List.of(tag, zippedTag, "W/" + tag, "\"other\", " + tag)) {
            HttpResponse<String> again = server.query(SELECT, "If-None-Match", held);
            assertEquals(304, again.statusCode(), held);
            assertEquals("", again.body());
        }
        assertEquals(200, server.query(SELECT, "If-None-Match", "\"other\"").statusCode());
        assertEquals(tag, server.query(SELECT).headers().firstValue("ETag").orElseThrow());
        assertFalse(tag.equals(server.query(SELECT, "Accept", "text/csv").headers().firstValue("ETag").orElseThrow()));
    }

    @Test
    void an_answer_that_differs_each_time_has_no_tag() throws Exception {
        HttpResponse<String> answer = server.query("SELECT (RAND() AS ?x) {}");
        assertTrue(answer.headers().firstValue("ETag").isEmpty());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
    }

    @Test
    void a_relative_address_is_one_of_ours() throws Exception {
        assertTrue(server.query("ASK { <claim/C0001> ?p ?o }").body().contains("true"));
    }

    @Test
    void a_described_claim_comes_with_its_evidence_and_the_labels_of_what_it_mentions() throws Exception {
        String told = server.query("DESCRIBE <claim/C0001>", "Accept", "application/n-triples").body();
        String subject = told.lines()
                .filter(line -> line.split(" ")[1].endsWith("/claimSubject>"))
                .map(line -> line.split(" ")[2])
                .findFirst()
                .orElseThrow();
        assertTrue(told.contains(subject + " <http://www.w3.org/2000/01/rdf-schema#label>"), told);
        String withEvidence = server.query(
                        "PREFIX dia: <ontology/> SELECT ?c { ?l dia:forClaim ?c } LIMIT 1", "Accept", "text/csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .strip();
        assertTrue(server.query("DESCRIBE <" + withEvidence + ">").body().contains("forClaim"));
    }

    @ParameterizedTest
    @CsvSource({
        "/sparql?query=%ZZ, 400",
        "/sparql?query=%FF, 400",
        "/sparql?query=, 400",
        "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D, 400",
        "/sparql?query=ASK%20%7B, 400",
        "/sparql?update=CLEAR%20ALL, 403",
        "/nothing, 404",
        "/.git/config, 404",
        "/$/datasets, 404",
    })
    void a_request_that_is_wrong_gets_its_own_status_and_a_short_text(String path, int status) throws Exception {
        // Not by the client's URI class, which refuses some of these itself.
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertFalse(answer.contains("Exception") || answer.contains("org."), answer);
    }

    @Test
    void types_and_encodings_of_a_body_that_are_not_understood_are_refused() throws Exception {
        assertEquals(415, server.post("/sparql", "text/plain", "ASK {}").statusCode());
        assertEquals(415, server.post("/sparql", "application/sparql-query;charset=utf-16", "ASK {}").statusCode());
        assertEquals(415, server.post("/sparql", "application/sparql-query", "ASK {}", "Content-Encoding", "gzip").statusCode());
        assertEquals(405, server.send("PUT", "/sparql", "ASK {}").statusCode());
        assertEquals(414, server.get("/sparql?query=" + "x".repeat(70_000)).statusCode());
    }

    @Test
    void a_refusal_ends_the_connection_only_where_a_body_is_left_unread() throws Exception {
        assertEquals(Optional.empty(), server.query("ASK {").headers().firstValue("Connection"));
        assertEquals(Optional.empty(), server.post("/sparql", "text/plain", "ASK {}").headers().firstValue("Connection"));
        HttpResponse<String> unread = server.send("PUT", "/sparql", "ASK {}");
        assertEquals("close", unread.headers().firstValue("Connection").orElseThrow());
    }

    @Test
    void a_thousand_bindings_pass_by_get_and_by_post() throws Exception {
        String rows = Stream.iterate(1, n -> n + 1).limit(1000).map(n -> "<claim/C%04d>".formatted(n)).reduce("", (a, b) -> a + " " + b);
        String query = "SELECT ?c { VALUES ?c {" + rows + " } ?c a ?t }";
        assertEquals(200, server.query(query).statusCode());
        assertEquals(server.query(query).body(), server.post("/sparql", "application/sparql-query", query).body());
    }

    @Test
    void an_error_in_chinese_is_readable() throws Exception {
        HttpResponse<String> answer = server.query("SELECT * { 肾病:x ?p ?o }");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("line 1, column 12") && answer.body().contains("肾病:x"), answer.body());
    }

    @Test
    void a_client_that_leaves_before_the_first_row_ends_its_query() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.server().port())) {
            socket.getOutputStream()
                    .write(("GET /sparql?query=" + RunningServer.encoded(ENDLESS) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Thread.sleep(100);
        }
        Thread.sleep(500);
        String metrics = metrics();
        assertTrue(metrics.contains("diastem_queries_running 0.0"), metrics);
    }

    @Test
    void service_opens_no_connection() throws Exception {
        try (ServerSocket trap = new ServerSocket(0)) {
            trap.setSoTimeout(300);
            String target = "<http://127.0.0.1:" + trap.getLocalPort() + "/>";
            for (String query : List.of(
                    "SELECT * { SERVICE " + target + " { ?s ?p ?o } }",
                    "SELECT * { SERVICE SILENT " + target + " { ?s ?p ?o } }",
                    "SELECT * { VALUES ?u { " + target + " } SERVICE ?u { ?s ?p ?o } }",
                    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE " + target + " { ?a ?b ?c } } }",
                    "SELECT * { { SELECT * { SERVICE " + target + " { ?a ?b ?c } } } }")) {
                assertEquals(403, server.query(query).statusCode(), query);
            }
            boolean connected = true;
            try {
                trap.accept().close();
            } catch (SocketTimeoutException e) {
                connected = false;
            }
            assertFalse(connected);
        }
    }

    @Test
    void each_request_has_a_line_that_nothing_can_forge_and_its_query_is_not_in_it() throws Exception {
        raw("GET /x?secret=1 HTTP/1.1\r\nHost: x\r\nUser-Agent: a\"b {\"status\" : 1}\r\nConnection: close\r\n\r\n");
        Thread.sleep(200);
        List<String> lines = server.events().stream().filter(line -> line.contains("\"/x\"")).toList();
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("{") && !lines.get(0).contains("\n") && !lines.get(0).contains("secret"), lines.get(0));
    }

    @Test
    void the_server_says_that_it_lives_and_that_it_is_ready() throws Exception {
        assertEquals(200, server.get("/$/ping").statusCode());
        assertEquals(200, server.get("/$/ready").statusCode());
        assertTrue(metrics().contains("diastem_requests_seconds_count"));
    }

    private static String metrics() throws Exception {
        var url = java.net.URI.create(server.server().metricsUrl().orElseThrow());
        return java.net.http.HttpClient.newHttpClient()
                .send(java.net.http.HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.server().port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
