// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * ROBOT, and with it the OWL API of Protégé 5.6, as a process of its own: neither can share a class path with us. The
 * build copies its libraries. No process sees the network.
 */
public final class Robot {
    private static final Path LIBRARIES = FixtureProject.REPOSITORY.resolve("target/robot");
    private static final Path TEST_CLASSES = FixtureProject.REPOSITORY.resolve("target/test-classes");
    /** A port where nothing listens: whatever is asked of the network fails at once. */
    private static final String DEAD_PROXY = "127.0.0.1";

    private Robot() {}

    /** Exit code, and both streams. */
    public record Outcome(int code, String output) {}

    /** Runs a command line of ROBOT. */
    public static Outcome run(String... arguments) throws IOException, InterruptedException {
        return start("org.obolibrary.robot.CommandLineInterface", arguments);
    }

    /** Runs a main class of the tests on ROBOT's libraries. */
    public static Outcome start(String mainClass, String... arguments) throws IOException, InterruptedException {
        assertTrue(Files.isDirectory(LIBRARIES), "the build copies ROBOT to target/robot: run mvn verify once");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Dhttp.proxyHost=" + DEAD_PROXY,
                "-Dhttp.proxyPort=9",
                "-Dhttps.proxyHost=" + DEAD_PROXY,
                "-Dhttps.proxyPort=9",
                "-cp",
                LIBRARIES + "/*" + File.pathSeparator + TEST_CLASSES,
                mainClass));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(FixtureProject.REPOSITORY.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
