// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code serve} as a process of its own, as people start it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ServeProcessTest {
    private static final String READY = "DiaStem is ready at ";

    @TempDir
    private Path home;

    @BeforeEach
    void copy() throws IOException {
        FixtureProject.copyTo(home);
    }

    @Test
    void the_last_line_tells_the_address_and_a_second_start_skips_the_work() throws Exception {
        List<String> first = serve();
        assertTrue(first.contains("classifying with ELK"), first.toString());
        List<String> second = serve();
        assertFalse(second.contains("classifying with ELK"), second.toString());
        assertTrue(second.get(0).startsWith("nothing changed since release"), second.toString());
    }

    @Test
    void with_errors_in_the_sources_the_last_good_release_is_served_and_it_says_so() throws Exception {
        serve();
        Files.writeString(home.resolve("data/groups.csv"), "id,listKind\nG001,All\nG002,AllOf\n");
        List<String> lines = serve();
        assertTrue(lines.stream().anyMatch(line -> line.contains("error value-not-allowed")), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.endsWith("is untouched. It is served.")), lines.toString());
    }

    @Test
    void with_errors_and_no_release_it_ends_with_the_code_for_findings() throws Exception {
        Files.writeString(home.resolve("data/groups.csv"), "id,listKind\nG001,All\nG002,AllOf\n");
        Process process = start();
        process.getInputStream().readAllBytes();
        assertEquals(1, process.waitFor());
    }

    /** Starts it, asks the address that its last line tells, stops it; what it printed until it was ready. */
    private List<String> serve() throws Exception {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = new ArrayList<>();
            String line;
            do {
                line = output.readLine();
                lines.add(line);
                assertTrue(line != null, lines.toString());
            } while (!line.startsWith(READY));
            URI ping = URI.create(line.substring(READY.length()) + "$/ping");
            int status = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(ping).build(), BodyHandlers.ofString())
                    .statusCode();
            assertEquals(200, status);
            assertFalse(output.ready(), "nothing follows the line that says it is ready");
            return lines;
        } finally {
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Ddiastem.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.diastem.cli.Main",
                        "serve",
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .start();
    }
}
