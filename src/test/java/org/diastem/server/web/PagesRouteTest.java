// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.build.ReleaseBuilder;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.page.ClaimTable;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.Dia;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start page and the lists, over the real data: the numbers that visitors see are the numbers that queries give. */
class PagesRouteTest {
    private static final Pattern CELL = Pattern.compile("href=\"([^\"]*/claims\\?[^\"]*)\" data-cell=\"(\\d+)\"");
    private static final Pattern COUNT = Pattern.compile("data-count=\"(\\d+)\"");
    private static final Pattern CSV = Pattern.compile("/sparql\\.csv\\?query=([^\"]*)\"");

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Graph data;

    @BeforeAll
    static void start() throws IOException {
        ReleaseStore store = new ReleaseStore(folder);
        new ReleaseBuilder(Project.at(Path.of("").toAbsolutePath()), store, Progress.NONE).build();
        data = store.current().orElseThrow().load().getDefaultGraph();
        server = RunningServer.of(store, ServerSettings.STANDARD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void each_cell_of_the_matrix_counts_what_its_list_and_the_query_behind_it_give() throws Exception {
        Matcher cells = CELL.matcher(server.get("/").body());
        int seen = 0;
        int empty = 0;
        while (cells.find()) {
            seen++;
            int said = Integer.parseInt(cells.group(2));
            empty += said == 0 ? 1 : 0;
            String address = cells.group(1).replace("&amp;", "&").replaceFirst("^https?://[^/]+", "");
            assertEquals(said, rowsBehind(server.get(address).body()), address);
        }
        assertEquals(MatrixRow.all().size() * 5, seen);
        assertTrue(empty > 5 && empty < seen / 2, "gaps: " + empty);
    }

    /** Checks the number on a list against its query; gives the number. */
    private static int rowsBehind(String page) throws Exception {
        Matcher count = COUNT.matcher(page);
        Matcher query = CSV.matcher(page);
        assertTrue(count.find() && query.find());
        String text = URLDecoder.decode(query.group(1), StandardCharsets.UTF_8);
        String rows = server.query(text, "Accept", "text/csv").body();
        int counted = (int) rows.lines().count() - 1;
        assertEquals(Integer.parseInt(count.group(1)), counted, text);
        return counted;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/claims", "/claims?lang=zh", "/claims?strength=AnimalOnly", "/claims?certainty=Potential&topic=DiabeticRetinopathy",
        "/claims?contested=yes", "/claims?row=inflammation&strength=RandomisedOrPooledHuman", "/gaps",
        "/gaps?topic=DiabeticNeuropathy", "/gaps?level=AnimalOnly&topic=ChronicDiabeticWound&lang=zh",
    })
    void a_list_has_as_many_rows_as_the_query_that_it_shows(String path) throws Exception {
        assertTrue(rowsBehind(server.get(path).body()) > 0);
    }

    @Test
    void the_rows_of_the_matrix_are_classes_and_leave_out_no_object_of_a_claim_about_an_effect() {
        Set<Node> covered = new TreeSet<>((one, other) -> one.getURI().compareTo(other.getURI()));
        for (MatrixRow row : MatrixRow.all()) {
            for (Node each : row.classes()) {
                assertTrue(data.contains(each, RDF.type.asNode(), OWL.Class.asNode()), each + " is no class");
                covered.add(each);
            }
        }
        List<String> left = new ArrayList<>();
        for (Node kind : ClaimTable.OF_EFFECTS) {
            data.find(Node.ANY, RDF.type.asNode(), kind).forEach(claim -> {
                Node subject = claim.getSubject();
                if (data.contains(subject, Dia.SECTION_TOPIC, Node.ANY)
                        && ClaimTable.objects(data, subject, Dia.CLAIM_OBJECT).stream().allMatch(object -> ClaimTable.objects(
                                        data, object, Dia.ANCESTOR)
                                .stream()
                                .noneMatch(covered::contains))) {
                    left.add(subject.getURI());
                }
            });
        }
        assertEquals(List.of(), left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/claims", "/contested", "/gaps", "/find", "/find?q=exosome", "/find?q=外泌体"})
    void a_page_exists_in_both_languages_loads_nothing_from_elsewhere_and_is_known_again(String path) throws Exception {
        String address = path.replace("外泌体", RunningServer.encoded("外泌体"));
        for (String language : List.of("en", "zh")) {
            HttpResponse<String> page = server.get(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("<html lang=\"" + language + "\">"));
            assertEquals(language, page.headers().firstValue("Content-Language").orElseThrow());
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe") && !policy.contains("http"), policy);
            Matcher loaded = Pattern.compile("(?:src|rel=\"stylesheet\" href)=\"([^\"]*)\"").matcher(page.body());
            while (loaded.find()) {
                assertTrue(loaded.group(1).startsWith(server.url()), loaded.group(1));
                assertEquals(200, server.get(loaded.group(1).substring(server.url().length())).statusCode());
            }
        }
        HttpResponse<String> first = server.get(address);
        if (!path.equals("/find")) {
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertEquals(304, server.get(address, "If-None-Match", tag).statusCode());
        }
    }

    @Test
    void accept_language_decides_where_the_address_does_not_say() throws Exception {
        assertTrue(server.get("/", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.1").body().contains("<html lang=\"zh\">"));
        assertTrue(server.get("/?lang=en", "Accept-Language", "zh").body().contains("<html lang=\"en\">"));
    }

    @Test
    void a_choice_that_does_not_exist_is_refused_with_the_name_of_the_parameter() throws Exception {
        for (String path : List.of("/claims?topic=x", "/claims?row=x", "/claims?strength=x", "/claims?certainty=x", "/gaps?level=x")) {
            HttpResponse<String> answer = server.get(path);
            assertEquals(400, answer.statusCode(), path);
            assertTrue(answer.body().contains(path.replaceFirst(".*\\?(.*)=.*", "$1")), answer.body());
        }
    }

    @Test
    void what_was_typed_is_shown_as_text() throws Exception {
        String page = server.get("/find?q=" + RunningServer.encoded("<script>alert('x')</script> \"'&")).body();
        assertFalse(page.contains("<script>alert"));
    }

    @Test
    void hits_are_marked_and_lead_to_pages_that_exist() throws Exception {
        String page = server.get("/find?q=" + RunningServer.encoded("肾病") + "&lang=zh").body();
        assertTrue(page.contains("<mark>肾病</mark>"), page);
        Matcher link = Pattern.compile("<a href=\"" + Pattern.quote(server.url()) + "(/ontology/[A-Za-z0-9]+\\?lang=zh)\"").matcher(page);
        assertTrue(link.find());
        assertEquals(200, server.get(link.group(1)).statusCode());
    }

    @Test
    void an_asset_is_kept_for_ever_under_its_hash_and_not_under_another() throws Exception {
        Matcher style = Pattern.compile("/assets/[0-9a-f]{12}/diastem\\.css").matcher(server.get("/").body());
        assertTrue(style.find());
        HttpResponse<String> asset = server.get(style.group());
        assertTrue(asset.headers().firstValue("Cache-Control").orElseThrow().contains("immutable"));
        HttpResponse<String> stale = server.get("/assets/000000000000/diastem.css");
        assertEquals("no-cache", stale.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(404, server.get("/assets/000000000000/texts_en.properties").statusCode());
        assertEquals(400, server.get("/assets/000000000000/..%2ftexts_en.properties").statusCode());
    }
}
