// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.diastem.rdf.ReleaseData;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The property function over a small dataset: graphs, arguments, results. */
class TextQueryTest {
    private DatasetGraph dataset;

    @BeforeEach
    void fill() {
        dataset = ReleaseData.create();
        add(GraphName.ONTOLOGY, "Exosome", IndexedProperty.LABEL, "exosome", "en");
        add(GraphName.ONTOLOGY, "Exosome", IndexedProperty.LABEL, "外泌体", "zh");
        add(GraphName.ONTOLOGY, "Exosome", IndexedProperty.EXACT_SYNONYM, "extracellular exosome", "en");
        add(GraphName.IMPORTS, "Exosome", IndexedProperty.LABEL, "exosome", "en");
        add(GraphName.ONTOLOGY, "Medium", IndexedProperty.LABEL, "体外分泌体系", "zh");
        add(GraphName.CLAIMS, "Claim", IndexedProperty.STATEMENT, "Exosomes carry cargo.", "en");
        add(GraphName.CLAIMS, "Claim", IndexedProperty.STATEMENT, "外泌体携带货物。", "zh");
        add(GraphName.REFERENCES, "Paper", IndexedProperty.TITLE, "A paper on exosomes", "");
    }

    private void add(GraphName graph, String subject, IndexedProperty property, String text, String language) {
        StreamRDF filling = ReleaseData.filling(dataset);
        filling.quad(Quad.create(
                graph.node(), Dia.term(subject), property.node(), NodeFactory.createLiteralLang(text, language)));
    }

    @Test
    void a_hit_comes_once_in_the_default_graph_and_once_in_each_graph_that_holds_it() {
        assertEquals(List.of("Claim", "Exosome", "Paper"), subjects("SELECT ?s { ?s text:query 'exosome' }"));
        assertEquals(List.of("Claim", "Exosome", "Exosome"),
                subjects("SELECT ?s { GRAPH ?g { ?s text:query (rdfs:label dia:statement 'exosome') } }"));
        assertEquals(List.of("Exosome"), subjects("SELECT ?s { GRAPH graph:imports { ?s text:query 'exosome' } }"));
        assertEquals(List.of(), subjects("SELECT ?s { GRAPH graph:trials { ?s text:query 'exosome' } }"));
        assertEquals(List.of("Claim", "Exosome", "Paper"),
                subjects("SELECT ?s { GRAPH <urn:x-arq:UnionGraph> { ?s text:query 'exosome' } }"));
    }

    @Test
    void a_dataset_put_together_by_from_has_the_hits_of_its_graphs_alone() {
        assertEquals(List.of("Claim"), subjects("SELECT ?s FROM graph:claims { ?s text:query 'exosome' }"));
        assertEquals(List.of("Claim", "Paper"),
                subjects("SELECT ?s FROM graph:claims FROM graph:references { ?s text:query 'exosome' }"));
        assertEquals(List.of("Exosome"),
                subjects("SELECT ?s FROM NAMED graph:imports { GRAPH ?g { ?s text:query 'exosome' } }"));
        assertEquals(List.of(), subjects("SELECT ?s FROM NAMED graph:imports { ?s text:query 'exosome' }"));
    }

    @Test
    void language_property_and_limit_narrow_the_hits() {
        assertEquals(List.of("Claim", "Exosome"), subjects("SELECT ?s { ?s text:query '外泌体' }"));
        assertEquals(List.of("Exosome"), subjects("SELECT ?s { ?s text:query (rdfs:label '外泌体' 'lang:zh') }"));
        assertEquals(List.of(), subjects("SELECT ?s { ?s text:query (rdfs:label '外泌体' 'lang:en') }"));
        assertEquals(List.of("Exosome"), subjects("SELECT ?s { ?s text:query (rdfs:label '外泌体'@zh 5) }"));
        assertEquals(List.of("Paper"), subjects("SELECT ?s { ?s text:query ('exosome' 'lang:none') }"));
        assertEquals(List.of("Exosome"), subjects("SELECT ?s { ?s text:query ('exosome' 1 'lang:en') }"));
        assertEquals(List.of(), subjects("SELECT ?s { ?s text:query ('exosome' 0) }"));
        assertEquals(List.of("Exosome"), subjects("SELECT ?s { GRAPH graph:imports { ?s text:query ('exosome' 1) } }"));
    }

    @Test
    void characters_that_are_not_written_together_are_not_found() {
        assertEquals(List.of("Medium"), subjects("SELECT ?s { ?s text:query '分泌体系' }"));
        assertEquals(List.of(), subjects("SELECT ?s { ?s text:query '外体' }"));
        assertEquals(List.of(), subjects("SELECT ?s { ?s text:query '体' }"));
        assertEquals(List.of("Claim", "Exosome"), subjects("SELECT ?s { ?s text:query '外泌*' }"));
    }

    @Test
    void score_text_graph_and_property_come_with_each_text() {
        List<String> rows = new ArrayList<>();
        try (QueryExec execution = query(
                "SELECT * { (?s ?score ?text ?g ?p) text:query 'exosome' } ORDER BY DESC(?score)")) {
            execution.select().forEachRemaining(row -> rows.add(row.get("text").getLiteralLexicalForm() + " "
                    + row.get("p").getLocalName() + " " + row.get("g").getLocalName()));
        }
        assertEquals("exosome label ontology", rows.get(0));
        assertEquals(
                Set.of("exosome label ontology", "extracellular exosome hasExactSynonym ontology",
                        "Exosomes carry cargo. statement claims", "A paper on exosomes title references"),
                Set.copyOf(rows));
        assertEquals(4, rows.size());
    }

    @Test
    void a_thing_that_is_known_already_is_tested() {
        assertEquals(
                List.of("Claim", "Claim"),
                subjects("SELECT ?s { ?s dia:statement ?any . ?s text:query 'exosome' }"));
        assertEquals(List.of("Medium"),
                subjects("SELECT ?s { ?s rdfs:label ?any FILTER NOT EXISTS { ?s text:query 'exosome' } }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exo*", "exosmes~1", "exosome AND cargo", "exosome OR nothing", "exosome -paper",
        "\"exosomes carry\"", "(exosome)^2", "EXOSOME", "ｅｘｏｓｏｍｅ", "exosomes/carry", "exosomes:carry"})
    void syntax_that_costs_little_is_understood(String words) {
        List<String> found = subjects("SELECT ?s { ?s text:query '" + words + "' }");
        assertTrue(found.contains("Claim"), words + " found " + found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'*some'", "'e*me'", "'e*'", "'/ex.*/'", "'[a TO b]'", "'exosome AND ('", "''",
        "'exosome~5'", "(<urn:x> 'exosome')", "('exosome' 'highlight:')", "('exosome' 1 2 3 4)", "?unbound", "5",
        "()", "(rdfs:label)"})
    void what_is_not_offered_is_told(String object) {
        BadTextQueryException refusal =
                assertThrows(BadTextQueryException.class, () -> subjects("SELECT ?s { ?s text:query " + object + " }"));
        assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
    }

    @Test
    void many_threads_find_the_same() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(threads.submit(() -> subjects("SELECT ?s { ?s text:query 'exosome OR 外泌体' }")));
            }
            for (Future<List<String>> answer : answers) {
                assertEquals(List.of("Claim", "Exosome", "Paper"), answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> subjects(String text) {
        try (QueryExec execution = query(text)) {
            return execution.select().stream().map(row -> row.get("s").getLocalName()).sorted().toList();
        }
    }

    private QueryExec query(String text) {
        return QueryExec.dataset(dataset).query(Namespaces.sparqlPrologue() + text).build();
    }
}
