// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

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

    @TempDir
    private Path home;

    @BeforeEach
    void copyLauncher() throws IOException {
        Files.copy(FixtureProject.REPOSITORY.resolve("diastem"), home.resolve("diastem"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.createDirectories(home.resolve("jdk/bin"));
        program("java", "if [ \"$1\" = -version ]; then echo 'version \"17.0.1\"' >&2; else echo \"$@\"; fi");
        program("mvn", "mkdir -p target && touch target/diastem.jar");
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
