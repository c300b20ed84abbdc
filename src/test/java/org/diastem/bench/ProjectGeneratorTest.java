// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diastem.bench.generate.GraphSize;
import org.diastem.bench.generate.ProjectGenerator;
import org.diastem.build.Assembler;
import org.diastem.build.Assembly;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.model.Claim;
import org.diastem.model.Reference;
import org.diastem.model.Sha256;
import org.diastem.model.Trial;
import org.diastem.problem.Severity;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectGeneratorTest {
    @TempDir
    private Path folder;

    @Test
    void a_generated_project_has_no_errors_and_is_larger_than_the_real_one() throws IOException {
        Project made = Project.at(generated("one", ProjectGenerator.SEED));

        Assembly assembly = new Assembler(made, Progress.NONE).assemble();

        assertEquals(List.of(), assembly.report(Severity.ERROR));
        Assembly real = new Assembler(Project.at(FixtureProject.REPOSITORY), Progress.NONE).assemble();
        for (String counted : List.of("claims", "concepts", "evidenceLines", "references", "trials", "mappings")) {
            assertTrue(assembly.counts().get(counted) > real.counts().get(counted), counted);
        }
        Set<String> known = real.data().orElseThrow().claims().stream().map(Claim::id).collect(Collectors.toSet());
        assertTrue(assembly.data().orElseThrow().claims().stream().map(Claim::id).toList().containsAll(known));
        for (Reference reference : assembly.data().orElseThrow().references()) {
            if (!real.data().orElseThrow().references().contains(reference)) {
                assertTrue(reference.doi().orElseThrow().startsWith("10.5555/"), reference.id());
            }
        }
        for (Trial trial : assembly.data().orElseThrow().trials()) {
            if (!real.data().orElseThrow().trials().contains(trial)) {
                assertTrue(trial.id().startsWith("NCT99"), trial.id());
            }
        }
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_one_does_not() throws IOException {
        List<String> first = hashes(generated("first", 1));

        assertEquals(first, hashes(generated("again", 1)));
        assertNotEquals(first, hashes(generated("other", 2)));
    }

    private Path generated(String name, long seed) throws IOException {
        Path project = folder.resolve(name);
        new ProjectGenerator(FixtureProject.REPOSITORY, GraphSize.TINY, seed, Progress.NONE).write(project);
        return project;
    }

    private static List<String> hashes(Path project) throws IOException {
        try (Stream<Path> found = Files.walk(project)) {
            return found.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> project.relativize(file) + " " + Sha256.of(file))
                    .toList();
        }
    }
}
