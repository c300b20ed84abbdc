// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.diastem.build.Assembler;
import org.diastem.build.Assembly;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.server.outgoing.AddressRule;
import org.diastem.server.outgoing.ServiceList;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ProblemCasesTest {
    private static final Path PAGE = FixtureProject.REPOSITORY.resolve("docs/errors/README.md");

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> each_case_is_reported_as_its_folder_says() throws IOException {
        return FixtureProject.folders("cases").stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private void check(Path folder) throws IOException {
        String code = folder.getFileName().toString();
        Project project = FixtureProject.copyWithCase(temporary.resolve(code), folder);
        Assembly assembly = new Assembler(project, Progress.NONE).assemble();
        Problems found = new Problems();
        assembly.problems().sorted().forEach(found::add);
        // A server's list of services is no part of a project; a case may bring one.
        Path services = folder.resolve("services.txt");
        if (Files.exists(services)) {
            ServiceList.read(services, "services.txt", AddressRule.PUBLIC_ONLY, found);
        }
        List<Problem> problems = found.sorted();
        String expected = FixtureProject.text(folder.resolve("expected-problems.txt"));
        assertEquals(expected, String.join("\n", problems.stream().map(Problem::message).toList()) + "\n");
        assertTrue(problems.stream().anyMatch(problem -> problem.code().key().equals(code)), "the case is of " + code);
    }

    @Test
    void the_project_under_the_cases_has_no_problem_of_its_own() throws IOException {
        Path empty = Files.createDirectory(temporary.resolve("no-case"));
        Project project = FixtureProject.copyWithCase(temporary.resolve("project"), empty);
        assertEquals(List.of(), new Assembler(project, Progress.NONE).assemble().report(Severity.INFO));
    }

    @Test
    void every_code_has_a_case() throws IOException {
        Set<String> cases = new HashSet<>();
        FixtureProject.folders("cases").forEach(folder -> cases.add(folder.getFileName().toString()));
        Set<String> codes = new HashSet<>(Arrays.stream(ProblemCode.values()).map(ProblemCode::key).toList());
        assertEquals(codes, cases);
    }

    @Test
    void every_code_has_a_heading_of_its_own_and_its_sentence_on_the_page_of_errors() throws IOException {
        List<String> lines = FixtureProject.text(PAGE).lines().toList();
        for (ProblemCode code : ProblemCode.values()) {
            assertEquals(1, lines.stream().filter(("## " + code.key())::equals).count(), code.key());
            int heading = lines.indexOf("## " + code.key());
            assertTrue(
                    lines.subList(heading, Math.min(lines.size(), heading + 4)).stream()
                            .anyMatch(line -> line.startsWith(code.expectation())),
                    code.key() + " has its sentence below its heading");
        }
        assertEquals(ProblemCode.values().length, lines.stream().filter(line -> line.startsWith("## ")).count());
    }

    @Test
    void every_code_has_a_message_of_its_own() {
        Set<String> seen = new HashSet<>();
        for (ProblemCode code : ProblemCode.values()) {
            assertTrue(seen.add(code.expectation()), code.key());
            assertFalse(code.expectation().isBlank());
        }
    }
}
