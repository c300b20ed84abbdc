// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;
import org.diastem.build.Progress;
import org.diastem.build.ReleaseBuilder;
import org.diastem.index.IndexDataset;
import org.diastem.rdf.ReleaseData;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probes of federation engines: the same answer as by scanning, without scanning. */
class ReleaseCountsTest {
    /** With the aggregates that engines use; @ is a pattern. */
    private static final List<String> PROBES = List.of(
            "ASK { @ }",
            "ASK WHERE { @ }",
            "SELECT (COUNT(*) AS ?count) WHERE { @ }",
            "SELECT (COUNT(?s) AS ?count) { @ }",
            "SELECT (COUNT(DISTINCT ?s) AS ?count) { @ }",
            "SELECT (COUNT(DISTINCT *) AS ?count) { @ }",
            "SELECT (COUNT(*) AS ?all) (COUNT(DISTINCT ?s) AS ?subjects) { @ } LIMIT 1",
            "SELECT (COUNT(*) * 2 AS ?twice) { @ } HAVING (COUNT(*) > 3)");

    private static final List<String> OF_OBJECTS =
            List.of("SELECT (COUNT(?o) AS ?count) { @ }", "SELECT (COUNT(DISTINCT ?o) AS ?count) { @ }");

    private static final List<String> NOT_COUNTED = List.of(
            "SELECT (COUNT(DISTINCT *) AS ?c) { ?s ?p [] }",
            "SELECT (COUNT(*) AS ?c) { [] ?p [] }",
            "SELECT (COUNT(*) AS ?c) { ?s ?p ?s }",
            "SELECT (COUNT(*) AS ?c) { ?s ?p ?p }",
            "SELECT (COUNT(?nothing) AS ?c) { ?s ?p ?o }",
            "SELECT ?p (COUNT(*) AS ?c) { ?s ?p ?o } GROUP BY ?p",
            "SELECT (COUNT(*) AS ?c) FROM <https://w3id.org/diastem/graph/claims> { ?s ?p ?o }",
            "SELECT (COUNT(*) AS ?c) { GRAPH ?g { ?s ?p ?o } }",
            "SELECT (COUNT(*) AS ?c) { GRAPH <x:none> { ?s ?p ?o } }",
            "SELECT (SUM(STRLEN(STR(?s))) AS ?c) { ?s a ?o }",
            "SELECT ?c { GRAPH <https://w3id.org/diastem/graph/claims> { SELECT (COUNT(*) AS ?c) { ?s ?p ?o } } }",
            "ASK { ?s a \"no class\" }");

    @TempDir
    private static Path folder;

    private static IndexDataset dataset;
    private static ReleaseCounts counts;

    @BeforeAll
    static void load() throws IOException {
        ReleaseStore store = new ReleaseStore(folder.resolve("build"));
        new ReleaseBuilder(FixtureProject.copyTo(folder.resolve("project")), store, Progress.NONE).build();
        dataset = store.current().orElseThrow().load();
        counts = new ReleaseCounts(dataset);
    }

    private static String answer(String text, DatasetGraph asked, Optional<ReleaseCounts> known) {
        Query query = QueryFactory.create(text);
        DataView view = new DataView(asked, Optional.empty(), known);
        try (QueryRun run = new QueryRun(query, view, new Budget(Limits.STANDARD), ServicePolicy.NONE)) {
            if (query.isAskType()) {
                return String.valueOf(run.ask());
            }
            RowSet rows = run.select();
            List<String> told = new ArrayList<>();
            rows.forEachRemaining(row -> told.add(row.toString()));
            return told.toString();
        }
    }

    private static Set<String> terms(Node predicate, boolean objects) {
        Set<String> terms = new TreeSet<>(Set.of("http://example.org/never-used"));
        dataset.getDefaultGraph().find(Node.ANY, predicate, Node.ANY).forEachRemaining(triple -> {
            Node term = objects ? triple.getObject() : triple.getPredicate();
            if (term.isURI()) {
                terms.add(term.getURI());
            }
        });
        return terms;
    }

    @Test
    void every_probe_of_every_predicate_class_and_graph_has_the_answer_of_a_scan_without_scanning() {
        List<String> patterns = new ArrayList<>(List.of("?s ?p ?o", "?s a ?o"));
        terms(Node.ANY, false).forEach(predicate -> patterns.add("?s <" + predicate + "> ?o"));
        terms(RDF.type.asNode(), true).forEach(type -> patterns.add("?s a <" + type + ">"));
        List<String> graphs = new ArrayList<>(List.of(""));
        dataset.listGraphNodes().forEachRemaining(graph -> graphs.add(graph.getURI()));
        DatasetGraph empty = ReleaseData.create();
        int asked = 0;
        for (String pattern : patterns) {
            for (String graph : graphs) {
                String where = graph.isEmpty() ? pattern : "GRAPH <" + graph + "> { " + pattern + " }";
                List<String> probes = new ArrayList<>(PROBES);
                if (pattern.contains("?o")) {
                    probes.addAll(OF_OBJECTS);
                }
                for (String probe : probes) {
                    String query = probe.replace("@", where);
                    String scanned = answer(query, dataset, Optional.empty());
                    // From a dataset that holds nothing: the answer can only be the count.
                    assertEquals(scanned, answer(query, empty, Optional.of(counts)), query);
                    asked++;
                }
            }
        }
        assertTrue(asked > 5_000, asked + " probes");
    }

    @Test
    void what_is_not_counted_is_scanned() {
        for (String query : NOT_COUNTED) {
            String scanned = answer(query, dataset, Optional.empty());
            assertEquals(scanned, answer(query, dataset, Optional.of(counts)), query);
        }
    }

    @Test
    void a_pattern_of_nothing_has_one_solution() {
        assertEquals("true", answer("ASK {}", dataset, Optional.of(counts)));
    }
}
