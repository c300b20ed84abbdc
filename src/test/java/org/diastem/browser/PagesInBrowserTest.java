// SPDX-License-Identifier: Apache-2.0
package org.diastem.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.Browser;
import org.diastem.testing.PageKinds;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as people meet them: the real data in a real browser, both languages, light and dark, wide and narrow. */
class PagesInBrowserTest {
    private static final int WIDE = 1280;
    private static final int PHONE = 360;
    private static final int TERMS_JUDGED = 40;

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

    /** Of the windows that people have, two that have nothing in common are judged in full. */
    private record Window(String language, ColorScheme scheme, int width, boolean judged) {}

    private static final List<Window> WINDOWS = List.of(
            new Window("en", ColorScheme.LIGHT, WIDE, true),
            new Window("zh", ColorScheme.DARK, PHONE, true),
            new Window("zh", ColorScheme.LIGHT, WIDE, false),
            new Window("en", ColorScheme.LIGHT, PHONE, false));

    @ParameterizedTest
    @MethodSource("org.diastem.testing.PageKinds#all")
    void a_page_is_whole_accessible_and_fits_whatever_the_window(String path) {
        boolean missing = path.equals(PageKinds.MISSING);
        for (Window window : WINDOWS) {
            String shown = path + " " + window;
            try (Browser.Tab tab = browser.open(path, window.width(), window.language(), window.scheme())) {
                assertEquals(window.language(), tab.page().locator("html").getAttribute("lang"), shown);
                assertTrue(scrollsOnlyDown(tab.page()), shown + " scrolls sideways");
                if (window.judged()) {
                    AxeResults found = judged(tab.page(), path);
                    assertEquals(
                            List.of(),
                            found.getViolations().stream()
                                    .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                                    .toList(),
                            shown);
                    System.err.printf("axe: %s, %s, %d px: %d rules passed, %d to be looked at%n", path,
                            window.language(), window.width(), found.getPasses().size(), found.getIncomplete().size());
                }
                List<String> troubles = tab.troubles().stream()
                        .filter(trouble -> !missing || !trouble.contains("404"))
                        .toList();
                assertEquals(List.of(), troubles, shown);
            }
        }
    }

    /** The page of the ontology repeats one form a thousand times: all but some of its terms are taken out first. */
    private static AxeResults judged(Page page, String path) {
        if (path.equals("/ontology")) {
            page.evaluate("most => document.querySelectorAll('section').forEach(section =>"
                    + " [...section.querySelectorAll('.term')].slice(most)"
                    + ".forEach(term => term.remove()))", TERMS_JUDGED);
        }
        return new AxeBuilder(page).analyze();
    }

    private static boolean scrollsOnlyDown(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    @Test
    void a_word_in_either_language_is_completed_and_leads_to_its_page() {
        for (String[] each : new String[][] {{"en", "exosom"}, {"zh", "外泌"}}) {
            try (Browser.Tab tab = browser.open("/", WIDE, each[0], ColorScheme.LIGHT)) {
                Locator box = tab.page().locator("input[type=search]");
                box.pressSequentially(each[1]);
                Locator first = tab.page().locator(".suggestions [role=option]").first();
                first.waitFor();
                assertTrue(first.textContent().contains(each[1]) || each[0].equals("en"), first.textContent());
                box.press("ArrowDown");
                assertEquals("true", first.getAttribute("aria-selected"));
                box.press("Enter");
                tab.page().waitForURL("**/ontology/**");
                assertEquals(List.of(), tab.troubles());
            }
        }
    }

    @Test
    void a_cell_of_the_matrix_leads_to_its_claims_and_on_to_the_evidence() {
        try (Browser.Tab tab = browser.open("/")) {
            Locator cell = tab.page().locator(".matrix td a", new Page.LocatorOptions().setHasText("◆")).first();
            int said = Integer.parseInt(cell.getAttribute("data-cell"));
            cell.click();
            tab.page().waitForURL("**/claims?**");
            assertEquals(said, tab.page().locator("main .list > li").count());
            tab.page().locator("main .list > li", new Page.LocatorOptions().setHas(tab.page().locator(".tag.contested")))
                    .first()
                    .locator("a")
                    .first()
                    .click();
            tab.page().waitForURL("**/claim/C*");
            assertEquals(List.of(), tab.troubles());
        }
    }

    @Test
    void the_language_switch_keeps_the_place() {
        try (Browser.Tab tab = browser.open("/claims?topic=DiabeticRetinopathy&strength=AnimalOnly")) {
            int rows = tab.page().locator("main .list > li").count();
            tab.page().locator("a.tongue").click();
            tab.page().waitForURL("**lang=zh**");
            assertEquals("zh", tab.page().locator("html").getAttribute("lang"));
            assertTrue(tab.page().url().contains("topic=DiabeticRetinopathy"));
            assertEquals(rows, tab.page().locator("main .list > li").count());
            tab.page().locator("main .list > li a").first().click();
            assertEquals("zh", tab.page().locator("html").getAttribute("lang"));
            assertEquals(List.of(), tab.troubles());
        }
    }

    @Test
    void a_table_is_sorted_by_a_press_on_its_head() {
        try (Browser.Tab tab = browser.open("/contested")) {
            Locator head = tab.page().locator("thead th button").nth(1);
            head.click();
            head.click();
            assertEquals("descending", tab.page().locator("thead th").nth(1).getAttribute("aria-sort"));
            List<String> counts = tab.page().locator("tbody tr td:nth-child(2)").allTextContents();
            assertEquals(counts.stream().map(String::strip).map(Integer::valueOf).sorted((a, b) -> b - a).toList(),
                    counts.stream().map(String::strip).map(Integer::valueOf).toList());
        }
    }

    @Test
    void chinese_is_drawn_with_a_font_that_has_it() {
        try (Browser.Tab tab = browser.open("/", WIDE, "zh", ColorScheme.LIGHT)) {
            // Two characters that no font had would both be drawn as the same box.
            assertTrue((Boolean) tab.page().evaluate("() => { const c = document.createElement('canvas').getContext('2d');"
                    + " const f = getComputedStyle(document.body).fontFamily; const draw = t => { c.clearRect(0,0,60,60); c.font = '40px ' + f;"
                    + " c.fillText(t, 5, 45); return c.getImageData(0,0,60,60).data.join(); }; return draw('肾') !== draw('病'); }"));
        }
    }

    @Test
    void the_start_page_is_light() {
        // The first page of all waits for the server and the browser to warm up; each window has a cache of its own.
        browser.open("/").close();
        try (Browser.Tab tab = browser.open("/")) {
            Object figures = tab.page().evaluate("async () => {"
                    + " const paint = await new Promise(seen => new PerformanceObserver(list => list.getEntries()"
                    + "   .filter(entry => entry.name === 'first-contentful-paint').forEach(seen))"
                    + "   .observe({ type: 'paint', buffered: true }));"
                    + " const all = performance.getEntriesByType('resource');"
                    + " const page = performance.getEntriesByType('navigation')[0];"
                    + " return { requests: all.length + 1,"
                    + "   bytes: all.reduce((sum, entry) => sum + entry.transferSize, page.transferSize),"
                    + "   paint: Math.round(paint.startTime) }; }");
            // The figures of docs/operations.md.
            System.err.printf("start page on this machine: %s requests, %s bytes, first paint after %s ms%n",
                    ((Map<?, ?>) figures).get("requests"), ((Map<?, ?>) figures).get("bytes"),
                    ((Map<?, ?>) figures).get("paint"));
            int requests = ((Number) ((Map<?, ?>) figures).get("requests")).intValue();
            int bytes = ((Number) ((Map<?, ?>) figures).get("bytes")).intValue();
            // How long it took depends on the machine, so only that it was painted is asked for.
            assertTrue(((Number) ((Map<?, ?>) figures).get("paint")).intValue() > 0, figures.toString());
            assertTrue(requests <= 5 && bytes < 60_000, figures.toString());
        }
    }
}
