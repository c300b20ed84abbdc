// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.outgoing.AddressRule;
import org.diastem.server.outgoing.ServiceLimits;
import org.diastem.server.outgoing.ServiceSettings;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.PlainFuseki;
import org.diastem.testing.RunningServer;
import org.diastem.testing.StubEndpoint;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other engines join a thousand things of theirs with what our endpoint knows of them, each as it federates by itself.
 * The figures of {@code docs/federation.md} are those that these tests print.
 */
class FederationTest {
    private static final int THINGS = 1_000;
    private static final String MARK = "http://example.org/mark";
    private static final String PATTERN = "{ ?thing a ?type }";
    /** A folder in which {@code npm install @comunica/query-sparql} was run. */
    private static final String COMUNICA = "DIASTEM_COMUNICA";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static RunningServer ours;
    private static String marks;
    private static List<String> expected;

    @BeforeAll
    static void start() throws Exception {
        ours = RunningServer.ofFixture(folder, ServerSettings.STANDARD.observed(Optional.empty(), true, false));
        List<String> known = rows(ours.query("SELECT DISTINCT ?s { ?s a ?any FILTER ISIRI(?s) }", "Accept",
                "text/csv").body());
        assertTrue(known.size() > THINGS / 4, known.size() + " things");
        // The others are things that we know nothing of.
        List<String> things = IntStream.range(0, THINGS)
                .mapToObj(i -> i < known.size() ? known.get(i) : "http://example.org/unknown/" + i)
                .toList();
        StringBuilder triples = new StringBuilder();
        things.forEach(thing -> triples.append("<").append(thing).append("> <").append(MARK).append("> \"x\" .\n"));
        marks = triples.toString();
        String values = String.join(" ", things.stream().map(thing -> "<" + thing + ">").toList());
        // The local join: all in one query at our side.
        expected = rows(ours.post(
                        "/sparql",
                        "application/sparql-query",
                        "SELECT ?thing ?type { VALUES ?thing { " + values + " } ?thing a ?type }",
                        "Accept",
                        "text/csv")
                .body());
        assertTrue(expected.size() >= Math.min(THINGS, known.size()));
    }

    @AfterAll
    static void stop() {
        ours.close();
    }

    private static List<String> rows(String csv) {
        return csv.lines().skip(1).map(String::strip).sorted().toList();
    }

    private static String federated() {
        return "SELECT ?thing ?type { ?thing <" + MARK + "> ?mark . SERVICE <" + ours.url() + "/sparql> " + PATTERN
                + " }";
    }

    /** Requests that our endpoint has answered so far; its lines may come a moment after an answer. */
    private static long requests() throws InterruptedException {
        long before;
        long now = count();
        do {
            before = now;
            Thread.sleep(100);
            now = count();
        } while (now != before);
        return now;
    }

    private static long count() {
        return ours.events().stream().filter(line -> line.contains("\"/sparql\"")).count();
    }

    private interface Engine {
        List<String> answer() throws Exception;
    }

    /** Compares what an engine answers with the local join, and tells what it took; the requests. */
    private static long compare(String engine, Engine asked) throws Exception {
        long before = requests();
        long begun = System.nanoTime();
        List<String> answer = asked.answer();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        long requests = requests() - before;
        System.err.printf("federation: %s, %d bindings, %d rows, %d requests, %d ms%n", engine, THINGS, answer.size(),
                requests, millis);
        assertEquals(expected, answer);
        return requests;
    }

    private static String ask(String endpoint, String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                .timeout(PATIENCE)
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "text/csv")
                .POST(BodyPublishers.ofString(query))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Test
    void another_fuseki_asks_for_each_binding_by_itself() throws Exception {
        Path file = Files.writeString(folder.resolve("marks.nt"), marks);
        Process fuseki = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainFuseki.class.getName(),
                        file.toString())
                .redirectError(folder.resolve("fuseki.log").toFile())
                .start();
        try (BufferedReader output = fuseki.inputReader()) {
            String port = output.readLine();
            assertTrue(port != null, Files.readString(folder.resolve("fuseki.log")));
            String endpoint = "http://127.0.0.1:" + port + "/marks";
            assertEquals(THINGS, compare("Apache Jena Fuseki 5.6.0", () -> rows(ask(endpoint, federated()))));
        } finally {
            fuseki.destroy();
            assertTrue(fuseki.waitFor(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void rdf4j_sends_blocks_of_bindings() throws Exception {
        SailRepository repository = new SailRepository(new MemoryStore());
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.add(new StringReader(marks), RDFFormat.TURTLE);
            long requests = compare("Eclipse RDF4J 5.0.2", () -> {
                List<String> found = new ArrayList<>();
                try (var result = connection.prepareTupleQuery(federated()).evaluate()) {
                    result.forEach(row -> found.add(
                            row.getValue("thing").stringValue() + "," + row.getValue("type").stringValue()));
                }
                return found.stream().sorted().toList();
            });
            assertTrue(requests < THINGS / 10, requests + " requests");
        } finally {
            repository.shutDown();
        }
    }

    @Test
    void a_server_of_ours_sends_a_hundred_bindings_with_one_request() throws Exception {
        ServiceSettings services = new ServiceSettings(
                List.of(ours.url() + "/sparql"), AddressRule.PUBLIC_OR_LOOPBACK, ServiceLimits.STANDARD);
        try (RunningServer caller = RunningServer.scratch(ServerSettings.STANDARD.calling(services))) {
            assertEquals(204, caller.post("/update", "application/sparql-update", "INSERT DATA {" + marks + "}")
                    .statusCode());
            assertEquals(THINGS / 100, compare("DiaStem", () -> rows(ask(caller.url() + "/sparql", federated()))));
        }
    }

    @Test
    void comunica_joins_a_file_with_our_endpoint() throws Exception {
        String installed = System.getenv(COMUNICA);
        assumeTrue(installed != null, COMUNICA + " names no folder with Comunica");
        try (StubEndpoint files = new StubEndpoint()) {
            String file = files.answering("/marks.ttl", 200, "text/turtle", marks);
            Path program = Path.of(installed, "node_modules/@comunica/query-sparql/bin/query.js");
            for (String query : List.of(
                    "SELECT ?thing ?type { ?thing <" + MARK + "> ?mark . ?thing a ?type }", federated())) {
                boolean service = query.contains("SERVICE");
                List<String> command = new ArrayList<>(List.of("node", program.toString(), file));
                if (!service) {
                    command.add("sparql@" + ours.url() + "/sparql");
                }
                command.addAll(List.of("-q", query, "-t", "text/csv"));
                File errors = folder.resolve("comunica.log").toFile();
                compare(service ? "Comunica, SERVICE" : "Comunica, two sources", () -> {
                    Process process = new ProcessBuilder(command).redirectError(errors).start();
                    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertEquals(0, process.waitFor(), () -> errors.toString());
                    // It writes addresses in angle brackets.
                    return rows(answer.replace("<", "").replace(">", ""));
                });
            }
        }
    }

    @Test
    void a_thousand_values_pass_by_post_and_by_get_and_an_address_that_is_too_long_names_post() throws Exception {
        String many = "SELECT ?thing { VALUES ?thing { " + IntStream.range(0, THINGS)
                .mapToObj("<claim/C%04d>"::formatted).reduce("", (a, b) -> a + " " + b) + " } ?thing a ?type }";
        var got = ours.query(many, "Accept", "text/csv");
        assertEquals(200, got.statusCode());
        for (String type : List.of("application/sparql-query", "application/x-www-form-urlencoded")) {
            String body = type.endsWith("query") ? many : "query=" + RunningServer.encoded(many);
            assertEquals(rows(got.body()), rows(ours.post("/sparql", type, body, "Accept", "text/csv").body()));
        }
        var tooLong = ours.query(many + " #" + "x".repeat(64 * 1024));
        assertEquals(414, tooLong.statusCode());
        assertTrue(tooLong.body().contains("POST"), tooLong.body());
    }

    /** The queries of both pages, which must be the same, with the address of a server that is there. */
    @Test
    void the_queries_of_the_page_run() throws Exception {
        List<String> queries = queries("docs/federation.md");
        assertEquals(queries, queries("docs/federation.zh.md"));
        assertEquals(2, queries.size());
        try (StubEndpoint uniprot = new StubEndpoint()) {
            String address = uniprot.answering("/sparql", 200, StubEndpoint.JSON, StubEndpoint.rows("entry",
                    List.of()));
            ServiceSettings services = new ServiceSettings(
                    List.of(ours.url() + "/sparql", address), AddressRule.PUBLIC_OR_LOOPBACK, ServiceLimits.STANDARD);
            try (RunningServer caller = RunningServer.scratch(ServerSettings.STANDARD.calling(services))) {
                String toUs = queries.get(0).replace("http://localhost:3030/sparql", ours.url() + "/sparql");
                assertFalse(rows(ask(caller.url() + "/sparql", toUs)).isEmpty());
                String mapping = "<http://example.org/p> <http://www.w3.org/2004/02/skos/core#narrowMatch> "
                        + "<http://purl.uniprot.org/uniprot/P15692> .";
                caller.post("/update", "application/sparql-update", "INSERT DATA {" + mapping + "}");
                ask(caller.url() + "/sparql", queries.get(1).replace("https://sparql.uniprot.org/sparql", address));
                assertTrue(uniprot.queries().get(0).contains("P15692"), uniprot.queries().toString());
            }
        }
    }

    private static List<String> queries(String page) throws IOException {
        return Pattern.compile("```sparql\n(.*?)```", Pattern.DOTALL)
                .matcher(FixtureProject.text(FixtureProject.REPOSITORY.resolve(page)))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
