// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diastem.export.ClaimForm;
import org.diastem.export.DumpFormat;
import org.diastem.export.OntologyForm;
import org.diastem.problem.ExitCode;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the page about exports print what the page shows. */
class ExportsPageTest {
    private static final Pattern COMMAND_WITH_RESULT =
            Pattern.compile("```sh\n\\./diastem ([^\n]*)\n```\n\n```[a-z]+\n(.*?)```", Pattern.DOTALL);

    @TempDir
    static Path build;

    @BeforeAll
    static void build_once() {
        assertEquals(0, run("build", "--quiet").code());
    }

    @Test
    void each_command_prints_the_lines_that_the_page_shows() throws IOException {
        Map<String, String> printed = new HashMap<>();
        for (String page : List.of("docs/exports.md", "docs/exports.zh.md")) {
            Map<String, String> shown = shown(page);
            assertEquals(DumpFormat.values().length + ClaimForm.values().length + OntologyForm.values().length, shown.size(), page);
            shown.forEach((command, lines) -> assertTrue(
                    printed.computeIfAbsent(command, ExportsPageTest::output).contains("\n" + lines), command));
        }
        for (DumpFormat format : DumpFormat.values()) {
            String named = "--format " + format.name().toLowerCase(Locale.ROOT);
            // Turtle is what is printed when no format is named.
            assertTrue(
                    format == DumpFormat.TURTLE || printed.keySet().stream().anyMatch(command -> command.endsWith(named)),
                    named);
        }
        for (ClaimForm form : ClaimForm.values()) {
            assertTrue(printed.containsKey("export --form " + form), form.toString());
        }
        for (OntologyForm form : OntologyForm.values()) {
            assertTrue(printed.containsKey("export --form " + form), form.toString());
        }
    }

    @Test
    void both_pages_show_the_same() throws IOException {
        assertEquals(shown("docs/exports.md"), shown("docs/exports.zh.md"));
    }

    @Test
    void a_form_has_neither_graph_nor_format() {
        for (Outcome refused : List.of(
                run("export", "--form", "nanopub", "--graph", "claims"),
                run("export", "--form", "rdf12", "-f", "nquads"),
                run("export", "--form", "rdf13"))) {
            assertEquals(ExitCode.USAGE.number(), refused.code());
            assertEquals("", refused.out());
        }
    }

    @Test
    void a_form_of_the_ontology_is_the_file_of_the_release() throws IOException {
        Path release = build.resolve("releases").resolve(Files.readString(build.resolve("current")).strip());
        for (OntologyForm form : OntologyForm.values()) {
            assertEquals(Files.readString(release.resolve(form.path())), output("export --form " + form));
        }
    }

    private static Map<String, String> shown(String page) throws IOException {
        Matcher matcher =
                COMMAND_WITH_RESULT.matcher(Files.readString(FixtureProject.REPOSITORY.resolve(page)));
        Map<String, String> shown = new TreeMap<>();
        while (matcher.find()) {
            assertEquals(3, matcher.group(2).lines().count(), matcher.group(1));
            shown.put(matcher.group(1), matcher.group(2));
        }
        return shown;
    }

    private static String output(String command) {
        Outcome outcome = run(command.split(" "));
        assertEquals(0, outcome.code(), command);
        return outcome.out();
    }

    private static Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--build", build.toString()));
        return Outcome.of(all.toArray(String[]::new));
    }
}
