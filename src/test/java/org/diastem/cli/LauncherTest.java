// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the launcher starts Java, with a Java and a Maven that only say what they are asked. */
class LauncherTest {
    private static final String COMPILES_ALL = "-XX:-DontCompileHugeMethods";

    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path home;

    @BeforeEach
    void copyLauncher() throws IOException {
        Files.copy(FixtureProject.REPOSITORY.resolve("diastem"), home.resolve("diastem"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.createDirectories(home.resolve("jdk/bin"));
        java("17.0.1", "echo x >\"${1#*=}\"");
        program("mvn", "mkdir -p target && touch target/diastem.jar");
    }

    /**
     * A Java that says what it is started with.
     *
     * @param rehearse what it does in place of a rehearsal, in words of the shell
     */
    private void java(String version, String rehearse) throws IOException {
        program("java", """
                case "$*" in
                  -version) echo 'version "%s"' >&2 ;;
                  *Rehearsal*) echo "$@" >>"%s"; %s ;;
                  *) echo "$@" ;;
                esac""".formatted(version, rehearsals(), rehearse));
        Files.writeString(home.resolve("jdk/release"), version);
    }

    private Path rehearsals() {
        return home.resolve("rehearsals");
    }

    private long rehearsed() throws IOException {
        return Files.exists(rehearsals()) ? Files.readAllLines(rehearsals()).size() : 0;
    }

    private void program(String name, String text) throws IOException {
        Path file = home.resolve("jdk/bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    @Test
    void a_server_is_started_so_that_the_whole_parser_is_compiled() throws Exception {
        String started = launched("serve", "--port", "0");
        assertTrue(started.contains(COMPILES_ALL) && started.strip().endsWith("serve --port 0"), started);
    }

    @Test
    void the_first_start_makes_an_archive_of_classes_that_later_ones_use() throws Exception {
        assertTrue(launched("serve").contains("-XX:SharedArchiveFile="));
        assertTrue(launched("query", "1").contains("-XX:SharedArchiveFile="));
        assertEquals(1, rehearsed());
        assertTrue(Files.readString(rehearsals()).contains("-XX:ArchiveClassesAtExit="));
    }

    @Test
    void another_java_and_changed_sources_need_another_archive() throws Exception {
        launched("serve");
        java("25.0.3", "echo x >\"${1#*=}\"");
        String started = launched("serve");
        assertTrue(started.contains("-XX:AOTCache=") && !started.contains("-XX:SharedArchiveFile="), started);
        assertEquals(2, rehearsed());
        Files.writeString(home.resolve("src/main/x"), "x");
        launched("serve");
        assertEquals(3, rehearsed());
    }

    @Test
    void without_an_archive_everything_starts_and_it_is_not_tried_again() throws Exception {
        java("17.0.1", "echo broken; exit 1");
        for (int start = 0; start < 2; start++) {
            String started = launched("serve");
            assertFalse(started.contains("SharedArchiveFile"), started);
            assertTrue(started.strip().endsWith("serve"), started);
        }
        assertEquals(1, rehearsed());
    }

    @Test
    void short_commands_are_started_with_the_first_compiler_alone() throws Exception {
        assertTrue(launched("query", "1").contains(FIRST_COMPILER));
        for (String each : List.of("serve", "build", "check", "export", "derive", "mcp")) {
            assertFalse(launched(each).contains(FIRST_COMPILER), each);
        }
    }

    @Test
    void other_commands_are_started_as_they_are() throws Exception {
        String started = launched("query", "a b");
        assertFalse(started.contains(COMPILES_ALL), started);
        assertTrue(started.strip().endsWith("query a b"), started);
        assertFalse(launched().contains(COMPILES_ALL));
    }

    private String launched(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder launcher = new ProcessBuilder("bash", home.resolve("diastem").toString());
        launcher.command().addAll(List.of(arguments));
        Path programs = home.resolve("jdk/bin");
        launcher.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        launcher.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        launcher.redirectErrorStream(true);
        Process process = launcher.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
