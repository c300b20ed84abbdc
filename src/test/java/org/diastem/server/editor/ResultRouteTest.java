// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diastem.server.app.ServerSettings;
import org.diastem.testing.HtmlCheck;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a query as a page, for readers without JavaScript. */
class ResultRouteTest {
    private static final Pattern COUNT = Pattern.compile("data-count=\"(\\d+)\"");
    private static final Pattern TEXT = Pattern.compile("<textarea[^>]*>(.*?)</textarea>", Pattern.DOTALL);
    private static final HtmlCheck CHECK = new HtmlCheck();

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

    private static HttpResponse<String> result(String query, String language) throws Exception {
        HttpResponse<String> page =
                server.get("/query-result?query=" + RunningServer.encoded(query) + "&lang=" + language);
        assertEquals(List.of(), CHECK.of(page.body()), query);
        assertTrue(page.body().contains("<html lang=\"" + language + '"'));
        return page;
    }

    @Test
    void rows_are_a_table_whose_terms_lead_to_their_pages_and_whose_texts_say_their_language() throws Exception {
        String page = result("SELECT ?class ?label ?none { ?class a <http://www.w3.org/2002/07/owl#Class> ;"
                + " <http://www.w3.org/2000/01/rdf-schema#label> ?label } ORDER BY ?class ?label", "en").body();
        Matcher count = COUNT.matcher(page);
        assertTrue(count.find());
        assertTrue(Integer.parseInt(count.group(1)) > 10);
        String link = "<a href=\"" + server.url()
                + "/ontology/GrowthFactor?lang=en\"><code>dia:GrowthFactor</code></a>";
        assertTrue(page.contains(link), page);
        assertTrue(page.contains("<td lang=\"zh\">\n生长因子"), page);
        assertEquals(200, server.get("/ontology/GrowthFactor?lang=en", "Accept", "text/html").statusCode());
        assertTrue(page.contains("/sparql.csv?query="));
    }

    @Test
    void the_query_that_the_editor_begins_with_has_rows_in_both_languages() throws Exception {
        for (String language : List.of("en", "zh")) {
            Matcher begun = TEXT.matcher(server.get("/query?lang=" + language, "Accept", "text/html").body());
            assertTrue(begun.find());
            String query = begun.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", "\"")
                    .replace("&quot;", "\"");
            Matcher count = COUNT.matcher(result(query, language).body());
            assertTrue(count.find());
            assertTrue(Integer.parseInt(count.group(1)) > 0, query);
        }
    }

    @Test
    void a_yes_or_no_and_triples_are_told_in_the_language_of_the_page() throws Exception {
        assertTrue(result("ASK {}", "zh").body().contains("<strong>是</strong>"));
        String triples = result("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 7", "zh").body();
        assertTrue(triples.contains("data-count=\"7\">共 7 条三元组。"), triples);
        assertTrue(triples.contains("/sparql.ttl?query="));
        String described = result("DESCRIBE <https://w3id.org/diastem/ontology/GrowthFactor>", "en").body();
        assertTrue(described.contains("triples."), described);
    }

    @Test
    void what_is_more_than_a_page_holds_is_said() throws Exception {
        String many = "SELECT * { VALUES ?a { 1 2 3 4 5 6 7 8 9 10 } VALUES ?b { 1 2 3 4 5 6 7 8 9 10 }"
                + " VALUES ?c { 1 2 3 4 5 6 7 8 9 10 11 } }";
        String page = result(many, "en").body();
        assertTrue(page.contains("data-count=\"" + ResultView.MOST_ROWS + '"'));
        assertTrue(page.contains("There are more"));
        String whole = result(many.replace(" 11 ", " "), "en").body();
        assertTrue(whole.contains("data-count=\"" + ResultView.MOST_ROWS + '"'));
        assertFalse(whole.contains("There are more"));
    }

    @Test
    void a_query_that_is_refused_is_told_on_a_page_with_the_query() throws Exception {
        HttpResponse<String> broken = result("SELECT * { ?s ?p", "zh");
        assertEquals(400, broken.statusCode());
        assertTrue(broken.body().contains("line 1"), broken.body());
        assertTrue(broken.body().contains("SELECT * { ?s ?p"));
        assertEquals(403, result("SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }", "en").statusCode());
        assertEquals(400, server.get("/query-result").statusCode());
        assertEquals(405, server.post("/query-result", "text/plain", "ASK {}").statusCode());
    }

    @Test
    void what_comes_from_the_data_or_the_address_stays_text_and_no_link_runs_a_script() throws Exception {
        String page = result(
                "SELECT (\"<script>alert(1)</script>\" AS ?a) (<javascript:alert(1)> AS ?b) {}", "en").body();
        assertFalse(page.contains("<script>alert"), page);
        assertFalse(page.contains("href=\"javascript"), page);
    }

    @Test
    void an_answer_is_known_again_unless_it_may_change() throws Exception {
        String address = "/query-result?query=" + RunningServer.encoded("ASK {}");
        String tag = server.get(address).headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get(address, "If-None-Match", tag).statusCode());
        HttpResponse<String> now = server.get("/query-result?query="
                + RunningServer.encoded("SELECT (NOW() AS ?n) {}"));
        assertEquals("no-store", now.headers().firstValue("Cache-Control").orElseThrow());
    }
}
