// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.diastem.build.Project;
import org.diastem.server.app.ServerSettings;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ExploreRouteTest {
    private static final Pattern DRAWING = Pattern.compile("<svg [^>]*class=\"paths\".*?</svg>", Pattern.DOTALL);
    private static final Pattern QUERY = Pattern.compile("<code>(PREFIX.*?)</code>", Pattern.DOTALL);
    private static final String SCARRING = "/explore?from=StemCell&to=Scarring";
    private static final String HOSTILE = "repair <script>alert('&\"')</script>";

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        Project project = FixtureProject.copyTo(folder.resolve("project"));
        Path ontology = project.english();
        String text = Files.readString(ontology);
        String label = "rdfs:label \"repair\"@en";
        assertTrue(text.contains(label));
        Files.writeString(ontology, text.replace(label, "rdfs:label \"" + HOSTILE.replace("\"", "\\\"")
                + "\"@en ; oboInOwl:hasExactSynonym \"repair\"@en"));
        server = RunningServer.ofProject(folder, project, ServerSettings.STANDARD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> page(String path, String language) throws Exception {
        return server.get(path, "Accept", "text/html", "Accept-Language", language);
    }

    private static JsonObject data(String path) throws Exception {
        HttpResponse<String> answer = server.get(path, "Accept", "application/json");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("application/json", answer.headers().firstValue("Content-Type").orElse(""));
        return JSON.parse(answer.body());
    }

    private static List<String> ids(JsonObject answer) {
        return answer.get("paths").getAsArray().stream()
                .map(path -> path.getAsObject().getString("id"))
                .toList();
    }

    @Test
    void paths_are_had_as_data_with_every_step_its_sign_and_its_weakest_link() throws Exception {
        JsonObject answer = data("/explore?from=StemCell&to=Repair");
        assertEquals(List.of("C0001-C0002", "C0011-C0002"), ids(answer));
        assertEquals(Namespaces.DIA + "Raises", answer.getString("netSign"));
        assertTrue(answer.getBoolean("complete"));
        JsonObject first = answer.get("paths").getAsArray().get(0).getAsObject();
        assertEquals(Namespaces.BASE + "hypothesis/C0001-C0002", first.getString("hypothesis"));
        assertEquals(Namespaces.BASE + "claim/C0001", first.get("weakest").getAsObject().getString("claim"));
        JsonObject step = first.get("steps").getAsArray().get(1).getAsObject();
        assertEquals(Namespaces.BASE + "claim/C0002", step.getString("claim"));
        assertEquals(Namespaces.DIA + "promotes", step.get("predicate").getAsObject().getString("iri"));
        assertFalse(step.getBoolean("qualified"));
        assertEquals(HOSTILE, step.get("object").getAsObject().get("label").getAsObject().getString("en"));
    }

    @Test
    void a_claim_that_joins_the_ends_by_itself_is_a_path_of_one_step_and_no_hypothesis() throws Exception {
        JsonObject answer = data("/explore?from=GrowthFactor&to=Repair");
        JsonObject only = answer.get("paths").getAsArray().get(0).getAsObject();
        assertEquals("C0002", only.getString("id"));
        assertTrue(only.get("hypothesis").isNull());
    }

    @Test
    void conditional_claims_leave_the_sign_undetermined_and_the_page_says_why() throws Exception {
        JsonObject answer = data(SCARRING);
        assertEquals(List.of("C0001-C0003", "C0001-C0004", "C0011-C0003", "C0011-C0004"), ids(answer));
        assertEquals(Namespaces.DIA + "Undetermined", answer.getString("netSign"));
        assertTrue(answer.getBoolean("qualifiedClaims"));
        assertTrue(page(SCARRING, "en").body().contains("hold only under a condition"));
        assertTrue(page(SCARRING, "zh").body().contains("一定条件下"));
    }

    @Test
    void the_query_of_the_page_gives_the_hypotheses_of_the_answer_with_every_step() throws Exception {
        JsonObject answer = data(SCARRING);
        Set<String> expected = new TreeSet<>();
        for (JsonValue path : answer.get("paths").getAsArray()) {
            for (JsonValue step : path.getAsObject().get("steps").getAsArray()) {
                expected.add(path.getAsObject().getString("hypothesis") + " " + step.getAsObject().getString("claim"));
            }
        }
        String body = page(SCARRING, "en").body();
        Matcher shown = QUERY.matcher(body);
        assertTrue(shown.find());
        String query = shown.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        assertEquals(answer.getString("query"), query);
        HttpResponse<String> rows = server.query(query, "Accept", "text/csv");
        assertEquals(200, rows.statusCode(), rows.body());
        Set<String> found = new TreeSet<>();
        rows.body().lines().skip(1).forEach(row -> found.add(row.split(",")[0] + " " + row.split(",")[5]));
        assertEquals(expected, found);
        assertTrue(body.contains("/query?query="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void the_drawing_is_well_formed_and_every_line_of_it_is_a_claim_of_the_answer(String language) throws Exception {
        for (String ends : List.of(
                "from=StemCell&to=Scarring", "from=StemCell&to=Repair", "from=GrowthFactor&to=Repair")) {
            Set<String> claims = new HashSet<>();
            data("/explore?" + ends).get("paths").getAsArray().forEach(path -> path.getAsObject()
                    .get("steps")
                    .getAsArray()
                    .forEach(step -> claims.add(step.getAsObject().getString("claim"))));
            Matcher drawing = DRAWING.matcher(page("/explore?" + ends, language).body());
            assertTrue(drawing.find());
            Element root = parse(drawing.group());
            Set<String> drawn = new HashSet<>();
            int plates = 0;
            for (Element link : elements(root, "a")) {
                if (!link.getAttribute("data-claim").isEmpty()) {
                    plates++;
                    drawn.add(Namespaces.BASE + "claim/" + link.getAttribute("data-claim"));
                    assertTrue(link.getAttribute("href").startsWith(server.url() + "/claim/"));
                    assertFalse(elements(link, "title").get(0).getTextContent().isBlank());
                }
            }
            assertEquals(claims, drawn);
            long lines = elements(root, "path").stream().filter(path -> path.hasAttribute("data-paths")).count();
            assertEquals(plates, lines);
        }
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @Test
    void hostile_labels_and_names_are_only_ever_text() throws Exception {
        String body = page("/explore?from=StemCell&to=Repair", "en").body();
        assertFalse(body.contains("<script>alert"));
        assertTrue(body.contains("&lt;script&gt;alert"));
        HttpResponse<String> unknown =
                page("/explore?from=" + RunningServer.encoded("<script>alert(1)</script>"), "en");
        assertEquals(404, unknown.statusCode());
        assertFalse(unknown.body().contains("<script>alert"));
    }

    @Test
    void of_many_paths_the_shortest_are_given_and_the_page_leads_to_more() throws Exception {
        JsonObject answer = data(SCARRING + "&paths=2");
        assertEquals(ids(data(SCARRING)).subList(0, 2), ids(answer));
        assertFalse(answer.getBoolean("complete"));
        assertTrue(page(SCARRING + "&paths=2", "en").body().contains("paths=500"));
        assertFalse(page(SCARRING, "en").body().contains("paths=500"));
    }

    @Test
    void names_are_understood_as_local_names_iris_and_labels_in_both_languages() throws Exception {
        List<String> expected = ids(data(SCARRING));
        for (String name : List.of("dia:StemCell", Namespaces.DIA + "StemCell", "Example stem cell", "示例干细胞")) {
            assertEquals(expected, ids(data("/explore?to=Scarring&from=" + RunningServer.encoded(name))), name);
        }
    }

    @Test
    void what_is_said_of_a_broader_start_counts_and_what_has_no_path_is_said_so() throws Exception {
        assertEquals(ids(data(SCARRING)), ids(data("/explore?from=CordStemCell&to=Scarring")));
        JsonObject none = data("/explore?from=Scarring&to=StemCell");
        assertEquals(List.of(), ids(none));
        assertTrue(page("/explore?from=Scarring&to=StemCell", "en").body().contains("No path of claims leads"));
    }

    @Test
    void only_ends_with_a_path_are_offered_once_a_start_is_chosen() throws Exception {
        String body = page("/explore?from=GrowthFactor", "en").body();
        String ends = body.substring(body.indexOf("name=\"to\""), body.indexOf("name=\"steps\""));
        assertTrue(ends.contains("value=\"Repair\""));
        assertTrue(ends.contains("value=\"Scarring\""));
        assertFalse(ends.contains("value=\"StemCell\""));
        assertTrue(body.contains("Choose a start and an end."));
    }

    @Test
    void a_newcomer_sees_paths_at_once() throws Exception {
        assertTrue(DRAWING.matcher(page("/explore", "en").body()).find());
        assertTrue(page("/explore", "zh").body().contains("机制路径浏览"));
    }

    @Test
    void unknown_ends_are_answered_with_the_nearest_names() throws Exception {
        HttpResponse<String> page = page("/explore?from=StemCel&to=Scarring", "en");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("from=StemCell"));
        HttpResponse<String> data = server.get("/explore?from=StemCel&to=Scarring&format=json");
        assertEquals(404, data.statusCode());
        assertTrue(data.body().contains("StemCell"), data.body());
    }

    @Test
    void what_cannot_be_answered_is_refused_with_a_reason() throws Exception {
        for (String query : List.of(
                "steps=1", "steps=7", "steps=x", "paths=0", "paths=501", "format=xml", "from=a&from=b", "format=json")) {
            HttpResponse<String> answer = server.get("/explore?" + query);
            assertEquals(400, answer.statusCode(), query);
            assertTrue(answer.body().contains(query.startsWith("format=json") ? "from" : query.split("=")[0]));
        }
        assertEquals(406, server.get(SCARRING, "Accept", "image/png").statusCode());
        assertEquals(405, server.send("DELETE", SCARRING, null).statusCode());
        assertEquals(400, server.get("/explore?from=" + "x".repeat(301)).statusCode());
    }

    @Test
    void each_form_and_language_has_a_tag_of_its_own_and_is_not_sent_twice() throws Exception {
        Set<String> tags = new HashSet<>();
        for (String[] headers : new String[][] {
            {"Accept", "text/html", "Accept-Language", "en"},
            {"Accept", "text/html", "Accept-Language", "zh"},
            {"Accept", "application/json", "Accept-Language", "en"},
        }) {
            String tag = server.get(SCARRING, headers).headers().firstValue("ETag").orElseThrow();
            assertTrue(tags.add(tag));
            List<String> again = new ArrayList<>(List.of(headers));
            again.addAll(List.of("If-None-Match", tag));
            assertEquals(304, server.get(SCARRING, again.toArray(String[]::new)).statusCode());
        }
    }

    @Test
    void a_hypothesis_and_its_steps_answer_at_their_addresses_and_no_plain_query_finds_them() throws Exception {
        for (String name : List.of("C0001-C0002", "step-1-C0001")) {
            HttpResponse<String> turtle = server.get("/hypothesis/" + name, "Accept", "text/turtle");
            assertEquals(200, turtle.statusCode());
            assertTrue(turtle.body().contains("hypothesis:" + name));
            assertEquals(200, page("/hypothesis/" + name, "zh").statusCode());
        }
        String prefix = "PREFIX dia: <" + Namespaces.DIA + "> PREFIX graph: <" + Namespaces.GRAPH + "> ";
        String plain = prefix + "SELECT ?any { ?any a dia:Hypothesis }";
        assertEquals(1, server.query(plain, "Accept", "text/csv").body().lines().count());
        String named = prefix + "SELECT ?any { GRAPH graph:hypotheses { ?any a dia:Hypothesis } }";
        assertEquals(7, server.query(named, "Accept", "text/csv").body().lines().count());
        String counted = "PREFIX void: <" + Namespaces.VOID + "> " + prefix + "SELECT ?members { graph:hypotheses "
                + "void:classPartition ?part . ?part void:class dia:Hypothesis ; void:entities ?members }";
        assertEquals("6", server.query(counted, "Accept", "text/csv").body().lines().skip(1).findFirst().orElse(""));
        String search = "/search?q=" + RunningServer.encoded("nobody asserted as a whole");
        assertFalse(server.get(search).body().contains("hypothesis/"));
    }
}
