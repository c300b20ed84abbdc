// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.diastem.export.Dump;
import org.diastem.model.Sha256;
import org.diastem.server.app.ServerSettings;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionRouteTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

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

    // The three cases of the W3C suite, named after them.

    @Test
    void returns_rdf() throws Exception {
        HttpResponse<String> answer = server.get("/sparql");
        assertEquals(200, answer.statusCode());
        assertEquals("text/turtle;charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
        assertFalse(description().isEmpty());
    }

    @Test
    void has_endpoint_triple() throws Exception {
        assertTrue(ask("ASK { ?service a sd:Service ; sd:endpoint <" + server.url() + "/sparql> }", description()));
    }

    @Test
    void conforms_to_schema() throws Exception {
        Graph told = description();
        assertTrue(ask("ASK { ?s sd:supportedLanguage sd:SPARQL11Query ; sd:defaultDataset/sd:defaultGraph ?g . ?g a sd:Graph }", told));
        // What has a range in the vocabulary is of that kind here.
        assertFalse(ask("ASK { ?d sd:namedGraph ?n FILTER NOT EXISTS { ?n a sd:NamedGraph ; sd:name ?name ; sd:graph ?g . ?g a sd:Graph } }", told));
        assertFalse(ask("ASK { ?s sd:defaultDataset ?d FILTER NOT EXISTS { ?d a sd:Dataset } }", told));
        assertFalse(ask("ASK { ?s sd:extensionFunction ?f FILTER NOT EXISTS { ?f a sd:Function } }", told));
        assertTrue(ask("ASK { ?s sd:propertyFeature <http://jena.apache.org/text#query> }", told));
        assertFalse(ask("ASK { ?s sd:propertyFeature ?f FILTER NOT EXISTS { ?f a sd:Feature } }", told));
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle;charset=utf-8",
        "application/rdf+xml, application/rdf+xml",
        "application/ld+json, application/ld+json",
        "application/n-triples, application/n-triples",
        "*/*, text/turtle;charset=utf-8",
        "'image/png, */*;q=0.1', text/turtle;charset=utf-8",
    })
    void the_description_comes_in_the_format_that_is_asked_for(String accept, String type) throws Exception {
        assertEquals(type, server.get("/sparql", "Accept", accept).headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void a_format_that_is_not_offered_is_not_acceptable() throws Exception {
        assertEquals(406, server.get("/sparql", "Accept", "image/png").statusCode());
    }

    @Test
    void browsers_get_a_page_in_their_language() throws Exception {
        HttpResponse<String> english = server.get("/sparql", "Accept", BROWSER);
        assertTrue(english.body().contains("<html lang=\"en\">") && english.body().contains("SPARQL endpoint"));
        HttpResponse<String> chinese = server.get("/sparql", "Accept", BROWSER, "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        assertTrue(chinese.body().contains("<html lang=\"zh\">") && chinese.body().contains("命名图"));
    }

    @Test
    void the_default_graph_and_each_named_graph_are_counted_as_they_are() throws Exception {
        Graph told = description();
        for (GraphName name : GraphName.values()) {
            String counted = server.query("SELECT (COUNT(*) AS ?n) { GRAPH <" + name.node().getURI() + "> { ?s ?p ?o } }", "Accept", "text/csv")
                    .body()
                    .split("\r?\n")[1];
            assertTrue(ask("ASK { <" + name.node().getURI() + "> void:triples " + counted + " }", told), name.key() + " " + counted);
        }
        String whole = server.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "Accept", "text/csv").body().split("\r?\n")[1];
        assertTrue(ask("ASK { ?s sd:defaultDataset/sd:defaultGraph ?g . ?g a void:Dataset ; void:triples " + whole + " }", told));
    }

    @Test
    void every_partition_has_the_number_that_a_query_counts() throws Exception {
        String wrong = """
                SELECT ?what ?said ?counted {
                  { SELECT ?what (COUNT(?s) AS ?counted) { ?s a ?what } GROUP BY ?what }
                  ?part void:class ?what ; void:entities ?said .
                  FILTER (?said != ?counted)
                }""";
        assertEquals(1, rows(wrong));
        String wrongProperty = """
                SELECT ?what ?said ?counted {
                  { SELECT ?what (COUNT(*) AS ?counted) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects)
                    { ?s ?what ?o } GROUP BY ?what }
                  ?release a dia:Release ; void:propertyPartition ?part .
                  ?part void:property ?what ; void:triples ?said ; void:distinctSubjects ?saidS .
                  OPTIONAL { ?part void:distinctObjects ?saidO }
                  FILTER (?said != ?counted || ?saidS != ?subjects || BOUND(?saidO) && ?saidO != ?objects)
                }""";
        assertEquals(1, rows(wrongProperty));
        String missing = "SELECT DISTINCT ?p { ?s ?p ?o FILTER NOT EXISTS { ?part void:property ?p } }";
        assertEquals(1, rows(missing));
    }

    @Test
    void links_to_each_foreign_vocabulary_are_a_linkset() throws Exception {
        String links = "SELECT * { ?l a void:Linkset ; void:linkPredicate ?p ; void:triples ?n ; void:objectsTarget/void:uriSpace ?space "
                + "FILTER (?n < 1) }";
        assertEquals(1, rows(links));
        assertTrue(rows(links.replace("FILTER (?n < 1)", "")) > 2);
    }

    @Test
    void void_tells_of_each_distribution_of_the_whole_its_true_size_and_hash() throws Exception {
        Graph told = graph(server.get("/.well-known/void", "Accept", "application/n-triples").body(), Lang.NTRIPLES);
        String query = """
                SELECT ?file ?size ?hash ?type {
                  ?release a dia:Release ; dcat:distribution ?d .
                  ?d a dcat:Distribution ; dcat:downloadURL ?file ; dcat:byteSize ?size ; dcat:mediaType ?type ;
                     dcterms:license ?licence ; <http://spdx.org/rdf/terms#checksum> ?sum .
                  ?sum <http://spdx.org/rdf/terms#algorithm> <http://spdx.org/rdf/terms#checksumAlgorithm_sha256> ;
                     <http://spdx.org/rdf/terms#checksumValue> ?hash .
                }""";
        int seen = 0;
        try (QueryExec run = QueryExec.graph(told).query(QueryFactory.create(Namespaces.sparqlPrologue() + query)).build()) {
            RowSet rows = run.select();
            while (rows.hasNext()) {
                Binding row = rows.next();
                String address = row.get("file").getURI();
                HttpResponse<String> file = server.get(address.substring(server.url().length()));
                byte[] bytes = file.body().getBytes(StandardCharsets.UTF_8);
                assertEquals(String.valueOf(bytes.length), row.get("size").getLiteralLexicalForm(), address);
                assertEquals(Sha256.of(bytes), row.get("hash").getLiteralLexicalForm(), address);
                String type = file.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
                assertTrue(row.get("type").getURI().endsWith('/' + type), type);
                seen++;
            }
        }
        assertEquals(Dump.wholes().size(), seen);
    }

    @Test
    void void_is_the_whole_and_the_description_leaves_the_parts_of_partitions_out() throws Exception {
        String known = server.get("/.well-known/void", "Accept", "application/n-triples").body();
        String described = server.get("/sparql", "Accept", "application/n-triples").body();
        assertTrue(known.length() > 2 * described.length());
        assertTrue(ask("ASK { ?r void:sparqlEndpoint <" + server.url() + "/sparql> }", graph(known, Lang.NTRIPLES)));
    }

    @Test
    void the_examples_are_published_as_they_stand_in_their_graph() throws Exception {
        Graph examples = graph(server.get("/.well-known/sparql-examples", "Accept", "text/turtle").body(), Lang.TURTLE);
        assertTrue(ask("ASK { ?q a sh:SPARQLExecutable ; rdfs:comment ?c }", examples));
    }

    @Test
    void a_public_url_stands_in_for_the_address_of_the_request() throws Exception {
        try (RunningServer elsewhere = RunningServer.ofFixture(
                folder.resolve("public"),
                ServerSettings.STANDARD.reachedAt(Optional.of("https://example.org/diastem"), false))) {
            assertTrue(elsewhere.get("/sparql").body().contains("<https://example.org/diastem/sparql>"));
            assertFalse(elsewhere.get("/sparql").body().contains("127.0.0.1"));
        }
    }

    @Test
    void limits_are_told_as_they_are_enforced() throws Exception {
        assertTrue(ask(
                "ASK { ?s sd:endpoint ?s ; <https://schema.org/additionalProperty> [ <https://schema.org/value> "
                        + ServerSettings.STANDARD.limits().rows() + " ; <https://schema.org/unitText> \"rows\" ] }",
                description()));
    }

    private static Graph description() throws Exception {
        return graph(server.get("/sparql").body(), Lang.TURTLE);
    }

    private static Graph graph(String text, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create().source(new StringReader(text)).lang(lang).parse(graph);
        return graph;
    }

    private static boolean ask(String query, Graph graph) {
        return QueryExec.graph(graph).query(QueryFactory.create(Namespaces.sparqlPrologue() + query)).ask();
    }

    /** Lines of the answer as CSV, the header included. */
    private static long rows(String query) throws Exception {
        HttpResponse<String> answer = server.query(Namespaces.sparqlPrologue() + query, "Accept", "text/csv");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().lines().count();
    }
}
