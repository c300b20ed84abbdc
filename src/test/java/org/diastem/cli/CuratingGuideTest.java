// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk through adding a paper leads to the very rows that the repository's tables have. */
class CuratingGuideTest {
    private static final String HOME = "diastem.home";
    private static final String ADDED = "ESMSCVesicles2020";

    @TempDir
    private Path home;

    @BeforeEach
    void copy_the_repository_without_the_paper() throws IOException {
        for (String folder : List.of("data", "ontology", "rules", "queries", "checks")) {
            copy(FixtureProject.REPOSITORY.resolve(folder), home.resolve(folder));
        }
        for (String table : List.of("references", "evidence")) {
            Path file = home.resolve("data/" + table + ".csv");
            List<String> kept = Files.readAllLines(file).stream().filter(row -> !row.contains(ADDED)).toList();
            assertTrue(kept.size() < Files.readAllLines(file).size(), table);
            Files.write(file, kept);
        }
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void restore() {
        System.clearProperty(HOME);
    }

    @Test
    void following_the_guide_adds_the_rows_of_the_repository() throws IOException {
        List<String> commands = commands("docs/curating.md");
        assertEquals(5, commands.size());
        for (String command : commands) {
            Outcome outcome = Outcome.of(words(command));
            assertEquals(0, outcome.code(), command + outcome.err());
            if (command.contains("--text")) {
                assertTrue(outcome.out().startsWith("C0051 "), "the first suggestion is the claim meant");
            }
        }
        for (String table : List.of("data/references.csv", "data/evidence.csv")) {
            assertEquals(rows(FixtureProject.REPOSITORY.resolve(table)), rows(home.resolve(table)), table);
        }
    }

    @Test
    void both_languages_walk_through_the_same_commands() throws IOException {
        assertEquals(commands("docs/curating.md"), commands("docs/curating.zh.md"));
    }

    private static List<String> commands(String page) throws IOException {
        return Files.readAllLines(FixtureProject.REPOSITORY.resolve(page)).stream()
                .filter(line -> line.startsWith("./diastem "))
                .toList();
    }

    /** The words of a command line as a shell splits them; only double quotes are used in the guide. */
    private static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+").matcher(command);
        while (matcher.find()) {
            words.add(matcher.group().replace("\"", ""));
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }

    private static Set<String> rows(Path file) throws IOException {
        return new TreeSet<>(Files.readAllLines(file));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
