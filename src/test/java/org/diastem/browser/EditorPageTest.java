// SPDX-License-Identifier: Apache-2.0
package org.diastem.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.Browser;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The query editor over the real data, in a real browser: what it shows, and that it asks nobody but this server. */
class EditorPageTest {
    private static final int WIDE = 1280;
    private static final int PHONE = 360;

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.ofRealProject(
                folder,
                ServerSettings.STANDARD.within(
                        Limits.STANDARD,
                        RunningServer.forAnyClient()));
        browser = Browser.over(server.url());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    @Test
    void an_example_is_one_click_away_and_its_table_has_as_many_rows_as_were_recorded() {
        try (Browser.Tab tab = browser.open("/query")) {
            Locator example = tab.page().locator(".editor-examples a[href*='036-kinds-of-claims']");
            String rows = example.locator("xpath=following-sibling::small").textContent().replaceAll("\\D", "");
            example.click();
            answered(tab.page());
            assertEquals(Integer.parseInt(rows), tab.page().locator(".yasr tbody tr").count());
            assertTrue(tab.page().locator("#recorded").textContent().contains(rows));
            assertEquals(List.of(), tab.troubles());
        }
    }

    @Test
    void a_permanent_link_replays_its_query_and_says_so_when_the_release_is_another() {
        try (Browser.Tab tab = browser.open("/query")) {
            type(tab.page(), "SELECT (42 AS ?answer) {}");
            tab.page().locator("#query-run").click();
            answered(tab.page());
            String link = tab.page().locator("#query-link").getAttribute("href");
            assertTrue(link.contains("release="), link);
            try (Browser.Tab replayed = browser.open(link.substring(server.url().length()))) {
                answered(replayed.page());
                assertTrue(replayed.page().locator(".yasr tbody").textContent().contains("42"));
                assertEquals(0, replayed.page().locator("#other-release").count());
                assertEquals(List.of(), replayed.troubles());
            }
            try (Browser.Tab old = browser.open(
                    link.substring(server.url().length()).replaceAll("release=[^&]*", "release=0.0.9-abc"))) {
                assertTrue(old.page().locator("#other-release").textContent().contains("0.0.9-abc"));
            }
        }
    }

    @Test
    void a_graph_is_drawn_and_a_table_with_numbers_has_bars() {
        try (Browser.Tab tab = browser.open("/query?example=077-mechanism-network-of-a-section")) {
            answered(tab.page());
            tab.page().locator(".yasr .select_graph").click();
            tab.page().locator(".drawn-graph canvas").first().waitFor();
            assertEquals(List.of(), tab.troubles());
        }
        try (Browser.Tab tab = browser.open("/query?example=036")) {
            answered(tab.page());
            tab.page().locator(".yasr .select_chart").click();
            tab.page().locator(".drawn-chart rect").first().waitFor();
            assertEquals(9, tab.page().locator(".drawn-chart rect").count());
            assertEquals(List.of(), tab.troubles());
        }
    }

    @Test
    void a_table_whose_columns_hold_things_is_drawn_as_well() {
        String query = "PREFIX dia: <https://w3id.org/diastem/ontology/> SELECT ?from ?fromLabel ?to WHERE {"
                + " ?claim dia:claimSubject ?from ; dia:claimObject ?to ."
                + " ?from <http://www.w3.org/2000/01/rdf-schema#label> ?fromLabel } LIMIT 5";
        try (Browser.Tab tab = browser.open("/query?query=" + RunningServer.encoded(query))) {
            answered(tab.page());
            tab.page().locator(".yasr .select_graph:not(.disabled)").click();
            tab.page().locator(".drawn-graph canvas").first().waitFor();
            assertEquals(List.of(), tab.troubles());
        }
        String oneThing = RunningServer.encoded("SELECT (1 AS ?a) (<x:y> AS ?b) {}");
        try (Browser.Tab tab = browser.open("/query?query=" + oneThing)) {
            answered(tab.page());
            assertEquals(1, tab.page().locator(".yasr .select_graph.disabled").count());
        }
    }

    @Test
    void a_parameter_of_an_example_is_chosen_by_its_name_and_the_query_runs_with_it() {
        try (Browser.Tab tab = browser.open("/query?example=038", WIDE, "zh", ColorScheme.LIGHT)) {
            answered(tab.page());
            Locator field = tab.page().locator("#example-parameters select");
            field.waitFor();
            assertEquals("间充质干细胞来源外泌体",
                    field.evaluate("select => select.selectedOptions[0].textContent"));
            tab.page().evaluate("delete document.body.dataset.answered");
            field.selectOption("https://w3id.org/diastem/ontology/DiabeticRetinopathy");
            answered(tab.page());
            String written = (String) tab.page().locator(".CodeMirror")
                    .evaluate("editor => editor.CodeMirror.getValue()");
            assertTrue(written.contains("VALUES ?concept { <https://w3id.org/diastem/ontology/DiabeticRetinopathy> }"),
                    written);
            assertTrue(tab.page().locator(".yasr tbody").textContent().contains("retinopathy"));
            assertEquals(List.of(), tab.troubles());
        }
        try (Browser.Tab tab = browser.open("/query?example=031-evidence-since")) {
            answered(tab.page());
            Locator field = tab.page().locator("#example-parameters input");
            field.waitFor();
            assertEquals("2026-11-01", field.inputValue());
            tab.page().evaluate("delete document.body.dataset.answered");
            field.fill("2031-01-01");
            field.press("Tab");
            answered(tab.page());
            assertEquals("0 rows", tab.page().locator(".yasr_response_chip").textContent());
            assertEquals(List.of(), tab.troubles());
        }
    }

    @Test
    void the_views_of_an_answer_speak_the_language_of_the_page_and_tell_triples_from_rows() {
        for (String[] each : new String[][] {
            {"077", "zh", "条三元组"}, {"036", "zh", "行"}, {"077", "en", "triples"}, {"036", "en", "rows"},
            {"072", "zh", ""},
        }) {
            try (Browser.Tab tab = browser.open("/query?example=" + each[0], WIDE, each[1], ColorScheme.LIGHT)) {
                answered(tab.page());
                assertTrue(tab.page().locator(".yasr_response_chip").textContent().endsWith(each[2]), each[0]);
                if (each[1].equals("zh")) {
                    // What is said beside the answer itself; numbers and signs are nobody's words.
                    Object foreign = tab.page().evaluate("() => { const found = []; const english = /[A-Za-z]{2,}/;"
                            + " for (const e of document.querySelectorAll('.yasr_header *, .dt-info, .dt-paging *,'"
                            + " + '.booleanResult *')) {"
                            + " for (const n of ['title', 'aria-label', 'placeholder']) {"
                            + " const s = e.getAttribute(n);"
                            + " if (s && english.test(s) && !e.matches('.yasr_external_ref_btn')) found.push(s); }"
                            + " for (const c of e.childNodes) {"
                            + " if (c.nodeType === 3 && english.test(c.data)) found.push(c.data); } }"
                            + " return found; }");
                    assertEquals(List.of(), foreign, each[0]);
                }
                assertEquals(List.of(), tab.troubles());
            }
        }
    }

    @Test
    void a_refused_query_is_told_in_words() {
        try (Browser.Tab tab = browser.open("/query")) {
            type(tab.page(), "SELECT * { ?s ?p }");
            tab.page().locator("#query-run").click();
            answered(tab.page());
            String told = tab.page().locator(".yasr").textContent();
            assertTrue(told.contains("line 1"), told);
            assertTrue(tab.troubles().stream().allMatch(trouble -> trouble.contains("400")), tab.troubles().toString());
        }
    }

    @Test
    void classes_properties_and_prefixes_of_this_graph_are_completed() {
        try (Browser.Tab tab = browser.open("/query")) {
            for (String[] each : new String[][] {
                {"PREFIX dia: <https://w3id.org/diastem/ontology/> SELECT * { ?s a dia:EvidenceL", "dia:EvidenceLine"},
                {"PREFIX dia: <https://w3id.org/diastem/ontology/> SELECT * { ?s dia:forCl", "dia:forClaim"},
            }) {
                type(tab.page(), each[0]);
                tab.page().keyboard().press("Control+Space");
                Locator hint = tab.page().locator(".CodeMirror-hint").first();
                if (tab.page().locator(".CodeMirror").textContent().contains(each[1])) {
                    // The only one that fits was taken at once.
                    continue;
                }
                hint.waitFor();
                assertTrue(hint.textContent().contains(each[1].substring(4)), hint.textContent());
                tab.page().keyboard().press("Escape");
            }
            assertEquals(List.of(), tab.troubles());
        }
    }

    @Test
    void it_fits_every_window_in_both_languages() {
        for (String language : List.of("en", "zh")) {
            for (int width : new int[] {WIDE, PHONE}) {
                try (Browser.Tab tab =
                        browser.open("/query?example=050", width, language, ColorScheme.DARK)) {
                    answered(tab.page());
                    assertTrue((Boolean) tab.page().evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                            language + " " + width);
                    assertEquals(List.of(), tab.troubles());
                }
            }
        }
    }

    @Test
    void without_a_script_there_is_a_form_and_a_list() throws Exception {
        HttpResponse<String> page = server.get("/query?example=004", "Accept-Language", "zh");
        assertEquals(200, page.statusCode());
        String form = "<form id=\"query-form\" action=\"" + server.url() + "/query-result\" method=\"get\">";
        assertTrue(page.body().contains(form));
        assertTrue(page.body().contains("原文否认了哪些内容？"));
        assertTrue(page.body().contains("dia:polarity dia:Denied"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("script-src 'self';"), policy);
        assertFalse(policy.contains("http"), policy);
        assertEquals(404, server.get("/query?example=no-such").statusCode());
    }

    @Test
    void what_stands_in_an_address_stays_text() throws Exception {
        String hostile = "</textarea><script>alert(1)</script>";
        String body = server.get("/query?query=" + RunningServer.encoded(hostile) + "&release="
                        + RunningServer.encoded("<b>") + "&example=" + RunningServer.encoded("<i>")).body();
        assertFalse(body.contains("<script>alert"), body);
        assertFalse(body.contains("<b>"));
        assertFalse(body.contains("<i>"));
    }

    private static void answered(Page page) {
        page.locator("body[data-answered]").waitFor();
    }

    private static void type(Page page, String query) {
        page.locator(".CodeMirror").evaluate("(editor, text) => { editor.CodeMirror.setValue(text);"
                + " editor.CodeMirror.setCursor(0, text.length); editor.CodeMirror.focus(); }", query);
    }
}
