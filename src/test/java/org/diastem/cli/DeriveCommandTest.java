// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diastem.build.Project;
import org.diastem.problem.ExitCode;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeriveCommandTest {
    private Outcome outcome;

    @TempDir
    private Path folder;

    @Test
    void what_is_not_up_to_date_is_named_and_written_once() throws IOException {
        Project project = FixtureProject.copyTo(folder);
        assertEquals(ExitCode.FINDINGS.number(), run("bridge", "--check"));
        assertTrue(printed().endsWith("ontology/bridge.ttl"), printed());
        assertTrue(Files.notExists(project.bridge()));
        assertEquals(0, run("bridge"));
        assertTrue(printed().endsWith("ontology/bridge.ttl"), printed());
        assertEquals(0, run("bridge", "--check"));
        assertEquals("", printed());
        assertEquals(0, run("bridge"));
        assertEquals("", printed());
    }

    @Test
    void errors_in_the_sources_are_listed() throws IOException {
        FixtureProject.copyTo(folder);
        assertEquals(ExitCode.FINDINGS.number(), run("imports"));
        String report = outcome.err();
        assertTrue(report.contains("sources.tsv") && report.contains("Nothing was derived."), report);
    }

    private String printed() {
        return outcome.out().strip();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("derive"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--data", folder.resolve("data").toString(), "--ontology", folder.resolve("ontology").toString()));
        outcome = Outcome.of(all.toArray(String[]::new));
        return outcome.code();
    }
}
