// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.RunningServer;
import org.diastem.testing.Written;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that would break or starve a server, each a file in {@code hostile}. */
class HostileQueryTest {
    private static final Duration BUDGET = Duration.ofSeconds(1);
    private static final int LONGEST_ERROR = 300;
    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final int TRIES = 5;

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        Limits limits = Limits.STANDARD.withTime(BUDGET).withKeptRows(50_000);
        server = RunningServer.ofFixture(folder, ServerSettings.STANDARD.within(limits, RunningServer.forAnyClient()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(FixtureProject.resource("hostile"))) {
            return files.filter(file -> file.toString().endsWith(".rq")).sorted().toList().stream();
        }
    }

    /** The first line of a case is a comment with the statuses that are right; "cut" is an answer broken off. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_hostile_query_ends_within_its_budget_with_a_clear_text_and_leaves_no_work(Path file) throws Exception {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        List<String> right = List.of(text.substring(1, end).strip().split(" "));
        long begun = System.nanoTime();
        String outcome;
        String told = "";
        try {
            HttpResponse<String> answer =
                    server.post("/sparql", "application/sparql-query", Written.out(text.substring(end + 1)));
            outcome = String.valueOf(answer.statusCode());
            told = answer.body();
        } catch (IOException broken) {
            outcome = "cut";
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(right.contains(outcome), outcome + " " + told.substring(0, Math.min(told.length(), LONGEST_ERROR)));
        assertTrue(took.compareTo(BUDGET.plusSeconds(1)) < 0, "it took " + took);
        if (outcome.startsWith("4") || outcome.startsWith("5")) {
            assertTrue(told.strip().length() <= LONGEST_ERROR, told);
            assertFalse(told.isBlank() || told.contains("Exception") || told.contains("org.apache"), told);
        }
        assertEquals("", leftOver());
    }

    /** What is wrong with the server now; one slow answer may be the machine's own business. */
    private static String leftOver() throws Exception {
        String wrong = "";
        for (int i = 0; i < TRIES; i++) {
            int running = server.server().work().running();
            long begun = System.nanoTime();
            HttpResponse<String> asked = server.query("ASK {}");
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (asked.statusCode() == 200 && took.compareTo(AT_ONCE) < 0 && running == 0) {
                return "";
            }
            wrong = "ASK {} got " + asked.statusCode() + " after " + took + ", running: " + running;
            Thread.sleep(AT_ONCE.toMillis());
        }
        return wrong;
    }
}
