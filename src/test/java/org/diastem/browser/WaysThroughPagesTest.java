// SPDX-License-Identifier: Apache-2.0
package org.diastem.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.Browser;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do on the pages, over the real data: choose, filter, sort, take away, follow. */
class WaysThroughPagesTest {
    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.ofRealProject(
                folder, ServerSettings.STANDARD.within(Limits.STANDARD, RunningServer.forAnyClient()));
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
    void a_start_and_an_end_are_chosen_by_name_and_their_paths_are_drawn_and_told() {
        for (String[] each : new String[][] {
            {"en", "cell-derived exosome", "beta-cell survival"}, {"zh", "细胞来源外泌体", "胰岛β细胞存活"},
        }) {
            try (Browser.Tab tab = browser.open("/explore", 1280, each[0], ColorScheme.LIGHT)) {
                choose(tab.page(), "from", each[1]);
                // Ends are offered for a start, so that comes first.
                tab.page().locator(".explore-form select[name=to]").selectOption("");
                show(tab.page());
                choose(tab.page(), "to", each[2]);
                show(tab.page());
                int rows = tab.page().locator(".explore-table tbody tr").count();
                assertTrue(rows > 0, tab.page().url());
                assertTrue(tab.page().locator("svg.paths a.plate").count() > 0);
                assertTrue(tab.page().locator("h2").first().textContent().contains(each[2]));
                assertEquals(List.of(), tab.troubles());
            }
        }
    }

    /** Types a part of a name into the filter of a list and takes the first that fits, as the keyboard allows. */
    private static void choose(Page page, String list, String part) {
        Locator filter = page.locator(".explore-form label:has(select[name=" + list + "]) input[type=search]");
        filter.fill(part);
        filter.press("Enter");
        String chosen = (String) page.locator(".explore-form select[name=" + list + "]")
                .evaluate("select => select.selectedOptions[0].textContent");
        assertTrue(chosen.contains(part), chosen);
    }

    private static void show(Page page) {
        String before = page.url();
        page.locator(".explore-form button[type=submit]").click();
        page.waitForURL(url -> !url.equals(before));
    }

    @Test
    void filters_leave_the_paths_that_fit_in_the_table_and_in_the_drawing() {
        try (Browser.Tab tab = browser.open("/explore")) {
            Page page = tab.page();
            int all = visible(page.locator(".explore-table tbody tr"));
            page.locator(".explore-filters [data-by=length]").selectOption("2");
            int some = visible(page.locator(".explore-table tbody tr"));
            assertTrue(some > 0 && some < all, some + " of " + all);
            assertTrue(page.locator(".explore-filters output").textContent().endsWith(" " + some));
            assertTrue(page.locator("svg.paths .out").count() > 0);
            assertEquals(some, page.locator(".explore-table tbody tr:visible ol").all().stream()
                    .filter(steps -> steps.locator("> li").count() <= 2).count());
            page.locator(".explore-filters [data-by=length]").selectOption("");
            assertEquals(0, page.locator("svg.paths .out").count());
            assertEquals(List.of(), tab.troubles());
        }
    }

    private static int visible(Locator rows) {
        return (int) rows.all().stream().filter(Locator::isVisible).count();
    }

    @Test
    void a_claim_of_the_drawing_marks_its_paths_when_it_is_pointed_at_or_focused_and_leads_to_its_page() {
        try (Browser.Tab tab = browser.open("/explore")) {
            Page page = tab.page();
            Locator plate = page.locator("svg.paths a.plate").first();
            String claim = plate.getAttribute("data-claim");
            plate.hover();
            int lit = page.locator(".explore-table tr.lit").count();
            assertTrue(lit > 0);
            for (Locator row : page.locator(".explore-table tr.lit").all()) {
                assertTrue(row.textContent().contains(claim), claim);
            }
            page.mouse().move(0, 0);
            assertEquals(0, page.locator(".explore-table tr.lit").count());
            plate.focus();
            assertEquals(lit, page.locator(".explore-table tr.lit").count());
            plate.press("Enter");
            page.waitForURL("**/claim/" + claim + "*");
            assertEquals(List.of(), tab.troubles());
        }
    }

    @Test
    void without_a_script_the_drawing_the_lists_and_the_answer_to_a_query_are_there() {
        try (BrowserContext context = browser.context(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(server.url() + "/explore");
            assertTrue(page.locator("svg.paths a.plate").first().isVisible());
            assertFalse(page.locator(".explore-filters").isVisible());
            page.navigate(server.url() + "/");
            page.locator(".matrix td a").first().click();
            page.waitForURL("**/claims?**");
            assertEquals(
                    Integer.parseInt(page.locator("[data-count]").getAttribute("data-count")),
                    page.locator("main .list > li").count());
            page.locator("a[href*='/query?query=']").first().click();
            page.locator("#query-run").click();
            page.waitForURL("**/query-result?**");
            assertEquals(
                    Integer.parseInt(page.locator("[data-count]").getAttribute("data-count")),
                    page.locator("main tbody tr").count());
        }
    }

    @Test
    void the_terms_of_the_ontology_and_the_contested_claims_are_narrowed_by_words() {
        for (String[] each : new String[][] {
            {"/ontology", "en", "exosome", ".term"},
            {"/ontology", "zh", "外泌体", ".term"},
            {"/contested", "en", "kidney", "tbody tr"},
        }) {
            try (Browser.Tab tab = browser.open(each[0], 1280, each[1], ColorScheme.LIGHT)) {
                Page page = tab.page();
                int all = page.locator(each[3]).count();
                page.locator("input[data-filters]").fill(each[2]);
                page.locator("[data-status]:not(:empty)").waitFor();
                int left = Integer.parseInt(page.locator("[data-status]").textContent().replaceAll("\\D", ""));
                assertTrue(left > 0 && left < all, each[0] + ' ' + left + " of " + all);
                assertEquals(left, page.locator(each[3] + ":not([hidden])").count());
                for (String text : page.locator(each[3] + ":not([hidden])").allTextContents()) {
                    assertTrue(text.toLowerCase(Locale.ROOT).contains(each[2]), text);
                }
                assertEquals(List.of(), tab.troubles());
            }
        }
    }

    @Test
    void gaps_are_narrowed_sorted_and_taken_away() throws Exception {
        try (Browser.Tab tab = browser.open("/gaps")) {
            Page page = tab.page();
            int all = page.locator("tbody tr").count();
            page.locator("select[name=topic]").selectOption("DiabeticNeuropathy");
            page.locator("form.choices button").click();
            page.waitForURL("**topic=DiabeticNeuropathy**");
            int some = page.locator("tbody tr").count();
            assertTrue(some > 0 && some < all, some + " of " + all);
            page.locator("thead th button").nth(1).click();
            List<String> names = page.locator("tbody tr th").allTextContents().stream().map(String::strip).toList();
            assertEquals(
                    names.stream().sorted(Collator.getInstance(Locale.ENGLISH)).toList(), names);
            String file = page.locator("a[href*='/sparql.csv']").getAttribute("href");
            HttpResponse<String> csv = server.get(file.substring(server.url().length()));
            assertEquals(
                    Integer.parseInt(page.locator("[data-count]").getAttribute("data-count")),
                    csv.body().lines().count() - 1);
            assertEquals(List.of(), tab.troubles());
        }
    }

    @Test
    void the_contested_claims_are_taken_away_as_many_as_the_table_has() throws Exception {
        try (Browser.Tab tab = browser.open("/contested")) {
            String file = tab.page().locator("a[href*='/sparql.csv']").getAttribute("href");
            String csv = server.get(file.substring(server.url().length())).body();
            long claims = csv.lines().skip(1).map(line -> line.replaceFirst(",.*", "")).distinct().count();
            assertEquals(tab.page().locator("tbody tr").count(), claims, csv);
        }
    }

    @Test
    void the_picture_around_a_concept_leads_on_to_its_neighbours() {
        try (Browser.Tab tab = browser.open("/ontology/MesenchymalStemCell")) {
            Page page = tab.page();
            Locator neighbour = page.locator("svg.net a").first();
            String target = neighbour.getAttribute("href");
            neighbour.focus();
            neighbour.press("Enter");
            page.waitForURL(target);
            assertTrue(page.locator("h1").isVisible());
            assertTrue(page.locator("svg.net").count() == 1 || page.locator("main").textContent().length() > 100);
            assertEquals(List.of(), tab.troubles());
        }
    }
}
