// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.diastem.index.IndexDataset;
import org.diastem.testing.Indexed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every loop of the engine that can be long asks its watch, and ends where that says so. */
class CancellationTest {
    /** Things that each have a value, and all of them one chain and one kind. */
    private static final int THINGS = 20_000;

    private static final int MOST_ROWS = 5_000;

    private static final String NAMESPACE = "http://example.org/";

    private static IndexDataset data;

    @BeforeAll
    static void makeData() {
        DatasetGraph made = DatasetGraphFactory.create();
        for (int i = 0; i < THINGS; i++) {
            Node thing = thing(i);
            add(made, thing, "next", thing(i + 1));
            add(made, thing, "kind", NodeFactory.createURI(NAMESPACE + "kind" + i % 2));
            String value = String.valueOf(i * 7 % 9_973);
            add(made, thing, "value", NodeFactory.createLiteralDT(value, XSDDatatype.XSDinteger));
        }
        data = Indexed.of(made);
    }

    private static Node thing(int number) {
        return NodeFactory.createURI(NAMESPACE + "thing" + number);
    }

    private static void add(DatasetGraph made, Node subject, String predicate, Node object) {
        made.add(Quad.create(Quad.defaultGraphIRI, subject, NodeFactory.createURI(NAMESPACE + predicate), object));
    }

    /** Ends the query when it was asked so often; keeps the longest time between two questions. */
    private static final class Ender implements Watch {
        private final int last;
        private int asked;
        private int rows;
        private long longest;
        private long before = System.nanoTime();

        Ender(int last) {
            this.last = last;
        }

        @Override
        public void check() {
            long now = System.nanoTime();
            rows = 0;
            longest = Math.max(longest, now - before);
            before = now;
            if (++asked == last) {
                throw new QueryCancelledException();
            }
            assertTrue(asked < last, "the query went on after its end");
        }

        /** A row was given. */
        void row() {
            assertTrue(++rows <= MOST_ROWS, "too many rows without a question");
        }

        @Override
        public void keep() {
            // As much as it likes.
        }

        @Override
        public Accumulator begin(Aggregator aggregator) {
            return aggregator.createAccumulator();
        }
    }

    /**
     * Each query makes or looks at more rows than a few thousand for each time that it has to ask.
     *
     * @param work rows, triples or comparisons that there are at least
     */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            cross product; 400000000; SELECT * { ?a e:value ?v . ?b e:value ?w }
            cross product without a match; 400000000; SELECT * { ?a e:value ?v . ?b e:value ?w FILTER (?v + ?w < 0) }
            counted cross product; 400000000; SELECT (COUNT(*) AS ?n) { ?a e:value ?v . ?b e:value ?w }
            every path; 200000000; SELECT * { ?a e:next+ ?b FILTER (?a = ?b) }
            every path or none; 200000000; SELECT * { ?a e:next* ?b }
            one long path; 20000; SELECT * { e:thing0 e:next+ ?b FILTER (STR(?b) = "") }
            paths over few middles; 200000000; SELECT * { ?a e:kind/^e:kind ?b FILTER (STR(?b) = "") }
            the ends of one path; 10000; SELECT * { e:thing0 e:kind/^e:kind ?b FILTER (STR(?b) = "") }
            alternatives; 20000; SELECT * { ?a (e:next|e:kind)* ?b FILTER (STR(?b) = "") }
            loops; 20000; SELECT * { ?a e:next+ ?a }
            sort; 40000; SELECT * { ?a e:value ?v } ORDER BY ?v DESC(?a)
            sort by expression; 40000; SELECT * { ?a e:value ?v } ORDER BY (?v * -1)
            first of a sort; 20000; SELECT * { ?a e:value ?v } ORDER BY STR(?v) LIMIT 5
            groups; 20000; SELECT ?a (SUM(?v) AS ?n) { ?a e:value ?v } GROUP BY ?a
            different rows; 20000; SELECT DISTINCT ?a { ?a e:value ?v }
            filter without a match; 60000; SELECT * { ?a ?p ?v FILTER (STR(?v) = "") }
            exists without a match; 20000; SELECT * { ?a e:value ?v FILTER NOT EXISTS { ?a e:next ?b } }
            skipped rows; 60000; SELECT * { ?a ?p ?v } OFFSET 1000000
            subqueries; 40000000; SELECT * { { SELECT * { ?a e:kind ?k } LIMIT 9000 } { SELECT * { ?b e:kind ?k } } }
            minus; 20000; SELECT * { ?a e:value ?v MINUS { ?a e:next ?b } }
            optional join; 20000; SELECT * { ?a e:value ?v OPTIONAL { ?b e:value ?v } FILTER (STR(?b) = "") }
            union; 40000; SELECT * { { ?a e:value ?v } UNION { ?a e:next ?v } FILTER (STR(?v) = "") }
            intersection; 20000; SELECT * { ?a e:next ?b . ?b e:kind e:kind0 . ?b e:next ?c . ?c e:kind e:kind0 }
            same term twice; 60000; SELECT * { ?a ?p ?a }
            """)
    void a_long_loop_asks_and_ends(String name, long work, String text) {
        // Few thousand steps for each question; of what would take minutes only the beginning is run.
        int last = (int) Math.min(100, work / 5_000);
        Ender ender = new Ender(last);
        assertThrows(QueryCancelledException.class, () -> run(text, ender), name);
        assertEquals(last, ender.asked, name);
        System.out.printf("%s: %d ms at most between two questions%n", name,
                TimeUnit.NANOSECONDS.toMillis(ender.longest));
    }

    private static void run(String text, Ender watch) {
        try (QueryExec execution = QueryExecDatasetBuilder.create()
                .query(QueryFactory.create("PREFIX e: <" + NAMESPACE + "> " + text))
                .dataset(data)
                .context(Answers.ofEngine(data, watch))
                .build()) {
            execution.select().forEachRemaining(row -> watch.row());
        }
    }
}
