// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.diastem.export.ModuleDocuments;
import org.diastem.export.OntologyForm;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleBuildTest {
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void shuffled_rows_another_locale_and_another_time_zone_give_the_same_files() throws IOException {
        Release first = build("one", false);
        // Turkish has another lower case of I, and Arabic-Indic digits show careless formatting.
        Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Release second = build("two", true);
        assertNotEquals(first.manifest().inputs(), second.manifest().inputs(), "the rows were shuffled");
        for (GraphName graph : GraphName.values()) {
            // The name of a release tells what it was made of, and is all that may differ.
            assertEquals(
                    FixtureProject.text(first.file(graph)),
                    FixtureProject.text(second.file(graph)).replace(second.name(), first.name()),
                    graph.key());
        }
        for (OntologyForm form : OntologyForm.values()) {
            assertTrue(first.manifest().documents().containsKey(form.path()), form.path());
        }
        for (String module : List.of("zh", "imports", "claims-as-axioms")) {
            assertTrue(first.manifest().documents().containsKey(ModuleDocuments.path(module)), module);
        }
        assertEquals(first.manifest().documents(), second.manifest().documents());
        assertEquals(first.manifest().counts(), second.manifest().counts());
    }

    private Release build(String name, boolean shuffled) throws IOException {
        Project project = FixtureProject.copyTo(folder.resolve(name));
        if (shuffled) {
            shuffle(project);
        }
        return new ReleaseBuilder(project, new ReleaseStore(folder.resolve(name).resolve("build")), Progress.NONE)
                .build()
                .release();
    }

    private static void shuffle(Project project) throws IOException {
        Random random = new Random(20251115);
        try (Stream<Path> files = Files.list(project.data())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                shuffle(file, 1, random);
            }
        }
        List<String> mappings = Files.readAllLines(project.mappings());
        int header = (int) mappings.stream().takeWhile(line -> line.startsWith("#")).count() + 1;
        shuffle(project.mappings(), header, random);
    }

    private static void shuffle(Path file, int kept, Random random) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> rows = new ArrayList<>(lines.subList(kept, lines.size()));
        Collections.shuffle(rows, random);
        List<String> shuffled = new ArrayList<>(lines.subList(0, kept));
        shuffled.addAll(rows);
        Files.writeString(file, String.join("\n", shuffled) + "\n", StandardCharsets.UTF_8);
    }
}
