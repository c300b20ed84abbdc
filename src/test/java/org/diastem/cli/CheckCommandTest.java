// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.diastem.problem.ExitCode;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String HOME = "diastem.home";
    private static final String SUMMARY = "0 errors, 1 warning, 6 infos\n";

    @TempDir
    private Path home;

    private String out;
    private String err;

    @BeforeEach
    void copy() throws IOException {
        FixtureProject.copyTo(home);
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void restore() {
        System.clearProperty(HOME);
    }

    @Test
    void findings_name_the_row_and_the_node_worst_first_and_are_summed_up() {
        assertEquals(0, run("check", "-q"));
        List<String> lines = out.lines().toList();
        assertTrue(lines.get(0).startsWith("data/claims.csv:6 (C0005): warning hope-without-hedge: claim:C0005: "));
        assertTrue(lines.get(1).contains(": info example-elsewhere: "));
        assertTrue(out.endsWith(SUMMARY));
        String first = out;
        run("check", "-q");
        assertEquals(first, out);
    }

    @Test
    void tables_and_json_have_the_findings_alone() {
        assertEquals(0, run("check", "-q", "--format", "tsv"));
        assertEquals(8, out.lines().count());
        assertTrue(out.lines().skip(1).allMatch(line -> line.split("\t", -1).length == 8));
        assertTrue(out.contains("\nwarning\thope-without-hedge\tdata/claims.csv\t6\t0\tC0005\tclaim:C0005\t"));
        assertEquals(SUMMARY, err);
        assertEquals(0, run("check", "-q", "--format", "json"));
        JsonArray array = JSON.parseAny(out).getAsArray();
        assertEquals(7, array.size());
        assertEquals("C0005", array.get(0).getAsObject().getString("field"));
        assertEquals(9, out.lines().count());
    }

    @Test
    void problems_of_the_tables_are_findings_too() throws IOException {
        Files.writeString(home.resolve("data/groups.csv"), "id,listKind\nG001,All\nG002,AllOf\n");
        assertEquals(ExitCode.FINDINGS.number(), run("check", "-q", "-f", "tsv"));
        assertTrue(out.contains("\nerror\tvalue-not-allowed\tdata/groups.csv\t2\t6\tlistKind\t\tfound \"All\". "), out);
    }

    @Test
    void a_build_fails_on_what_only_a_check_finds_and_keeps_the_last_release() throws IOException {
        ReleaseStore store = new ReleaseStore(home.resolve("build"));
        assertEquals(0, run("build", "-q"));
        String last = store.currentName().orElseThrow();
        Path chinese = home.resolve("ontology/diastem-zh.ttl");
        Files.writeString(chinese, FixtureProject.text(chinese).replace("测试所需的虚构概念:肾脏。", "Kidney"));
        assertEquals(ExitCode.FINDINGS.number(), run("build", "-q"));
        assertTrue(
                err.contains("ontology/diastem.ttl:87: error chinese-definition-without-han: dia:Kidney: definition "),
                err);
        assertTrue(err.contains(last + ", is untouched"));
        assertFalse(err.contains(": warning "));
        assertEquals(last, store.currentName().orElseThrow());
    }

    @Test
    void a_source_is_compared_line_by_line_and_its_gaps_are_errors() throws IOException {
        useSource("covered");
        assertEquals(0, run("check", "-q", "--source", source("covered")));
        assertTrue(out.contains("\nline 5 (S6): 0-12 12/12; 30-40 0/10 [30-40 Connective U003]\n"));
        assertTrue(out.contains("\ntotal        10       15       12            3               0\n" + SUMMARY));
        useSource("gaps");
        assertEquals(ExitCode.FINDINGS.number(), run("check", "-q", "--source", source("gaps")));
        assertTrue(out.startsWith("data/lines.csv:5 (L4): error source-line: "), out);
        assertTrue(out.endsWith("\n4 errors, 4 warnings, 6 infos\n"));
    }

    @Test
    void a_source_that_is_not_there_is_told_before_anything_is_built() {
        assertEquals(ExitCode.ENVIRONMENT.number(), run("check", "--source", home.resolve("none.txt").toString()));
        assertFalse(err.contains("reading the ontology"));
    }

    @Test
    void a_source_is_not_compared_with_tables_that_have_errors() throws IOException {
        Files.writeString(home.resolve("data/groups.csv"), "id,listKind\nG001,All\nG002,AllOf\n");
        assertEquals(ExitCode.FINDINGS.number(), run("check", "-q", "--source", source("covered")));
        assertTrue(err.contains("The source was not compared"));
    }

    private void useSource(String name) throws IOException {
        for (String table : List.of("lines.csv", "uncovered.csv")) {
            Files.copy(
                    FixtureProject.resource("source/" + name + "/data/" + table),
                    home.resolve("data").resolve(table),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String source(String name) {
        return FixtureProject.resource("source/" + name + "/source.txt").toString();
    }

    private int run(String... arguments) {
        Outcome outcome = Outcome.of(arguments);
        out = outcome.out();
        err = outcome.err();
        return outcome.code();
    }
}
