// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.problem.Problems;
import org.diastem.store.SortedTurtle;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RulesTest {
    private static final Path FOLDER = FixtureProject.REPOSITORY.resolve("rules");

    private final Problems problems = new Problems();
    private final List<Rule> rules = Rules.read(FOLDER, "rules", problems);

    @TestFactory
    Stream<DynamicTest> each_rule_derives_what_its_case_expects() {
        return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> check(rule)));
    }

    /** What the rule adds, with what the case already has in the graph of derived triples taken away. */
    private static void check(Rule rule) {
        Path folder = FixtureProject.resource("rules").resolve(rule.name());
        DatasetGraph dataset = ReleaseData.create();
        RDFParser.create().source(folder.resolve("input.trig")).parse(ReleaseData.filling(dataset));
        Graph expected = RDFDataMgr.loadGraph(folder.resolve("expected.ttl").toUri().toString());
        Graph given = RDFDataMgr.loadDatasetGraph(folder.resolve("input.trig").toUri().toString())
                .getGraph(GraphName.DERIVED.node());
        Rules.run(List.of(rule), dataset);
        Graph derived = dataset.getGraph(GraphName.DERIVED.node());
        given.find().filterDrop(expected::contains).forEach(derived::delete);
        assertEquals(SortedTurtle.of(expected), SortedTurtle.of(derived));
        assertTrue(expected.size() > 0, "the case expects something");
    }

    @Test
    void every_rule_parses_and_every_case_is_of_a_rule() throws IOException {
        assertEquals(List.of(), problems.sorted());
        assertEquals(
                rules.stream().map(Rule::name).toList(),
                FixtureProject.folders("rules").stream()
                        .map(folder -> folder.getFileName().toString())
                        .toList());
    }

    @Test
    void every_rule_says_in_both_languages_what_it_does_and_why() throws IOException {
        for (Rule rule : rules) {
            String text = FixtureProject.text(FOLDER.resolve(rule.name() + ".rq"));
            for (String heading : List.of("# What: ", "# Why: ", "# 内容:", "# 原因:")) {
                assertTrue(text.contains(heading), rule.name() + " has " + heading);
            }
        }
    }
}
