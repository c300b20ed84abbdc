// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README do what the README says, and its links lead somewhere. */
class ReadmeTest {
    private static final Pattern COMMAND_WITH_ANSWER =
            Pattern.compile("```sh\n\\./diastem (query [^\n]*)\n```\n\n```csv\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND_WITH_FIRST_LINES =
            Pattern.compile("```sh\n\\./diastem (query [^\n]*)\n```\n\n```(?:csv|text)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @TempDir
    static Path build;

    @BeforeAll
    static void build_once() {
        assertEquals(0, Outcome.of("build", "--build", build.toString(), "--quiet").code());
    }

    @TestFactory
    List<DynamicTest> every_query_has_the_answer_that_the_page_shows() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : List.of("README.md", "README.zh.md")) {
            Matcher matcher = COMMAND_WITH_ANSWER.matcher(read(page));
            int count = 0;
            while (matcher.find()) {
                String command = matcher.group(1);
                String answer = matcher.group(2);
                count++;
                tests.add(DynamicTest.dynamicTest(page + ": " + command, () -> {
                    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
                    arguments.addAll(List.of("--build", build.toString()));
                    Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
                    assertEquals(0, outcome.code(), outcome.err());
                    assertEquals(answer, outcome.out().replace("\r\n", "\n"));
                }));
            }
            assertEquals(3, count, page + " shows three queries with their answers");
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> every_query_of_the_page_about_examples_begins_its_answer_as_shown() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : List.of("docs/queries.md", "docs/queries.zh.md")) {
            Matcher matcher = COMMAND_WITH_FIRST_LINES.matcher(read(page));
            while (matcher.find()) {
                String command = matcher.group(1);
                String lines = matcher.group(2);
                tests.add(DynamicTest.dynamicTest(page + ": " + command, () -> {
                    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
                    arguments.addAll(List.of("--build", build.toString()));
                    Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
                    assertEquals(0, outcome.code(), outcome.err());
                    assertTrue(outcome.out().replace("\r\n", "\n").startsWith(lines), outcome.out());
                }));
            }
        }
        assertEquals(4, tests.size());
        return tests;
    }

    @Test
    void both_pages_show_the_same_commands() throws IOException {
        assertEquals(commands("README.md"), commands("README.zh.md"));
    }

    @TestFactory
    Stream<DynamicTest> every_link_to_a_file_leads_to_one() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String page : List.of(
                "README.md", "README.zh.md", "docs/architecture.md", "docs/architecture.zh.md", "docs/evidence.md", "docs/evidence.zh.md", "docs/curating.md", "docs/curating.zh.md",
                "docs/exports.md", "docs/exports.zh.md", "docs/search.md", "docs/search.zh.md", "docs/queries.md", "docs/queries.zh.md")) {
            Path folder = FixtureProject.REPOSITORY.resolve(page).getParent();
            Matcher matcher = LINK.matcher(read(page));
            while (matcher.find()) {
                Path target = folder.resolve(matcher.group(1)).normalize();
                tests.add(DynamicTest.dynamicTest(page + " -> " + matcher.group(1), () -> assertTrue(Files.exists(target))));
            }
        }
        assertTrue(tests.size() > 10, "saw " + tests.size() + " links");
        return tests.stream();
    }

    private static List<String> commands(String page) throws IOException {
        return read(page).lines().filter(line -> line.startsWith("./diastem") || line.startsWith("mvn")).map(line -> line.split(" {2,}#")[0]).toList();
    }

    private static String read(String page) throws IOException {
        return Files.readString(FixtureProject.REPOSITORY.resolve(page));
    }
}
