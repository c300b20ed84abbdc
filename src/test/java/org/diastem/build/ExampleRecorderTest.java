// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Problems;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleRecorderTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 1);

    @TempDir
    private Path folder;

    private Project project;
    private Release release;
    private Path file;

    @BeforeEach
    void build() throws IOException {
        project = FixtureProject.copyTo(folder.resolve("project"));
        release = new ReleaseBuilder(project, new ReleaseStore(folder.resolve("build")), Progress.NONE)
                .build()
                .release();
        file = project.queries().resolve("001-secreted-factors.ttl");
    }

    @Test
    void a_result_is_recorded_once_below_what_people_wrote() throws IOException {
        String written = Files.readString(file);
        assertTrue(recorder(FIRST_DAY).record(example()));
        String recorded = Files.readString(file);
        assertTrue(recorded.startsWith(written.stripTrailing()));
        ExampleQuery.Recorded record = example().recorded().orElseThrow();
        assertEquals(FIRST_DAY, record.day());
        assertEquals(release.name(), record.release());
        assertTrue(record.result().rows() > 0);

        assertFalse(recorder(FIRST_DAY.plusDays(9)).record(example()), "nothing new is to be written");
        assertEquals(recorded, Files.readString(file));
        try (var files = Files.list(project.queries())) {
            assertEquals(2, files.count(), "nothing is left beside the examples");
        }
    }

    @Test
    void another_result_takes_the_place_of_the_recorded_one() throws IOException {
        recorder(FIRST_DAY).record(example());
        Files.writeString(file, Files.readString(file).replace("SELECT ?cell ?factor ?label", "SELECT ?factor ?label"));
        assertTrue(recorder(FIRST_DAY.plusDays(1)).record(example()));
        assertEquals(FIRST_DAY.plusDays(1), example().recorded().orElseThrow().day());
        assertEquals(1, Files.readString(file).split("expectedRows", -1).length - 1);
    }

    @Test
    void nothing_is_recorded_over_a_release_of_other_sources() throws IOException {
        Files.writeString(project.data().resolve("lines.csv"), "\n", StandardOpenOption.APPEND);
        assertThrows(EnvironmentException.class, () -> recorder(FIRST_DAY));
    }

    private ExampleRecorder recorder(LocalDate day) {
        return new ExampleRecorder(project, release, day);
    }

    private ExampleQuery example() {
        List<ExampleQuery> examples =
                ExampleQueries.of(ExampleQueries.read(project.queries(), "queries", new Problems()));
        return examples.get(0);
    }
}
