// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools as a model uses them, through the client of the protocol's own library, over the real data. */
class AgentRouteTest {
    private static final String JSON = "application/json";
    private static final Set<String> TOOLS = Set.of(
            "find_terms", "get_entity", "get_schema", "find_examples", "check_query", "run_query", "get_evidence",
            "mechanism_paths", "list_gaps");

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static McpSyncClient client;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.ofRealProject(
                folder,
                ServerSettings.STANDARD.within(Limits.STANDARD.withTime(Duration.ofSeconds(2)), WorkLimits.STANDARD));
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(server.url()).endpoint("/mcp").build()).build();
        client.initialize();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> call(String tool, Map<String, Object> arguments, boolean failed) {
        McpSchema.CallToolResult result = client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
        Map<String, Object> answer = (Map<String, Object>) result.structuredContent();
        assertEquals(failed, Boolean.TRUE.equals(result.isError()), answer.toString());
        assertTrue(answer.containsKey("release"));
        assertTrue(failed ? answer.containsKey("hint") : answer.containsKey("query"), answer.toString());
        return answer;
    }

    private static List<?> rows(Map<String, Object> answer) {
        return (List<?>) answer.get("rows");
    }

    @Test
    void the_tools_are_listed_as_reading_only_and_tell_what_they_take() {
        List<McpSchema.Tool> tools = client.listTools().tools();
        assertEquals(TOOLS, tools.stream().map(McpSchema.Tool::name).collect(Collectors.toSet()));
        for (McpSchema.Tool tool : tools) {
            assertTrue(tool.annotations().readOnlyHint(), tool.name());
            assertTrue(tool.description().length() > 60, tool.name());
            assertEquals("object", tool.inputSchema().get("type"));
        }
        assertTrue(client.getServerInstructions().contains("no medical advice"));
    }

    @Test
    void a_question_is_answered_with_the_claim_and_the_evidence_for_and_against_it() {
        Map<String, Object> found = call("find_terms", Map.of("text", "adipose-derived apoptosis", "type", "claim"), false);
        assertTrue(found.get("hits").toString().contains("https://w3id.org/diastem/claim/C0383"), found.toString());
        Map<String, Object> evidence = call("get_evidence", Map.of("claim", "C0383"), false);
        assertEquals("https://w3id.org/diastem/claim/C0383", evidence.get("claim"));
        assertEquals(1, ((List<?>) evidence.get("for")).size());
        assertEquals(1, ((List<?>) evidence.get("against")).size());
        assertTrue(evidence.get("for").toString().contains("https://w3id.org/diastem/reference/"), evidence.toString());
    }

    @Test
    void a_chinese_word_finds_the_concept() {
        assertTrue(call("find_terms", Map.of("text", "外泌体"), false).toString().contains("ontology/"));
    }

    @Test
    void an_entity_comes_with_what_is_said_of_it() {
        Map<String, Object> claim = call("get_entity", Map.of("iri", "claim:C0035"), false);
        assertTrue(claim.get("statements").toString().contains("claimSubject"));
        assertTrue(claim.get("about_what_it_mentions").toString().contains("forClaim"));
        assertTrue(call("get_entity", Map.of("iri", "dia:Nothing"), true).get("hint").toString().contains("find_terms"));
        call("get_entity", Map.of("iri", "x> } DROP ALL #"), true);
    }

    @Test
    void the_schema_tells_classes_and_their_properties() {
        assertTrue(rows(call("get_schema", Map.of(), false)).toString().contains("MechanismClaim"));
        assertTrue(rows(call("get_schema", Map.of("class", "dia:MechanismClaim"), false)).toString().contains("claimSubject"));
        call("get_schema", Map.of("class", "dia:Nonsense"), true);
    }

    @Test
    void examples_are_found_by_words_in_both_languages() {
        assertFalse(rows(call("find_examples", Map.of("words", "VEGF"), false)).isEmpty());
        assertFalse(rows(call("find_examples", Map.of(), false)).isEmpty());
        call("find_examples", Map.of("words", "zebra \") } #"), true);
    }

    @Test
    void a_query_is_checked_with_the_terms_that_do_not_exist() {
        Map<String, Object> checked =
                call("check_query", Map.of("query", "SELECT * { ?c dia:claimSubjekt dia:MesenchymalStemCel }"), false);
        assertEquals(true, checked.get("accepted"));
        assertTrue(checked.get("unknown_terms").toString().contains("dia:claimSubject"), checked.toString());
        assertTrue(checked.get("unknown_terms").toString().contains("dia:MesenchymalStemCell"), checked.toString());
        Map<String, Object> broken = call("check_query", Map.of("query", "SELECT * { ?s ?p }"), false);
        assertEquals(false, broken.get("accepted"));
        assertTrue(broken.get("problem").toString().contains("line 1"), broken.toString());
    }

    @Test
    void a_query_runs_with_its_prefixes_filled_in_and_says_if_there_is_more() {
        Map<String, Object> answer = call(
                "run_query", Map.of("query", "SELECT ?c { ?c dia:claimSubject dia:MesenchymalStemCell }", "limit", 3), false);
        assertEquals(3, rows(answer).size());
        assertEquals(true, answer.get("more"));
        assertTrue(answer.get("query").toString().startsWith("PREFIX dia:"));
        assertEquals(true, call("run_query", Map.of("query", "ASK { ?s ?p ?o }"), false).get("boolean"));
    }

    @Test
    void budgets_and_refusals_come_with_a_hint_and_not_as_faults() {
        call("run_query", Map.of("query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"), true);
        call("run_query", Map.of("query", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), true);
        call("run_query", Map.of("query", "DROP ALL"), true);
        call("run_query", Map.of("query", "SELECT * { ?s <http://jena.apache.org/text#query> \"a AND (\" }"), true);
        call("run_query", Map.of(), true);
        call("run_query", Map.of("query", 5), true);
        call("run_query", Map.of("query", "ASK {}", "limit", 100_000), true);
        call("run_query", Map.of("query", "ASK {}", "depth", 1), true);
        call("get_evidence", Map.of("claim", "C9999"), true);
        call("get_evidence", Map.of("claim", "the claim"), true);
        call("list_gaps", Map.of("topic", "Flu"), true);
    }

    @Test
    void mechanism_paths_come_with_their_claims_their_sign_and_their_weakest_link() {
        Map<String, Object> answer =
                call("mechanism_paths", Map.of("from", "dia:InsulinResistance", "to", "dia:TissueInjury", "limit", 3), false);
        List<?> paths = (List<?>) answer.get("paths");
        assertFalse(paths.isEmpty());
        assertTrue(paths.get(0).toString().contains("weakest_claim=https://w3id.org/diastem/claim/C"), answer.toString());
        assertFalse(rows(call("run_query", Map.of("query", answer.get("query")), false)).isEmpty());
        call("mechanism_paths", Map.of("from", "dia:Heart", "to", "dia:InsulinResistance"), true);
        call("mechanism_paths", Map.of("from", "dia:Nothing", "to", "dia:TissueInjury"), true);
    }

    @Test
    void gaps_are_listed_by_topic_and_level() {
        Map<String, Object> gaps =
                call("list_gaps", Map.of("topic", "DiabeticNeuropathy", "level", "RandomisedOrPooledHuman", "limit", 5), false);
        assertEquals(5, rows(gaps).size());
        assertTrue(rows(gaps).toString().contains("https://w3id.org/diastem/claim/C"));
    }

    @Test
    void other_sites_other_methods_and_other_bodies_are_refused() throws Exception {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        assertEquals(200, server.post("/mcp", JSON, ping).statusCode());
        assertEquals(403, server.post("/mcp", JSON, ping, "Origin", "https://evil.example").statusCode());
        assertEquals(200, server.post("/mcp", JSON, ping, "Origin", server.url()).statusCode());
        assertEquals(405, server.get("/mcp").statusCode());
        assertEquals(415, server.post("/mcp", "text/plain", ping).statusCode());
        assertEquals(400, server.post("/mcp", JSON, "{").statusCode());
        assertEquals(400, server.post("/mcp", JSON, "[]").statusCode());
        assertEquals(202, server.post("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").statusCode());
        String unknown = server.post("/mcp", JSON, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing\"}").body();
        assertTrue(unknown.contains("-32601"), unknown);
    }

    @Test
    void the_command_serves_the_same_tools_over_its_streams() {
        ServerParameters parameters = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args("-cp", System.getProperty("java.class.path"), "org.diastem.cli.Main", "mcp", "--build", folder.resolve("build").toString())
                .build();
        try (McpSyncClient local = McpClient.sync(new StdioClientTransport(parameters, McpJsonDefaults.getMapper()))
                .initializationTimeout(Duration.ofMinutes(2))
                .requestTimeout(Duration.ofMinutes(1))
                .build()) {
            local.initialize();
            assertEquals(TOOLS.size(), local.listTools().tools().size());
            McpSchema.CallToolResult result =
                    local.callTool(McpSchema.CallToolRequest.builder("get_evidence").arguments(Map.of("claim", "claim:C0035")).build());
            assertTrue(result.structuredContent().toString().contains("reference/"), result.toString());
        }
    }
}
