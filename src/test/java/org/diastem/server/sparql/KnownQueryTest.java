// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.diastem.server.http.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query is parsed once, and what was parsed is run by many at once without being changed. */
class KnownQueryTest {
    private static final int THREADS = 4;
    private static final int RUNS = 50;
    private static final Set<String> NONE = Set.of();

    private final QueryGate gate = new QueryGate(Limits.STANDARD, ServicePolicy.NONE);
    private final DatasetGraph dataset = dataset();

    private static DatasetGraph dataset() {
        DatasetGraph made = DatasetGraphFactory.create();
        StringBuilder text = new StringBuilder("PREFIX : <x:>\n");
        for (int i = 0; i < 60; i++) {
            text.append(":a%d :p :a%d , \"%d\" ; :q \"text %d\"@en ; a :T%d .\n".formatted(i, i + 1, i, i, i % 7));
        }
        RDFParser.fromString(text.toString(), Lang.TURTLE).parse(made);
        return made;
    }

    @Test
    void the_same_text_is_parsed_once_and_another_dataset_is_another_query() {
        QueryGate.Admitted first = gate.read("ASK { ?s ?p ?o }", NONE, NONE);
        assertSame(first, gate.read("ASK { ?s ?p ?o }", NONE, NONE));
        assertSame(first, gate.known("ASK { ?s ?p ?o }", NONE, NONE).orElseThrow());
        assertNotSame(first, gate.read("ASK { ?s ?p ?o  }", NONE, NONE));
        QueryGate.Admitted graph = gate.read("ASK { ?s ?p ?o }", Set.of("x:g"), NONE);
        assertEquals(List.of("x:g"), graph.query().getGraphURIs());
        assertEquals(List.of(), first.query().getGraphURIs());
        assertEquals(List.of("x:g"), gate.read("ASK { ?s ?p ?o }", NONE, Set.of("x:g")).query().getNamedGraphURIs());
    }

    @Test
    void what_is_refused_is_refused_again() {
        for (String text : List.of("ASK {", "SELECT * { SERVICE <http://e.org/> { ?s ?p ?o } }")) {
            for (int i = 0; i < 2; i++) {
                assertThrows(Refusal.class, () -> gate.read(text, NONE, NONE));
            }
            assertTrue(gate.known(text, NONE, NONE).isEmpty());
        }
    }

    @Test
    void long_texts_and_old_ones_are_forgotten() {
        String filler = "#" + "x".repeat(10_000) + "\n";
        for (int i = 0; i < 300; i++) {
            gate.read(filler + "ASK { ?s ?p " + i + " }", NONE, NONE);
        }
        long kept = 0;
        for (int i = 0; i < 300; i++) {
            kept += gate.known(filler + "ASK { ?s ?p " + i + " }", NONE, NONE).isPresent() ? 1 : 0;
        }
        assertTrue(kept > 0 && kept < 110, kept + " kept");
        String longer = filler + filler + filler + "ASK {}";
        gate.read(longer, NONE, NONE);
        assertTrue(gate.known(longer, NONE, NONE).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * { ?s <x:p>+ <x:a9> }",
        "SELECT ?t (COUNT(DISTINCT ?s) AS ?n) (GROUP_CONCAT(STR(?s)) AS ?all) { ?s a ?t } GROUP BY ?t HAVING (COUNT(*) > 2)",
        "SELECT ?s { ?s <x:q> ?x FILTER(REGEX(?x, \"T.*[02468]$\", \"i\")) } ORDER BY DESC(STRLEN(?x)) ?s",
        "SELECT ?s { ?s a <x:T1> FILTER EXISTS { ?s <x:p> ?o FILTER NOT EXISTS { ?o a <x:T5> } } }",
        "SELECT ?n { ?s <x:p> ?o BIND(<http://www.w3.org/2001/XMLSchema#integer>(?o) AS ?n) FILTER(?n > 3) }",
        "SELECT * { VALUES ?s { <x:a1> <x:a2> } OPTIONAL { ?s <x:p> ?o } MINUS { ?s a <x:T2> } }",
        "SELECT * { ?s a <x:T3> { SELECT ?s (MAX(?x) AS ?m) { ?s <x:q> ?x } GROUP BY ?s } } LIMIT 5",
        "CONSTRUCT { ?s <x:is> [ <x:of> ?t ] } WHERE { ?s a ?t FILTER(?t IN (<x:T1>, <x:T2>)) }",
        "DESCRIBE ?s <x:a1> { ?s a <x:T6> }",
        "DESCRIBE <x:a2>",
        "ASK { ?s <x:q> ?x FILTER(CONTAINS(?x, \"59\")) }"
    })
    void many_run_the_same_query_at_once_and_none_changes_it(String text) throws Exception {
        Query query = gate.read(text, NONE, NONE).query();
        String before = query.toString();
        String alone = answer(new QueryGate(Limits.STANDARD, ServicePolicy.NONE).read(text, NONE, NONE).query());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                answers.add(threads.submit(() -> answer(gate.read(text, NONE, NONE).query())));
            }
            for (Future<String> each : answers) {
                assertEquals(alone, each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertSame(query, gate.read(text, NONE, NONE).query());
        assertEquals(before, query.toString());
    }

    private String answer(Query query) {
        try (QueryRun run = new QueryRun(query, dataset, new Budget(Limits.STANDARD))) {
            if (query.isAskType()) {
                return String.valueOf(run.ask());
            }
            Set<String> lines = new TreeSet<>();
            if (query.isSelectType()) {
                RowSet rows = run.select();
                rows.forEachRemaining(row -> lines.add(row.toString()));
            } else if (query.isConstructType()) {
                run.construct().forEachRemaining(triple -> lines.add(triple.getSubject() + " " + triple.getPredicate()));
            } else {
                run.describe().find().forEachRemaining(triple -> lines.add(triple.toString()));
            }
            return lines.toString().replaceAll("_:[^ ]*|[0-9a-f]{8}-[-0-9a-f]*|\\[B[^]]*]", "_");
        }
    }
}
