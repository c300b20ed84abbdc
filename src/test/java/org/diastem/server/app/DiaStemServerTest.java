// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.build.ReleaseBuilder;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.NotFoundException;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.GraphName;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiaStemServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?g a <https://w3id.org/diastem/ontology/ClaimGroup> }";

    private final List<String> events = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private Project project;
    private ReleaseStore store;
    private DiaStemServer server;

    @BeforeEach
    void start() throws IOException {
        project = FixtureProject.copyTo(folder.resolve("project"));
        store = new ReleaseStore(folder.resolve("build"));
        build();
        server = DiaStemServer.start(store, ServerSettings.STANDARD, events::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_query_is_answered_by_get_and_by_both_kinds_of_post() throws Exception {
        assertTrue(get("sparql?query=" + encoded(COUNT)).body().contains("\"2\""));
        assertTrue(post("sparql", "application/x-www-form-urlencoded", "query=" + encoded(COUNT)).body().contains("\"2\""));
        assertTrue(post("sparql", "application/sparql-query", COUNT).body().contains("\"2\""));
    }

    @Test
    void a_query_without_graph_sees_all_graphs_and_one_with_graph_sees_one() throws Exception {
        String inDefault = "ASK { dia:StemCell dia:secretes dia:GrowthFactor }";
        String inNamed = "ASK { GRAPH graph:assertions { dia:StemCell dia:secretes dia:GrowthFactor } }";
        String inOther = "ASK { GRAPH graph:claims { dia:StemCell dia:secretes dia:GrowthFactor } }";
        String prefixes = "PREFIX dia: <https://w3id.org/diastem/ontology/> PREFIX graph: <https://w3id.org/diastem/graph/> ";
        assertTrue(get("sparql?query=" + encoded(prefixes + inDefault)).body().contains("true"));
        assertTrue(get("sparql?query=" + encoded(prefixes + inNamed)).body().contains("true"));
        assertTrue(get("sparql?query=" + encoded(prefixes + inOther)).body().contains("false"));
    }

    @Test
    void nothing_can_be_written() throws Exception {
        String update = "INSERT DATA { <x:a> <x:b> <x:c> }";
        assertRefused(post("sparql", "application/x-www-form-urlencoded", "update=" + encoded(update)));
        assertRefused(post("sparql", "application/sparql-update", update));
        assertRefused(post("update", "application/sparql-update", update));
        assertRefused(post("sparql?default", "text/turtle", "<x:a> <x:b> <x:c> ."));
        assertRefused(send(request("sparql?default").PUT(BodyPublishers.ofString("<x:a> <x:b> <x:c> ."))
                .header("Content-Type", "text/turtle")));
        assertRefused(send(request("sparql?default").DELETE()));
        assertRefused(post("sparql/shacl", "text/turtle", ""));
        assertRefused(get("$/datasets"));
        assertRefused(post("$/datasets", "text/turtle", ""));
        assertRefused(get("$/stats"));
        assertTrue(get("sparql?query=" + encoded("ASK { <x:a> ?p ?o }")).body().contains("false"));
    }

    @Test
    void a_query_does_not_make_the_server_call_another() throws Exception {
        String service = "SELECT * { SERVICE <" + server.url() + "sparql> { ?s ?p ?o } } LIMIT 1";
        assertTrue(get("sparql?query=" + encoded(service)).statusCode() >= 400);
    }

    @Test
    void a_query_that_does_not_parse_is_refused_with_the_reason_and_without_a_trace() throws Exception {
        HttpResponse<String> answer = get("sparql?query=" + encoded("SELECT * {"));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("does not parse at line 1, column"));
        assertFalse(answer.body().contains("\tat "));
    }

    @Test
    void a_request_beyond_any_query_is_refused_unread() throws Exception {
        String padded = COUNT + "\n#" + "x".repeat(ServerSettings.STANDARD.longestBody());
        assertEquals(413, post("sparql", "application/sparql-query", padded).statusCode());
        assertTrue(post("sparql", "application/sparql-query", COUNT + "\n#" + "x".repeat(10_000)).body().contains("\"2\""));
    }

    @Test
    void a_query_without_end_is_given_up() throws Exception {
        String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (?a != ?d && ?g != ?j) }";
        server.close();
        server = DiaStemServer.start(
                store, ServerSettings.STANDARD.within(Limits.STANDARD.withTime(Duration.ofMillis(300)), WorkLimits.STANDARD), events::add);
        HttpResponse<String> answer = get("sparql?query=" + encoded(endless));
        assertEquals(503, answer.statusCode());
        assertFalse(answer.body().contains("\tat "));
        assertEquals(200, get("sparql?query=" + encoded(COUNT)).statusCode());
    }

    @Test
    void the_ping_answers() throws Exception {
        assertEquals(200, get("$/ping").statusCode());
    }

    @Test
    void the_start_page_says_in_both_languages_what_this_is_and_each_example_runs_with_one_click() throws Exception {
        HttpResponse<String> page = get("");
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
        assertTrue(page.body().contains("evidence graph"));
        assertTrue(page.body().contains("<strong>13</strong> claims"));
        assertTrue(get("?lang=zh").body().contains("<strong>13</strong> 条论断"));
        assertTrue(page.body().contains(store.currentName().orElseThrow()));
        for (String example : List.of("001-secreted-factors", "002-any-conditional")) {
            assertTrue(page.body().contains("/query?example=" + example), example);
            assertEquals(200, get("query?example=" + example).statusCode());
        }
    }

    @Test
    void an_unknown_example_is_not_found_and_its_name_is_not_echoed_as_markup() throws Exception {
        HttpResponse<String> answer = get("query?example=" + encoded("<i>"));
        assertEquals(404, answer.statusCode());
        assertFalse(answer.body().contains("<i>"));
        assertEquals(404, get("nothing-here").statusCode());
    }

    @Test
    void answers_go_through_a_small_buffer_on_every_connector() {
        int seen = 0;
        for (Connector connector : server.jetty().getConnectors()) {
            for (HttpConfiguration.ConnectionFactory factory : connector.getConnectionFactories().stream()
                    .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                    .map(HttpConfiguration.ConnectionFactory.class::cast)
                    .toList()) {
                assertEquals(32 * 1024, factory.getHttpConfiguration().getOutputBufferSize());
                seen++;
            }
            assertEquals("127.0.0.1", ((ServerConnector) connector).getHost());
        }
        assertTrue(seen > 0);
    }

    @Test
    void the_server_moves_over_to_a_new_release() throws Exception {
        Path groups = project.data().resolve("groups.csv");
        Files.writeString(groups, FixtureProject.text(groups) + "G003,AnyOf\n");
        build();
        await(() -> get("sparql?query=" + encoded(COUNT)).body().contains("\"3\""));
        assertTrue(get("").body().contains(store.currentName().orElseThrow()));
        // It answers from the new one before it says so.
        await(() -> !events.isEmpty());
        assertEquals(List.of("now serving release " + store.currentName().orElseThrow()), events);
    }

    @Test
    void a_damaged_block_of_the_index_is_a_503_and_never_an_answer() throws Exception {
        Path index = store.current().orElseThrow().indexFile();
        try (FileChannel file = FileChannel.open(index, StandardOpenOption.WRITE)) {
            // Where the texts of the terms begin, and in the middle of the triples.
            for (long place : new long[] {100, file.size() / 2}) {
                file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), place);
            }
        }
        try (DiaStemServer other = DiaStemServer.start(store, ServerSettings.STANDARD, events::add)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(other.url() + "sparql?query="
                            + encoded("SELECT * { ?s ?p ?o }")))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("damaged"), answer.body());
        }
    }

    @Test
    void a_damaged_new_release_is_not_served_and_it_says_so_once() throws Exception {
        Path groups = project.data().resolve("groups.csv");
        Files.writeString(groups, FixtureProject.text(groups) + "G003,AnyOf\n");
        String serving = store.currentName().orElseThrow();
        Path pointer = store.folder().resolve("current");
        Release next = build();
        Files.writeString(pointer, serving + "\n");
        Files.writeString(next.file(GraphName.CLAIMS), "");
        events.clear();
        Files.writeString(pointer, next.name() + "\n");
        await(() -> events.stream().anyMatch(event -> event.contains("still serving release")));
        Thread.sleep(1500);
        assertEquals(1, events.stream().filter(event -> event.contains("still serving release")).count());
        assertEquals(200, get("sparql?query=" + encoded(COUNT)).statusCode());
    }

    @Test
    void a_port_in_use_is_told_with_what_to_do() {
        EnvironmentException refusal = assertThrows(
                EnvironmentException.class, () -> DiaStemServer.start(store, ServerSettings.STANDARD.at("127.0.0.1", server.port()), events::add));
        assertTrue(refusal.getMessage().contains("--port"));
    }

    @Test
    void without_a_release_there_is_nothing_to_serve() {
        ReleaseStore empty = new ReleaseStore(folder.resolve("empty"));
        assertThrows(NotFoundException.class, () -> DiaStemServer.start(empty, ServerSettings.STANDARD, events::add));
    }

    private Release build() {
        return new ReleaseBuilder(project, store, Progress.NONE).build().release();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.request() + " gave " + answer.statusCode());
    }

    /** Something that becomes true after a while. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertTrue(Instant.now().isBefore(end), "it did not happen in time");
            Thread.sleep(50);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** On a connection of its own: the server may close one whose body it refused to read. */
    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(PATIENCE)
                .header("Accept", "application/sparql-results+json, */*;q=0.1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
