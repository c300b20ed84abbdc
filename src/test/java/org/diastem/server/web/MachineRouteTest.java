// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.diastem.export.Dump;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.LiveRelease;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class MachineRouteTest {
    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final Pattern QUERY = Pattern.compile("```sparql\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static LiveRelease.Loaded loaded;
    private static final Limits LIMITS =
            Limits.STANDARD.withTime(Duration.ofSeconds(21)).withRows(54_321).withBytes(7_654_321);
    private static final WorkLimits WORK = new WorkLimits(4, 16, Duration.ofSeconds(10), 13, Duration.ofSeconds(987));

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.ofFixture(folder, ServerSettings.STANDARD.within(LIMITS, WORK));
        Release release = new ReleaseStore(folder.resolve("build")).current().orElseThrow();
        loaded = new LiveRelease.Loaded(release, release.load());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void robots_are_led_to_the_sitemap_and_away_from_what_costs_work() throws Exception {
        HttpResponse<String> answer = server.get("/robots.txt");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        List<String> lines = answer.body().lines().toList();
        assertEquals("User-agent: *", lines.get(0));
        assertTrue(lines.contains("Disallow: /sparql"));
        assertTrue(lines.contains("Sitemap: " + server.url() + "/sitemap.xml"));
    }

    @Test
    void the_sitemap_is_valid_and_has_every_page_of_a_thing_and_each_is_there() throws Exception {
        HttpResponse<String> answer = server.get("/sitemap.xml");
        assertEquals("application/xml;charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
        Document document = parse(answer.body());
        assertEquals("urlset", document.getDocumentElement().getLocalName());
        assertEquals(SITEMAPS, document.getDocumentElement().getNamespaceURI());
        List<String> addresses = locations(document, "url");
        Set<String> expected = new TreeSet<>(Set.of(server.url() + "/", server.url() + "/dump/"));
        String parts = Namespaces.RELEASE + loaded.release().name() + '/';
        loaded.dataset().getDefaultGraph().find().forEach(triple -> {
            Node subject = triple.getSubject();
            if (subject.isURI()
                    && subject.getURI().startsWith(Namespaces.BASE)
                    && !subject.getURI().startsWith(parts)) {
                expected.add(server.url() + '/' + subject.getURI().substring(Namespaces.BASE.length()));
            }
        });
        assertEquals(expected, new TreeSet<>(addresses));
        assertEquals(expected.size(), addresses.size());
        List<String> missing = new ArrayList<>();
        for (String address : addresses) {
            String path = address.substring(server.url().length());
            if (path.startsWith("/dump")) {
                continue;
            }
            if (server.get(path, "Accept", "text/html").statusCode() != 200) {
                missing.add(path);
            }
        }
        assertEquals(List.of(), missing);
        assertEquals(404, server.get("/sitemap-1.xml").statusCode());
    }

    @Test
    void a_sitemap_that_is_too_long_comes_in_parts_that_its_index_names() throws Exception {
        Sitemap whole = new Sitemap(loaded, Sitemap.MOST_IN_ONE);
        Sitemap cut = new Sitemap(loaded, 100);
        Document index = parse(cut.first("http://example.org"));
        assertEquals("sitemapindex", index.getDocumentElement().getLocalName());
        List<String> files = locations(index, "sitemap");
        List<String> addresses = new ArrayList<>();
        for (int i = 1; i <= files.size(); i++) {
            assertEquals("http://example.org/sitemap-" + i + ".xml", files.get(i - 1));
            List<String> part = locations(parse(cut.part("http://example.org", i).orElseThrow()), "url");
            assertTrue(part.size() <= 100 && !part.isEmpty());
            addresses.addAll(part);
        }
        assertEquals(locations(parse(whole.first("http://example.org")), "url"), addresses);
        assertTrue(cut.part("http://example.org", files.size() + 1).isEmpty());
        assertTrue(cut.part("http://example.org", 0).isEmpty());
        assertEquals(50_000, Sitemap.MOST_IN_ONE);
    }

    @Test
    void the_guide_tells_the_limits_that_the_settings_set_in_both_languages() throws Exception {
        for (String language : List.of("en", "zh")) {
            HttpResponse<String> answer = server.get("/llms.txt?lang=" + language);
            assertEquals(language, answer.headers().firstValue("Content-Language").orElse(""));
            String text = answer.body();
            assertTrue(text.startsWith("# DiaStem\n\n> "));
            for (String told : List.of(" 21 ", " 54321 ", " 7654321 ", " 13 ", " 987 ", " " + LIMITS.textBytes() + " ")) {
                assertTrue(text.contains(told), language + told);
            }
            assertTrue(text.contains(loaded.release().name()));
            assertTrue(text.contains(" " + loaded.release().manifest().counts().get("claims") + " "));
            assertFalse(text.contains("${"), text);
        }
        assertTrue(server.get("/llms.txt", "Accept-Language", "zh").body().contains("证据图谱"));
        assertTrue(server.get("/llms.txt").body().contains("evidence graph"));
    }

    @Test
    void the_queries_of_the_guide_run_and_find_something_and_its_links_lead_somewhere() throws Exception {
        for (String language : List.of("en", "zh")) {
            String text = server.get("/llms.txt?lang=" + language).body();
            List<String> queries = QUERY.matcher(text).results().map(found -> found.group(1)).toList();
            assertEquals(3, queries.size());
            for (String query : queries) {
                HttpResponse<String> answer = server.query(query, "Accept", "text/csv");
                assertEquals(200, answer.statusCode(), answer.body());
                assertTrue(answer.body().lines().count() > 1, language + query);
            }
            Matcher links = Pattern.compile("\\((" + Pattern.quote(server.url()) + "[^)]*)\\)").matcher(text);
            int count = 0;
            while (links.find()) {
                assertEquals(200, server.get(links.group(1).substring(server.url().length())).statusCode(), links.group(1));
                count++;
            }
            assertEquals(5, count);
        }
    }

    @Test
    void each_has_a_tag_and_is_only_read() throws Exception {
        for (String path : List.of("/robots.txt", "/sitemap.xml", "/llms.txt")) {
            String tag = server.get(path).headers().firstValue("ETag").orElseThrow();
            assertEquals(304, server.get(path, "If-None-Match", tag).statusCode(), path);
            assertEquals(200, server.send("HEAD", path, null).statusCode(), path);
            assertEquals(405, server.send("DELETE", path, null).statusCode(), path);
        }
    }

    @Test
    void the_start_page_describes_the_release_as_a_dataset_of_schema_org() throws Exception {
        String page = server.get("/", "Accept", "text/html").body();
        Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL).matcher(page);
        assertTrue(script.find());
        JsonObject dataset = JSON.parse(script.group(1));
        assertEquals("Dataset", dataset.getString("@type"));
        assertEquals(loaded.release().name(), dataset.getString("version"));
        assertEquals("https://creativecommons.org/licenses/by/4.0/", dataset.getString("license"));
        assertEquals(Dump.wholes().size(), dataset.get("distribution").getAsArray().size());
        for (JsonValue value : dataset.get("distribution").getAsArray()) {
            String address = value.getAsObject().getString("contentUrl");
            assertTrue(address.startsWith(server.url() + "/release/"), address);
            assertEquals(200, server.send("HEAD", address.substring(server.url().length()), null).statusCode(), address);
        }
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the protocol asks of each entry: one {@code loc}, an absolute address of at most 2,048 characters. */
    private static List<String> locations(Document document, String element) {
        NodeList entries = document.getElementsByTagNameNS(SITEMAPS, element);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < entries.getLength(); i++) {
            assertEquals(1, entries.item(i).getChildNodes().getLength());
            org.w3c.dom.Node location = entries.item(i).getFirstChild();
            assertEquals("loc", location.getLocalName());
            assertTrue(location.getTextContent().matches("http://[^\\s<>\"]{1,2040}"));
            found.add(location.getTextContent());
        }
        return found;
    }
}
