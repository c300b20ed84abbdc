// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diastem.build.Assembler;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.model.CuratedData;
import org.diastem.problem.EnvironmentException;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SourceCheckTest {
    @TempDir
    private Path temporary;

    /** A case has a made-up source text, the tables that describe it, and what is said of them. */
    @TestFactory
    Stream<DynamicTest> each_source_is_reported_as_its_folder_says() throws IOException {
        return FixtureProject.folders("source").stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    SourceReport report = SourceCheck.run(SourceText.read(folder.resolve("source.txt")), data(folder));
                    List<String> said = new ArrayList<>();
                    report.findings().forEach(finding -> said.add(finding.line()));
                    said.addAll(report.text());
                    assertEquals(Files.readAllLines(folder.resolve("expected.txt")), said);
                }));
    }

    @Test
    void a_text_with_other_lines_is_told_once_and_its_missing_lines_are_not_counted() throws IOException {
        Path text = Files.writeString(temporary.resolve("short.txt"), "一行\n");
        SourceReport report = SourceCheck.run(SourceText.read(text), data(FixtureProject.resource("source/covered")));
        assertEquals(2, report.findings().size());
        assertTrue(report.findings().get(1).message().startsWith("The source has 1 lines, the table 10."));
        assertTrue(report.lines().isEmpty());
    }

    @Test
    void a_text_that_is_not_utf_8_is_refused() throws IOException {
        Path text = Files.write(temporary.resolve("bytes.txt"), new byte[] {(byte) 0xFF});
        assertThrows(EnvironmentException.class, () -> SourceText.read(text));
    }

    @Test
    void clauses_end_at_punctuation_in_either_script_and_not_inside_a_number_or_a_name() {
        assertEquals(
                List.of("甲乙", "2.5 mg", "A-b", "丙", "example.org"), clauses("(甲乙),2.5 mg. A-b;“丙”。 example.org."));
        assertEquals(List.of(), clauses(" …—"));
    }

    @Test
    void offsets_count_unicode_characters() {
        assertEquals(List.of(new Clause(1, 3, List.of(1, 2))), Clause.of("。𠀀乙。"));
    }

    private static List<String> clauses(String line) {
        return Clause.of(line).stream().map(clause -> line.substring(clause.start(), clause.end())).toList();
    }

    private CuratedData data(Path folder) throws IOException {
        Project project = FixtureProject.copyTo(Files.createTempDirectory(temporary, "project"));
        for (String table : List.of("lines.csv", "uncovered.csv")) {
            Files.copy(
                    folder.resolve("data").resolve(table),
                    project.data().resolve(table),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return new Assembler(project, Progress.NONE).assemble().data().orElseThrow();
    }
}
