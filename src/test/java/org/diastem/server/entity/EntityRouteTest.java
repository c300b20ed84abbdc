// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.build.Project;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.page.ClaimTable;
import org.diastem.server.page.Page;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityRouteTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Release release;
    private static DatasetGraph data;
    /** The claim that has evidence, and one that nothing is said about. */
    private static String withEvidence;

    @BeforeAll
    static void start() throws IOException {
        // The walk over everything is more than one client has in a minute.
        WorkLimits work = new WorkLimits(4, 16, Duration.ofSeconds(10), 10, Duration.ZERO);
        server = RunningServer.ofFixture(folder, ServerSettings.STANDARD.within(Limits.STANDARD, work));
        release = new ReleaseStore(folder.resolve("build")).current().orElseThrow();
        data = release.load();
        withEvidence = data.getDefaultGraph()
                .find(Node.ANY, Dia.FOR_CLAIM, Node.ANY)
                .next()
                .getObject()
                .getURI()
                .substring(Namespaces.BASE.length() - 1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everything_of_ours_that_is_the_subject_of_a_triple_answers_as_a_page_and_as_data_with_all_its_triples()
            throws Exception {
        Set<Node> subjects = new TreeSet<>((one, other) -> one.getURI().compareTo(other.getURI()));
        data.getDefaultGraph().find().forEach(triple -> {
            if (triple.getSubject().isURI() && triple.getSubject().getURI().startsWith(Namespaces.BASE)) {
                subjects.add(triple.getSubject());
            }
        });
        assertTrue(subjects.size() > 500, "only " + subjects.size());
        List<String> failed = new ArrayList<>();
        for (Node subject : subjects) {
            String path = subject.getURI().substring(Namespaces.BASE.length() - 1);
            HttpResponse<String> turtle = server.get(path, "Accept", "text/turtle");
            HttpResponse<String> page = server.get(path, "Accept", BROWSER);
            if (turtle.statusCode() != 200 || page.statusCode() != 200 || !isHtml(page)) {
                failed.add(path + " " + turtle.statusCode() + " " + page.statusCode());
                continue;
            }
            Graph told = graph(turtle.body(), Lang.TURTLE);
            boolean ontology = path.equals("/ontology") || path.startsWith("/module/");
            boolean graph = path.startsWith("/graph/");
            data.getDefaultGraph().find(subject, Node.ANY, Node.ANY).forEach(triple -> {
                if (!ontology && !graph && !triple.getObject().isBlank() && !told.contains(triple)) {
                    failed.add(path + " lacks " + triple);
                }
            });
        }
        assertEquals(List.of(), failed);
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, ttl, text/turtle;charset=utf-8",
        "application/ld+json, jsonld, application/ld+json",
        "application/rdf+xml, rdf, application/rdf+xml",
        "application/n-triples, nt, application/n-triples",
    })
    void a_format_is_had_by_accept_by_suffix_and_by_parameter_and_all_say_the_same(String accept, String suffix, String type)
            throws Exception {
        Lang lang = accept.equals("application/rdf+xml") ? Lang.RDFXML : Lang.TURTLE;
        lang = suffix.equals("jsonld") ? Lang.JSONLD : suffix.equals("nt") ? Lang.NTRIPLES : lang;
        Graph expected = graph(server.get(withEvidence + ".ttl").body(), Lang.TURTLE);
        for (HttpResponse<String> answer : List.of(
                server.get(withEvidence, "Accept", accept),
                server.get(withEvidence + '.' + suffix, "Accept", "text/html"),
                server.get(withEvidence + "?format=" + suffix))) {
            assertEquals(200, answer.statusCode());
            assertEquals(type, header(answer, "Content-Type"));
            assertEquals(server.url() + withEvidence + '.' + suffix, header(answer, "Content-Location"));
            assertTrue(expected.isIsomorphicWith(graph(answer.body(), lang)));
        }
    }

    @Test
    void what_is_not_offered_is_refused() throws Exception {
        assertEquals(406, server.get(withEvidence, "Accept", "image/png").statusCode());
        assertEquals(400, server.get(withEvidence + "?format=docx").statusCode());
        assertEquals(404, server.get(withEvidence + ".docx").statusCode());
    }

    @Test
    void a_claim_comes_with_its_evidence_and_the_labels_of_what_both_mention() throws Exception {
        Graph told = graph(server.get(withEvidence + ".nt").body(), Lang.NTRIPLES);
        Node claim = NodeFactory.createURI(Namespaces.BASE + withEvidence.substring(1));
        List<Node> lines = told.find(Node.ANY, Dia.FOR_CLAIM, claim).mapWith(triple -> triple.getSubject()).toList();
        assertEquals(data.getDefaultGraph().find(Node.ANY, Dia.FOR_CLAIM, claim).toList().size(), lines.size());
        Node subject = told.find(claim, Dia.CLAIM_SUBJECT, Node.ANY).next().getObject();
        assertTrue(told.contains(subject, RDFS.label.asNode(), Node.ANY));
        Node direction = told.find(lines.get(0), Dia.DIRECTION, Node.ANY).next().getObject();
        assertTrue(told.contains(direction, RDFS.label.asNode(), Node.ANY));
        String page = server.get(withEvidence + ".html").body();
        for (Node line : lines) {
            assertTrue(page.contains("data-evidence=\"" + line.getURI().replaceFirst(".*/", "") + '"'));
        }
    }

    @Test
    void the_headers_tell_the_permanent_name_the_other_forms_the_licence_and_the_release() throws Exception {
        HttpResponse<String> answer = server.get(withEvidence, "Accept", "text/turtle");
        String links = header(answer, "Link");
        assertTrue(links.contains("<https://w3id.org/diastem" + withEvidence + ">; rel=\"cite-as\""), links);
        assertTrue(links.contains("<" + server.url() + withEvidence + ".rdf>; rel=\"describedby alternate\"; "
                + "type=\"application/rdf+xml\""), links);
        assertTrue(links.contains("<" + server.url() + withEvidence + ".html>; rel=\"alternate\"; type=\"text/html\""), links);
        assertTrue(links.contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\""), links);
        assertTrue(links.contains("; rel=\"type\""), links);
        assertEquals(release.name(), header(answer, "DiaStem-Release"));
        assertEquals("Accept, Accept-Encoding, Accept-Language", header(answer, "Vary"));
        assertTrue(header(answer, "ETag").startsWith('"' + release.name()));
    }

    @Test
    void each_form_and_language_has_a_tag_of_its_own_by_which_it_is_not_sent_twice() throws Exception {
        Set<String> tags = new TreeSet<>();
        for (String form : List.of(".ttl", ".jsonld", ".rdf", ".nt", ".html?lang=en", ".html?lang=zh")) {
            HttpResponse<String> first = server.get(withEvidence + form);
            tags.add(header(first, "ETag"));
            HttpResponse<String> again = server.get(withEvidence + form, "If-None-Match", header(first, "ETag"));
            assertEquals(304, again.statusCode());
            assertEquals("", again.body());
        }
        assertEquals(6, tags.size());
    }

    @Test
    void another_server_of_the_same_release_sends_the_same_bytes_as_the_strong_tag_promises() throws Exception {
        try (RunningServer other = RunningServer.ofBuilt(folder, ServerSettings.STANDARD)) {
            for (String path : List.of(withEvidence, "/ontology/CordStemCell", "/ontology", "/module/zh")) {
                for (String suffix : List.of(".ttl", ".jsonld", path.contains("module") ? ".owl" : ".rdf", ".nt")) {
                    HttpResponse<String> here = server.get(path + suffix);
                    HttpResponse<String> there = other.get(path + suffix);
                    assertEquals(200, here.statusCode(), path + suffix);
                    assertEquals(here.body(), there.body(), path + suffix);
                }
            }
        }
    }

    @Test
    void a_weight_decides_between_page_and_data() throws Exception {
        assertTrue(isHtml(server.get(withEvidence, "Accept", "text/turtle;q=0.5, text/html")));
        assertFalse(isHtml(server.get(withEvidence, "Accept", "text/turtle, text/html;q=0.9")));
        assertEquals(
                "application/n-triples",
                header(
                        server.get(withEvidence, "Accept", "text/turtle;q=0.2, application/n-triples;q=0.8, */*;q=0.1"),
                        "Content-Type"));
        assertEquals("text/turtle;charset=utf-8", header(server.get(withEvidence), "Content-Type"));
    }

    @Test
    void the_page_speaks_the_language_of_the_client_or_of_the_address() throws Exception {
        HttpResponse<String> chinese = server.get("/ontology/StemCell", "Accept", BROWSER, "Accept-Language", "zh-CN,zh;q=0.9");
        assertTrue(chinese.body().contains("<html lang=\"zh\">") && chinese.body().contains("<h1>示例干细胞</h1>"), chinese.body());
        assertEquals("zh", header(chinese, "Content-Language"));
        HttpResponse<String> english = server.get("/ontology/StemCell?lang=en", "Accept", BROWSER, "Accept-Language", "zh");
        assertTrue(english.body().contains("<h1>Example stem cell</h1>"), english.body());
        assertTrue(english.body().contains("干细胞"), "both labels stand on it");
    }

    @Test
    void links_of_ours_lead_to_this_server_and_foreign_ones_to_themselves() throws Exception {
        String page = server.get(withEvidence + ".html").body();
        assertTrue(page.contains("href=\"" + server.url() + "/ontology/"));
        assertFalse(page.contains("href=\"https://w3id.org/diastem"));
        Triple elsewhere = data.getDefaultGraph()
                .find(Node.ANY, Foreign.SCHEMA_SAME_AS, Node.ANY)
                .filterKeep(triple -> triple.getSubject().getURI().startsWith(Namespaces.BASE))
                .next();
        String path = elsewhere.getSubject().getURI().substring(Namespaces.BASE.length() - 1);
        String other = server.get(path + ".html").body();
        assertTrue(other.contains("href=\"" + elsewhere.getObject().getURI() + '"'), other);
    }

    @Test
    void what_leads_to_a_thing_is_grouped_counted_and_capped_and_a_restriction_stands_for_its_class() throws Exception {
        String affirmed = server.get("/ontology/Affirmed.html").body();
        int claims = data.getDefaultGraph().find(Node.ANY, Dia.POLARITY, Dia.term("Affirmed")).toList().size();
        assertTrue(affirmed.contains("<h3>Polarity <span class=\"soft\">(" + claims + ")</span></h3>"), affirmed);
        int items = affirmed.split("href=\"" + Pattern.quote(server.url()) + "/claim/C", -1).length - 1;
        assertEquals(Math.min(claims, Blocks.SHOWN + Blocks.FOLDED), items);
        String property = server.get("/ontology/claimSubject.html").body();
        assertFalse(property.contains("_:"));
    }

    @Test
    void a_graph_answers_with_all_its_triples_and_a_page_about_it() throws Exception {
        for (GraphName name : GraphName.values()) {
            Graph told = graph(server.get("/graph/" + name.key(), "Accept", "text/turtle").body(), Lang.TURTLE);
            assertTrue(told.isIsomorphicWith(data.getGraph(name.node())), name.key());
        }
        Graph xml = graph(server.get("/graph/claims.rdf").body(), Lang.RDFXML);
        assertTrue(xml.isIsomorphicWith(data.getGraph(GraphName.CLAIMS.node())));
        assertTrue(server.get("/graph/claims", "Accept", BROWSER).body().contains("/dump/claims.nq"));
    }

    @ParameterizedTest
    @CsvSource({
        "/claim/c0001, /claim/C0001",
        "/Claim/C0001, /claim/C0001",
        "/clam/C0001, /claim/C0001",
        "/claim/C0001/, /claim/C0001",
        "/claim:C0001, /claim/C0001",
        "/dia:stemcell, /ontology/StemCell",
        "/ontology/StemCel, /ontology/StemCell",
        "/concept/StemCell, /ontology/StemCell",
        "/stemcell.ttl, /ontology/StemCell",
        "/graph/claim, /graph/claims",
    })
    void what_does_not_exist_is_answered_with_what_was_meant(String typed, String meant) throws Exception {
        HttpResponse<String> text = server.get(typed);
        assertEquals(404, text.statusCode());
        assertTrue(text.body().matches("(?s).*Did you mean " + meant + "[,?].*"), text.body());
        assertEquals("no-store", header(text, "Cache-Control"));
        HttpResponse<String> page = server.get(typed, "Accept", BROWSER);
        assertEquals(404, page.statusCode());
        assertTrue(isHtml(page) && page.body().contains("href=\"" + server.url() + meant + '"'), page.body());
    }

    @Test
    void a_name_like_no_other_is_not_found_without_a_guess_and_is_not_echoed() throws Exception {
        HttpResponse<String> answer = server.get("/%3Cscript%3E" + "x".repeat(3_000), "Accept", BROWSER);
        assertEquals(404, answer.statusCode());
        assertFalse(answer.body().contains("<script>") || answer.body().contains("xxx"));
        assertFalse(answer.body().contains("Did you mean"));
    }

    @Test
    void hostile_texts_are_escaped_wherever_they_stand(@TempDir Path other) throws Exception {
        Project project = FixtureProject.copyTo(other.resolve("project"));
        String hostile = "</title></script><script>alert('1')</script>\\\" onload=\\\"x & <b>";
        Path ontology = other.resolve("project/ontology/diastem.ttl");
        String text = Files.readString(ontology);
        for (String label : List.of("example stem cell", "stem unit", "A made-up example stem cell that the tests need.")) {
            assertTrue(text.contains('"' + label + '"'), label);
            text = text.replace('"' + label + '"', '"' + label + hostile + '"');
        }
        Files.writeString(ontology, text);
        try (RunningServer attacked = RunningServer.ofProject(other, project, ServerSettings.STANDARD)) {
            String label = "xample stem cell&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert('1')&lt;/script&gt;";
            for (String path : List.of("/ontology/StemCell", "/ontology", "/ontology/StemCel", "/claim/C0001", "/")) {
                HttpResponse<String> page = attacked.get(path + "?lang=en", "Accept", BROWSER);
                assertTrue(isHtml(page), path);
                String body = withoutOwnScripts(page.body());
                assertFalse(body.contains("<script"), path);
                assertFalse(body.contains("<b>"), path);
                // A quotation mark ends an attribute, and nothing in a text.
                assertFalse(body.replaceAll(">[^<]*<", "><").contains("\" onload"), path);
                assertTrue(path.equals("/") || body.contains(label), path);
                assertTrue(header(page, "Content-Security-Policy").contains("default-src 'none'"), path);
            }
        }
    }

    @Test
    void a_term_and_a_claim_are_told_in_the_words_of_schema_org_too() throws Exception {
        JsonObject term = markup(server.get("/ontology/StemCell.html").body());
        assertEquals("DefinedTerm", term.getString("@type"));
        assertEquals("https://w3id.org/diastem/ontology/StemCell", term.getString("@id"));
        assertEquals(server.url() + "/ontology/StemCell", term.getString("url"));
        assertEquals(
                Set.of("en example stem cell", "zh 示例干细胞"),
                term.get("name").getAsArray().stream()
                        .map(JsonValue::getAsObject)
                        .map(text -> text.getString("@language") + ' ' + text.getString("@value"))
                        .collect(Collectors.toSet()));
        JsonObject claim = markup(server.get(withEvidence + ".html").body());
        assertEquals("Claim", claim.getString("@type"));
        assertEquals(2, claim.get("text").getAsArray().size());
        assertEquals("https://w3id.org/diastem/document/review", claim.getObj("appearance").getString("@id"));
        assertFalse(server.get("/graph/claims.html").body().contains("ld+json"));
    }

    private static JsonObject markup(String page) {
        Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertTrue(script.find(), page);
        return JSON.parse(script.group(1));
    }

    @Test
    void hostile_names_of_things_and_types_are_escaped_too() {
        Node thing = NodeFactory.createURI(Namespaces.DIA + "Odd");
        Graph told = GraphFactory.createDefaultGraph();
        told.add(Triple.create(
                thing,
                NodeFactory.createURI("http://example.org/\"><script>"),
                NodeFactory.createURI("javascript:alert('<script>')")));
        told.add(Triple.create(
                thing,
                RDFS.comment.asNode(),
                NodeFactory.createLiteralDT("<script>", NodeFactory.getType("http://example.org/<script>"))));
        told.add(Triple.create(thing, RDFS.comment.asNode(), NodeFactory.createLiteralString("<script>\n")));
        DatasetGraph other = DatasetGraphFactory.createTxnMem();
        GraphUtil.addInto(other.getDefaultGraph(), data.getDefaultGraph());
        GraphUtil.addInto(other.getDefaultGraph(), told);
        other.getDefaultGraph()
                .add(NodeFactory.createURI("x:'<i>"), NodeFactory.createURI("http://example.org/<p>"), thing);
        Known known = new Known(
                new Names(other, List.of()), ClaimTable.of(other.getDefaultGraph()), other.getDefaultGraph());
        Page asked = new Page("en", "http://example.org", "/ontology/Odd", "", false, "0");
        Look look = new Look(other.getDefaultGraph(), known, asked, new Budget(Limits.STANDARD));
        String page = withoutOwnScripts(new String(
                new ThingPages(look, other, "ontology/Odd").answer().body(), StandardCharsets.UTF_8));
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<i>"), page);
        assertFalse(page.contains("href=\"javascript"), page);
        assertTrue(page.contains("&lt;script&gt;"), page);
    }

    /** A page without the scripts that it is meant to have. */
    private static String withoutOwnScripts(String page) {
        return page.replaceFirst("(?s)<script type=\"application/ld\\+json\">.*?</script>", "")
                .replaceAll("<script src=\"[^\"<>]*/assets/[0-9a-f]{12}/[a-z]+\\.js\" defer></script>", "");
    }

    @Test
    void only_get_and_head_are_answered() throws Exception {
        HttpResponse<String> head = server.send("HEAD", withEvidence + ".ttl", null);
        HttpResponse<String> get = server.get(withEvidence + ".ttl");
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(get.body().getBytes(StandardCharsets.UTF_8).length, Integer.parseInt(header(head, "Content-Length")));
        assertEquals(header(get, "ETag"), header(head, "ETag"));
        HttpResponse<String> put = server.send("PUT", withEvidence, "x");
        assertEquals(405, put.statusCode());
        assertEquals("GET, HEAD", header(put, "Allow"));
    }

    @Test
    void every_predicate_and_every_foreign_kind_on_a_page_has_a_name_in_both_languages() {
        Names names = new Names(data, List.of());
        Set<String> unnamed = new TreeSet<>();
        data.getDefaultGraph().find().forEach(triple -> {
            List<Node> shown = new ArrayList<>(List.of(triple.getPredicate()));
            if (triple.predicateMatches(RDF.type.asNode())) {
                shown.add(triple.getObject());
            }
            for (Node node : shown) {
                for (String language : List.of("en", "zh")) {
                    if (!node.getURI().startsWith(Namespaces.DIA) && names.labelIn(node, language).isEmpty()) {
                        unnamed.add(Names.shortForm(node.getURI()) + ' ' + language);
                    }
                }
            }
        });
        assertEquals(Set.of(), unnamed);
    }

    private static boolean isHtml(HttpResponse<String> answer) {
        return header(answer, "Content-Type").equals("text/html;charset=utf-8");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static Graph graph(String text, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, lang).parse(graph);
        return graph;
    }
}
