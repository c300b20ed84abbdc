// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.problem.EnvironmentException;
import org.diastem.rdf.ReleaseData;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class QueryChecksTest {
    private static final Path CHECKS = FixtureProject.REPOSITORY.resolve("checks");
    private static final List<String> COMMENTS =
            List.of("# Problem: ", "# Why: ", "# What to do: ", "# 问题:", "# 原因:", "# 处理:");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> each_check_finds_what_its_case_expects_and_nothing_in_clean_data() {
        return QueryChecks.read(CHECKS).stream().map(check -> DynamicTest.dynamicTest(check.name(), () -> {
            Path files = FixtureProject.resource("checks").resolve(check.name());
            List<String> expected = Files.readAllLines(files.resolve("expected.txt"));
            assertTrue(!expected.isEmpty(), "a case expects something");
            assertEquals(expected, found(check, files.resolve("triggers.trig")));
            assertEquals(List.of(), found(check, files.resolve("clean.trig")));
        }));
    }

    @Test
    void every_case_is_of_a_check() throws IOException {
        Set<String> names = new TreeSet<>();
        QueryChecks.read(CHECKS).forEach(check -> names.add(check.name()));
        Set<String> cases = new TreeSet<>();
        FixtureProject.folders("checks").forEach(found -> cases.add(found.getFileName().toString()));
        assertEquals(names, cases);
    }

    @Test
    void every_check_says_on_top_what_why_and_what_to_do_in_two_languages() throws IOException {
        for (QueryCheck check : QueryChecks.read(CHECKS)) {
            List<String> lines = Files.readAllLines(CHECKS.resolve(check.name() + ".rq"));
            for (String comment : COMMENTS) {
                assertEquals(
                        1, lines.stream().filter(line -> line.startsWith(comment)).count(), check.name() + comment);
            }
            assertTrue(check.advice().matches(".+\\. .+\\."), check.name());
        }
    }

    @Test
    void an_unlisted_check_is_a_fault_of_the_installation() throws IOException {
        write("profile.csv", "check,severity\n");
        write("new.rq", "SELECT ?node WHERE { ?node a ?type }");
        assertRefused("new has no severity");
    }

    @Test
    void so_is_a_listed_check_without_a_query() throws IOException {
        write("profile.csv", "check,severity\ngone,error\n");
        assertRefused("gone");
    }

    @Test
    void so_is_an_unknown_severity() throws IOException {
        write("profile.csv", "check,severity\nnew,fatal\n");
        assertRefused("profile.csv:2:1");
    }

    @Test
    void so_is_a_query_that_does_not_parse_or_selects_nothing() throws IOException {
        write("profile.csv", "check,severity\nnew,info\n");
        write("new.rq", "SELECT ?node WHERE {");
        assertRefused("does not parse");
        write("new.rq", "ASK { ?node a ?type }");
        assertRefused("no SELECT query");
    }

    @Test
    void so_is_a_missing_profile() {
        assertRefused("profile.csv");
    }

    private void assertRefused(String part) {
        EnvironmentException refusal = assertThrows(EnvironmentException.class, () -> QueryChecks.read(folder));
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Node and details of the findings; the advice is the same for all. */
    private static List<String> found(QueryCheck check, Path file) {
        DatasetGraph dataset = ReleaseData.create();
        RDFParser.source(file).parse(ReleaseData.filling(dataset));
        return check.run(dataset, Findings.NO_PLACES).stream()
                .sorted()
                .map(finding -> (finding.node() + ": " + finding.message().replace(check.advice(), "")).strip())
                .toList();
    }
}
