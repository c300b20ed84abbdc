// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.diastem.server.app.ServerSettings;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /search} over HTTP: what an answer holds, how it is kept, and what is refused. */
class SearchRouteTest {
    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.ofFixture(folder, ServerSettings.STANDARD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_hit_tells_what_it_is_and_where_the_words_stand() throws Exception {
        JsonObject hit = hits("q=肾病").get(0).getAsObject();
        assertEquals("https://w3id.org/diastem/ontology/KidneyDisease", text(hit, "iri"));
        assertEquals("/ontology/KidneyDisease", text(hit, "path"));
        assertEquals("concept", text(hit, "type"));
        assertEquals("exact-label", text(hit, "rank"));
        assertEquals("肾病", text(hit.getObj("label"), "zh"));
        assertFalse(text(hit.getObj("label"), "en").isEmpty());
        JsonObject match = hit.getObj("match");
        assertEquals("http://www.w3.org/2000/01/rdf-schema#label", text(match, "property"));
        assertEquals("肾病", text(match, "text"));
        assertEquals("zh", text(match, "lang"));
        assertEquals("[ [ 0 , 2 ] ]", marks(match));
        assertTrue(hit.get("score").getAsNumber().value().doubleValue() > 0);
    }

    @Test
    void labels_come_before_statements() throws Exception {
        List<JsonObject> hits = hits("q=growth+factors");
        assertEquals("/ontology/GrowthFactor", text(hits.get(0), "path"));
        assertTrue(hits.stream().anyMatch(hit -> text(hit, "path").equals("/claim/C0001")));
    }

    @Test
    void types_languages_and_pages_narrow_the_answer() throws Exception {
        List<JsonObject> claims = hits("q=growth+factor&type=claim");
        assertTrue(claims.size() > 1);
        assertTrue(claims.stream().allMatch(hit -> text(hit, "type").equals("claim")));
        assertTrue(hits("q=growth+factor&type=claim,concept").size() > claims.size());
        assertEquals(List.of(), hits("q=growth+factor&lang=zh"));
        assertEquals(
                text(claims.get(1), "iri"), text(hits("q=growth+factor&type=claim&limit=1&offset=1").get(0), "iri"));
        JsonValue total = answer("q=growth+factor&type=claim&limit=1").get("total");
        assertEquals(claims.size(), total.getAsNumber().value().intValue());
    }

    @ParameterizedTest
    @CsvSource({"C0001, /claim/C0001", "c0001, /claim/C0001", "growthfactor, /ontology/GrowthFactor"})
    void a_thing_is_found_by_the_end_of_its_address(String words, String path) throws Exception {
        assertEquals(path, text(hits("q=" + words).get(0), "path"));
    }

    @ParameterizedTest
    @CsvSource({"肾, /ontology/Kidney", "肾病, /ontology/KidneyDisease", "g, /ontology/GrowthFactor",
        "fac, /ontology/Factor", "growth f, /ontology/GrowthFactor", "ＧＲＯＷ, /ontology/GrowthFactor",
        "干性, /ontology/StemCell"})
    void suggestions_begin_with_the_first_letter_or_character(String begun, String path) throws Exception {
        List<String> paths = hits("mode=suggest&q=" + RunningServer.encoded(begun)).stream()
                .map(hit -> text(hit, "path"))
                .toList();
        assertTrue(paths.contains(path), begun + " suggests " + paths);
    }

    @Test
    void a_suggestion_marks_what_was_typed_and_a_word_in_the_middle_comes_last() throws Exception {
        List<JsonObject> hits = hits("mode=suggest&q=fac&lang=en");
        assertEquals("/ontology/Factor", text(hits.get(0), "path"));
        assertEquals("[ [ 0 , 3 ] ]", marks(hits.get(0).getObj("match")));
        JsonObject last = hits.get(hits.size() - 1);
        assertFalse(text(last.getObj("match"), "text").startsWith("fac"));
        assertEquals(List.of(), hits("mode=suggest&q=actor"));
    }

    @Test
    void a_known_answer_is_not_sent_again_and_anybody_may_read_it() throws Exception {
        HttpResponse<String> first = server.get("/search?q=factor");
        assertEquals(200, first.statusCode());
        assertEquals("application/json", first.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("*", first.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertTrue(first.headers().firstValue("Vary").orElseThrow().contains("Accept-Encoding"));
        assertTrue(first.headers().firstValue("DiaStem-Release").isPresent());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get("/search?q=factor", "If-None-Match", tag).statusCode());
        assertEquals(200, server.get("/search?q=factor&limit=1", "If-None-Match", tag).statusCode());
        HttpResponse<String> head = server.send("HEAD", "/search?q=factor", null);
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(405, server.send("POST", "/search", "q=factor").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"'', q", "q=, q", "q=%20, q", "q=a&q=b, q", "q=cell&limit=0, limit", "q=cell&limit=101, limit",
        "q=cell&limit=x, limit", "q=cell&limit=99999999999, limit", "q=cell&offset=-1, offset", "q=cell&lang=fr, lang",
        "q=cell&type=gene, type", "q=cell&mode=all, mode", "q=@long@, q", "q=@words@, q"})
    void a_request_that_is_wrong_is_told_which_parameter(String query, String parameter) throws Exception {
        String whole = query.replace("@long@", "a".repeat(201)).replace("@words@", "cell+".repeat(17));
        HttpResponse<String> answer = server.get("/search?" + whole);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().startsWith("The parameter " + parameter + " "), answer.body());
    }

    /** None of these is syntax here, and none may break anything. */
    @ParameterizedTest
    @CsvSource({"*", "*:*", "/(a|a)*b/", "a~100", "[a TO z]", "AND", "(", "'\"'", "cell'\"'", "\\", "&&", "<script>",
        "体", "…", "_", "%00", "%F0%9F%A7%AC"})
    void signs_are_only_signs(String words) throws Exception {
        String encoded = words.startsWith("%") ? words : RunningServer.encoded(words);
        for (String mode : List.of("search", "suggest")) {
            HttpResponse<String> answer = server.get("/search?mode=" + mode + "&q=" + encoded);
            assertEquals(200, answer.statusCode(), answer.body());
            JSON.parse(answer.body());
        }
    }

    @Test
    void a_phrase_without_spaces_is_cut_at_the_names_in_it_if_it_is_not_found_as_a_whole() throws Exception {
        List<JsonObject> hits = hits("q=" + RunningServer.encoded("干细胞生长因子"));
        JsonObject claim = hits.stream()
                .filter(hit -> text(hit, "path").equals("/claim/C0001"))
                .findFirst()
                .orElseThrow();
        assertEquals("示例干细胞分泌生长因子。", text(claim.getObj("match"), "text"));
        assertFalse(claim.getObj("match").get("marks").getAsArray().isEmpty());
    }

    @Test
    void what_tells_nothing_finds_nothing() throws Exception {
        assertEquals(List.of(), hits("q=体"));
        assertEquals(List.of(), hits("q=***"));
        assertEquals(List.of(), hits("q=nothing+like+it"));
    }

    private static JsonObject answer(String query) throws Exception {
        HttpResponse<String> answer = server.get("/search?" + query);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.parse(answer.body());
    }

    private static List<JsonObject> hits(String query) throws Exception {
        Stream<JsonValue> hits = answer(query).get("hits").getAsArray().stream();
        return hits.map(JsonValue::getAsObject).toList();
    }

    private static String marks(JsonObject match) {
        return match.get("marks").toString().replaceAll("\\s+", " ").strip();
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString().value();
    }
}
