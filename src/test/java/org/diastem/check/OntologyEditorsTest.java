// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diastem.build.OntologyFormat;
import org.diastem.build.Project;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.OwlTrip;
import org.diastem.testing.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ontology in the editors' libraries: that of Protégé 5.6 and the newest, neither with a network. */
class OntologyEditorsTest {
    private static final Project PROJECT = Project.at(FixtureProject.REPOSITORY);
    private static final List<Path> FILES = List.of(PROJECT.english(), PROJECT.chinese(), PROJECT.inverses());
    private static final List<String> ALL_SYNTAXES = List.of(
            "violations []",
            "Turtle lost 0 [] gained 0 []",
            "RDFXML lost 0 [] gained 0 []",
            "FunctionalSyntax lost 0 [] gained 0 []",
            "ManchesterSyntax lost 0 [] gained 0 []");

    @TempDir
    private Path folder;

    @Test
    void the_library_of_protege_opens_and_saves_the_files_with_and_without_the_catalogue() throws Exception {
        Robot.Outcome outcome = Robot.start(
                "org.diastem.testing.OwlTrip",
                saved().toString(),
                PROJECT.english().toString(),
                PROJECT.chinese().toString(),
                PROJECT.inverses().toString(),
                alone().toString());
        assertEquals(0, outcome.code(), outcome.output());
        List<String> lines = outcome.output().lines().toList();
        assertEquals(24, lines.size(), outcome.output());
        assertCore(lines.subList(0, 6));
        assertTwin(lines.subList(6, 12));
        assertInverses(lines.subList(12, 18));
        assertCore(lines.subList(18, 24));
        assertFormattedAsBefore();
    }

    @Test
    void so_does_the_library_of_the_build() throws Exception {
        assertCore(trip(PROJECT.english()));
        assertTwin(trip(PROJECT.chinese()));
        assertInverses(trip(PROJECT.inverses()));
        assertCore(trip(alone()));
        assertFormattedAsBefore();
    }

    /** What an editor saved as Turtle has, once formatted, the very bytes that it opened. */
    private void assertFormattedAsBefore() throws Exception {
        Path ontology = Files.createDirectories(folder.resolve("project/ontology"));
        for (Path file : FILES) {
            Files.copy(
                    folder.resolve("saved").resolve(file.getFileName() + ".Turtle"),
                    ontology.resolve(file.getFileName()));
        }
        OntologyFormat format = new OntologyFormat(Project.at(folder.resolve("project")));
        format.unformatted().forEach(format::write);
        for (Path file : FILES) {
            assertEquals(Files.readString(file), Files.readString(ontology.resolve(file.getFileName())));
        }
    }

    private static void assertCore(List<String> report) {
        List<String> expected = new ArrayList<>(ALL_SYNTAXES);
        expected.add(0, "ontologies 1");
        assertEquals(expected, report);
    }

    /** Manchester syntax has no place for annotations of terms that another file declares; the others keep all. */
    private static void assertTwin(List<String> report) {
        List<String> expected = new ArrayList<>(ALL_SYNTAXES.subList(0, 4));
        expected.add(0, "ontologies 2");
        assertEquals(expected, report.subList(0, 5));
        assertTrue(report.get(5).matches("ManchesterSyntax lost [1-9]\\d{3} .*"), report.get(5));
    }

    /** The core is imported; Manchester syntax declares its properties a second time. */
    private static void assertInverses(List<String> report) {
        List<String> expected = new ArrayList<>(ALL_SYNTAXES.subList(0, 4));
        expected.add(0, "ontologies 2");
        assertEquals(expected, report.subList(0, 5));
        assertTrue(
                report.get(5).matches("ManchesterSyntax lost 0 \\[] gained \\d+ \\[(Declaration\\(\\w+\\(<[^>]+>\\)\\)(, )?)+]"),
                report.get(5));
    }

    private List<String> trip(Path file) throws Exception {
        return OwlTrip.run(file.toFile(), saved());
    }

    private File saved() throws Exception {
        return Files.createDirectories(folder.resolve("saved")).toFile();
    }

    /** The core file in a folder without anything beside it. */
    private Path alone() throws Exception {
        Path alone = Files.createDirectories(folder.resolve("alone")).resolve("diastem.ttl");
        if (Files.notExists(alone)) {
            Files.copy(PROJECT.english(), alone);
        }
        return alone;
    }
}
