// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.outgoing.AddressRule;
import org.diastem.server.outgoing.ServiceLimits;
import org.diastem.server.outgoing.ServiceSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.testing.RunningServer;
import org.diastem.testing.StubEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** SERVICE to endpoints on a list, and to no others. */
class ServiceTest {
    private static final String CLAIM = "https://w3id.org/diastem/claim/C";
    private static final String ONE_ROW = StubEndpoint.rows("c", List.of(CLAIM + "0001"));
    private static final ServiceLimits NARROW = new ServiceLimits(Duration.ofMillis(1_200), 200_000, 1_000, 20, 100);

    @TempDir
    private static Path folder;

    private static StubEndpoint stub;
    private static ServerSocket trap;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        stub = new StubEndpoint();
        trap = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        List<String> allowed = new ArrayList<>(List.of(
                stub.answering("/one", 200, StubEndpoint.JSON, ONE_ROW),
                stub.answering("/moved", 302, "text/plain", "", "Location", "http://127.0.0.1:" + trap.getLocalPort()
                        + "/"),
                stub.answering("/down", 500, "text/plain", "java.lang.Exception at secret.example"),
                stub.answering("/page", 200, "text/html", "<h1>Administration of the router</h1>"),
                stub.answering("/broken", 200, StubEndpoint.JSON, ONE_ROW.substring(0, ONE_ROW.length() - 3)),
                stub.answering("/boolean", 200, StubEndpoint.JSON, "{\"head\":{},\"boolean\":true}"),
                stub.answering("/locked", 401, "text/plain", "", "WWW-Authenticate", "Basic realm=\"x\""),
                stub.answering("/long", 200, StubEndpoint.JSON, ONE_ROW + " ".repeat(300_000)),
                stub.answering("/many", 200, StubEndpoint.JSON, StubEndpoint.rows("c", claims(1_001))),
                stub.answering(
                        "/xml", 200, "application/sparql-results+xml; charset=utf-8",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:" + trap.getLocalPort() + "/\">]>"
                                + "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">"
                                + "<head><variable name=\"c\"/></head>"
                                + "<results><result><binding name=\"c\"><literal>&e;</literal></binding></result>"
                                + "</results></sparql>"),
                stub.silentAt("/silent")));
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            allowed.add("http://127.0.0.1:" + closed.getLocalPort() + "/sparql");
            nobody = allowed.get(allowed.size() - 1);
        }
        WorkLimits standard = WorkLimits.STANDARD;
        server = RunningServer.ofFixture(
                folder,
                ServerSettings.STANDARD
                        .within(
                                Limits.STANDARD.withTime(Duration.ofSeconds(5)),
                                new WorkLimits(standard.running(), standard.queue(), standard.longestWait(), 0,
                                        Duration.ZERO))
                        .calling(new ServiceSettings(allowed, AddressRule.PUBLIC_OR_LOOPBACK, NARROW)));
    }

    private static String nobody;

    @AfterAll
    static void stop() throws IOException {
        server.close();
        stub.close();
        trap.close();
    }

    private static List<String> claims(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("%04d"::formatted).map(CLAIM::concat).toList();
    }

    private static String service(String path) {
        return "SERVICE <" + (path.startsWith("/") ? stub.url(path) : path) + ">";
    }

    private static List<String> lines(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().lines().skip(1).sorted().toList();
    }

    private static HttpResponse<String> select(String query) throws Exception {
        return server.query(query, "Accept", "text/csv");
    }

    /** Whether anybody connected; one who did waits in the backlog, so that a short look is enough. */
    private static boolean trapped() throws IOException {
        trap.setSoTimeout(50);
        try {
            trap.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void what_an_endpoint_of_the_list_answers_is_joined() throws Exception {
        assertEquals(
                List.of(CLAIM + "0001"),
                lines(select("SELECT DISTINCT ?c { " + service("/one") + " { ?c a ?any } ?c ?p ?o }")));
        HttpResponse<String> answer = select("SELECT ?c { " + service("/one") + " { ?c a ?any } }");
        assertTrue(answer.headers().firstValue("ETag").isEmpty(), "what another endpoint says may change");
    }

    @Test
    void a_service_may_stand_in_a_subquery_in_exists_in_optional_and_in_a_union() throws Exception {
        for (String query : List.of(
                "SELECT ?c { { SELECT ?c { " + service("/one") + " { ?c a ?any } } } }",
                "SELECT ?c { { SELECT DISTINCT ?c { ?c a ?t . " + service("/one") + " { ?c a ?any } } } }",
                "SELECT ?c { VALUES ?c { <claim/C0001> } FILTER EXISTS { " + service("/one") + " { ?c a ?any } } }",
                "SELECT ?c { VALUES ?c { <claim/C0001> } OPTIONAL { " + service("/one") + " { ?c a ?any } } }",
                "SELECT ?c { { " + service("/one") + " { ?c a ?any } } UNION { <x:nothing> <x:is> ?c } }",
                "SELECT ?c { VALUES ?u { <" + stub.url("/one") + "> } SERVICE ?u { ?c a ?any } }")) {
            assertEquals(List.of(CLAIM + "0001"), lines(select(query)), query);
        }
    }

    @Test
    void variables_of_a_subquery_come_back_under_their_names() throws Exception {
        assertEquals(
                List.of(CLAIM + "0001," + CLAIM + "0001"),
                lines(select("SELECT ?c ?d { " + service("/one") + " { SELECT ?c { ?c a ?any } LIMIT 5 } "
                        + "{ SELECT (?c AS ?d) { " + service("/one") + " { ?c a ?any } } } }")));
    }

    @Test
    void bindings_go_out_many_at_once_and_each_value_once() throws Exception {
        int before = stub.queries().size();
        String twice = String.join(" ", claims(150).stream().map(claim -> "<" + claim + ">").toList());
        String query = "SELECT ?c ?n { VALUES ?n { 1 2 } VALUES ?c { " + twice + " } " + service("/one")
                + " { ?c a ?any } }";
        assertEquals(
                List.of(CLAIM + "0001,1", CLAIM + "0001,2"),
                lines(server.send("POST", "/sparql", query, "Content-Type", "application/sparql-query", "Accept",
                        "text/csv")));
        List<String> sent = stub.queries().subList(before, stub.queries().size());
        assertTrue(sent.size() <= 3, sent.size() + " requests");
        assertTrue(sent.stream().allMatch(text -> text.contains("VALUES") && !text.contains("?n")), sent.toString());
    }

    @Test
    void an_answer_to_the_same_question_is_asked_for_once() throws Exception {
        int before = stub.queries().size();
        assertEquals(
                300,
                lines(select("SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 300 } " + service("/one")
                        + " { ?c a ?any } }")).size());
        assertEquals(before + 1, stub.queries().size());
    }

    @ParameterizedTest
    @CsvSource({"/moved, 502", "/down, 502", "/page, 502", "/broken, 502", "/boolean, 502", "/locked, 502",
        "/long, 502",
        "/many, 502", "/xml, 502", "/silent, 504", "nobody, 502"})
    void a_failure_at_the_other_end_has_its_own_status_and_tells_nothing_of_what_is_there(String path, int status)
            throws Exception {
        String where = path.equals("nobody") ? nobody : path;
        HttpResponse<String> answer = select("SELECT * { " + service(where) + " { ?c a ?any } }");
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.body().startsWith("The endpoint <http://127.0.0.1:"), answer.body());
        for (String word : List.of("Exception", "secret", "router", "302", "500", "401", "refused", "java",
                "Connection")) {
            assertFalse(answer.body().contains(word), answer.body());
        }
        assertFalse(trapped());
        String silent = service(where).replace("SERVICE", "SERVICE SILENT");
        assertEquals(List.of("7"), lines(select("SELECT ?n { VALUES ?n { 7 } " + silent + " { ?n a ?any } }")));
    }

    @Test
    void the_budget_of_the_query_ends_the_wait() throws Exception {
        // Five waits of 1.2 s are more than the 5 s of the query, and SILENT passes over each.
        String silent = service("/silent").replace("SERVICE", "SERVICE SILENT");
        String query = "SELECT * { " + IntStream.range(0, 5)
                .mapToObj(i -> "{ SELECT * { " + silent + " { ?c" + i + " a ?any" + i + " } } }")
                .reduce("", String::concat) + " }";
        HttpResponse<String> answer = select(query);
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("5 s"), answer.body());
    }

    @Test
    void rows_that_ask_the_same_share_requests() throws Exception {
        int before = stub.queries().size();
        HttpResponse<String> answer = select("SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 60 } FILTER EXISTS { "
                + service("/one") + " { ?c a ?any } } }");
        assertEquals(60, lines(answer).size());
        assertTrue(stub.queries().size() - before <= 3);
    }

    @Test
    void a_query_sends_only_so_many_requests() throws Exception {
        int before = stub.queries().size();
        // Within a larger expression EXISTS is worked out for one row after the other.
        HttpResponse<String> answer =
                select("SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 60 } FILTER (?s = <x:none> || EXISTS { "
                        + service("/one") + " { ?c a ?any } }) }");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("more than 20 requests"), answer.body());
        assertTrue(stub.queries().size() - before <= 20);
    }

    @Test
    void what_the_other_endpoint_shall_work_out_is_not_looked_over_here() throws Exception {
        int before = stub.queries().size();
        select("SELECT * { " + service("/one") + " { ?c a ?any FILTER REGEX(CONCAT(STR(?c), \"x\"), \"^h\", \"i\") "
                + "OPTIONAL { ?c <x:p> [ <x:q> ?o ] BIND(STRLEN(?o) * 2 AS ?n) } } }");
        String sent = stub.queries().get(before);
        assertTrue(sent.contains("regex(concat(str(?c), \"x\"), \"^h\", \"i\")"), sent);
        assertTrue(sent.contains("strlen(?o) * 2") || sent.contains("( strlen(?o) * 2 )"), sent);
    }

    static Stream<String> refusals() {
        String port = ":" + trap.getLocalPort() + "/";
        List<String> targets = new ArrayList<>();
        for (String host : List.of(
                "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001",
                "localhost", "LOCALHOST", "localhost.", "127.0.0.1.", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
                "[0:0:0:0:0:0:0:1]", "0.0.0.0", "[::]", "0", "user@127.0.0.1", "sparql.uniprot.org@127.0.0.1",
                "127.0.0.2", "a.localhost", "ip6-localhost", "10.0.0.1", "169.254.169.254")) {
            targets.add("http://" + host + port);
        }
        // Near to one of the list.
        targets.add(stub.url("/one") + "?x=1");
        targets.add(stub.url("/one") + "#x");
        targets.add(stub.url("/one/"));
        targets.add(stub.url("/%6Fne"));
        targets.add(stub.url("/one").replace("http:", "HTTP:"));
        targets.add("file:///etc/passwd");
        targets.add("jar:file:///x!/y");
        targets.add("urn:x-arq:DefaultGraph");
        return targets.stream();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_is_not_on_the_list_is_refused_without_a_connection_however_it_is_written(String address)
            throws Exception {
        String target = "<" + address + ">";
        int before = stub.queries().size();
        for (String query : List.of(
                "SELECT * { SERVICE " + target + " { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT " + target + " { ?s ?p ?o } }",
                "SELECT * { VALUES ?u { " + target + " } SERVICE ?u { ?s ?p ?o } }",
                "SELECT * { VALUES ?u { " + target + " } SERVICE SILENT ?u { ?s ?p ?o } }",
                "SELECT * { BIND(IRI(CONCAT(\"" + address + "\", \"\")) AS ?u) SERVICE ?u { ?s ?p ?o } }",
                "SELECT * { VALUES ?u { " + target + " } FILTER EXISTS { SERVICE ?u { ?a ?b ?c } } }",
                "SELECT * { VALUES ?u { " + target + " } FILTER NOT EXISTS { SERVICE SILENT ?u { ?a ?b ?c } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE " + target + " { ?a ?b ?c } } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE SILENT " + target + " { ?a ?b ?c } } }",
                "SELECT * { { SELECT * { SERVICE " + target + " { ?a ?b ?c } } } }",
                "ASK { { SELECT * { VALUES ?u { " + target + " } SERVICE ?u { ?a ?b ?c } } } }",
                "CONSTRUCT { ?a ?b ?c } { SERVICE " + target + " { ?a ?b ?c } }",
                "DESCRIBE ?a { SERVICE " + target + " { ?a ?b ?c } }",
                "SELECT * { " + service("/one") + " { ?c a ?any . SERVICE " + target + " { ?a ?b ?c } } }")) {
            HttpResponse<String> answer = server.query(query);
            // What IRI() refuses to make leaves the variable without a value.
            boolean right = answer.statusCode() == 403 || answer.statusCode() == 400 && query.contains("BIND");
            assertTrue(right, query + " " + answer.statusCode() + " " + answer.body());
        }
        assertEquals(before, stub.queries().size());
        assertFalse(trapped());
    }

    @Test
    void where_jena_mixes_up_a_service_it_is_refused() throws Exception {
        String exists = "EXISTS { " + service("/one") + " { ?c a ?any } }";
        assertEquals(400, select("SELECT ?s { ?s ?p ?o } ORDER BY (" + exists + ")").statusCode());
        assertEquals(400, select("SELECT (MAX(" + exists + ") AS ?x) { ?s ?p ?o }").statusCode());
    }

    @Test
    void a_service_named_by_what_is_no_address_is_refused() throws Exception {
        assertEquals(403, select("SELECT * { VALUES ?u { \"" + stub.url("/one") + "\" } SERVICE ?u { ?s ?p ?o } }")
                .statusCode());
        assertEquals(400, select("SELECT * { SERVICE SILENT ?u { ?s ?p ?o } }").statusCode());
    }

    @Test
    void a_list_that_names_this_machine_without_the_switch_opens_no_connection() throws Exception {
        String port = ":" + trap.getLocalPort() + "/";
        List<String> names = List.of("http://localhost" + port, "http://127.0.0.1" + port, "http://127.1" + port,
                "http://[::1]" + port);
        try (RunningServer strict = RunningServer.scratch(ServerSettings.STANDARD.calling(
                new ServiceSettings(names, AddressRule.PUBLIC_ONLY, ServiceLimits.STANDARD)))) {
            for (String name : names) {
                for (String silent : List.of("", "SILENT ")) {
                    HttpResponse<String> answer = strict.query("SELECT * { SERVICE " + silent + "<" + name
                            + "> { ?s ?p ?o } }");
                    assertEquals(403, answer.statusCode(), answer.body());
                }
            }
            assertFalse(trapped());
        }
    }

    @Test
    void the_description_lists_what_may_be_called_and_only_then_says_that_it_federates() throws Exception {
        String told = server.get("/sparql", "Accept", "application/n-triples").body();
        assertTrue(told.contains("BasicFederatedQuery"), told);
        assertTrue(told.contains("<" + stub.url("/one") + ">"), told);
        assertTrue(server.get("/sparql", "Accept", "text/html").body().contains(stub.url("/one")));
        try (RunningServer closed = RunningServer.ofFixture(folder.resolve("closed"), ServerSettings.STANDARD)) {
            assertFalse(closed.get("/sparql", "Accept", "application/n-triples").body()
                    .contains("BasicFederatedQuery"));
        }
    }
}
