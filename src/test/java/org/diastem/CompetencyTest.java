// SPDX-License-Identifier: Apache-2.0
package org.diastem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.diastem.build.Assembler;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Questions that a reader of the text can answer, put to the graph. The answers in {@code competency/} were written from
 * the text; one file per example query, one line per row, cells joined by a bar.
 */
class CompetencyTest {
    private static final Path ANSWERS = FixtureProject.REPOSITORY.resolve("src/test/resources/competency");
    private static final int FEWEST_QUESTIONS = 15;

    private static DatasetGraph dataset;
    private static List<ExampleQuery> examples;

    @BeforeAll
    static void assemble() {
        dataset = new Assembler(Project.at(FixtureProject.REPOSITORY), Progress.NONE)
                .assemble()
                .dataset()
                .orElseThrow();
        examples = ExampleQueries.of(dataset.getGraph(GraphName.EXAMPLES.node()));
    }

    @TestFactory
    List<DynamicTest> the_graph_answers_as_the_text_does() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(ANSWERS)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                String name = file.getFileName().toString().replace(".txt", "");
                ExampleQuery example = examples.stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no example query is called " + name));
                tests.add(DynamicTest.dynamicTest(
                        name, () -> assertEquals(Files.readAllLines(file), rows(example), example.text())));
            }
        }
        assertTrue(tests.size() >= FEWEST_QUESTIONS, "saw " + tests.size() + " questions");
        return tests;
    }

    @Test
    void no_question_names_a_claim_by_its_number() {
        examples.forEach(example -> assertTrue(!example.text().matches("(?s).*claim:C[0-9].*"), example.name()));
    }

    private static List<String> rows(ExampleQuery example) {
        try (QueryExec execution = QueryExec.dataset(dataset).query(example.text()).build()) {
            List<String> rows = new ArrayList<>();
            RowSet answers = execution.select();
            for (Binding binding : (Iterable<Binding>) () -> answers) {
                rows.add(String.join("|", answers.getResultVars().stream().map(variable -> cell(binding, variable)).toList()));
            }
            return rows;
        }
    }

    private static String cell(Binding binding, Var variable) {
        Node node = binding.get(variable);
        if (node == null) {
            return "";
        }
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
    }
}
