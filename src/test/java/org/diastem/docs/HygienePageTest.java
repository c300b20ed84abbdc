// SPDX-License-Identifier: Apache-2.0
package org.diastem.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diastem.check.QueryChecks;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the tables of {@code docs/hygiene.md} to the catalogues of the two tools and to the checks. */
class HygienePageTest {
    private static final Path CHECKS = FixtureProject.REPOSITORY.resolve("checks");
    private static final String ENGLISH = "docs/hygiene.md";
    private static final String CHINESE = "docs/hygiene.zh.md";
    private static final int LAST_PITFALL = 41;
    private static final List<String> FOOPS = List.of(
            "PURL1", "URI1", "URI2", "VER1", "VER2", "FIND1", "FIND2", "FIND3", "FIND_3_BIS", "OM1", "OM2", "OM3", "OM4.1",
            "OM4.2", "OM5.1", "OM5.2", "HTTP1", "CN1", "RDF1", "DOC1", "VOC1", "VOC2", "VOC3", "VOC4");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z][A-Z0-9_.]+) \\| ([^|]+) \\| ([^|]*) \\| ([^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final String CATALOGUE = "# Catalogue: ";

    /** A row of one of the tables. */
    private record Entry(String id, SortedSet<String> checks, String cover, String reason) {}

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void every_identifier_of_both_catalogues_has_one_row_in_order(String page) throws IOException {
        List<String> expected = Stream.concat(
                        IntStream.rangeClosed(1, LAST_PITFALL).mapToObj("P%02d"::formatted), FOOPS.stream())
                .toList();
        assertEquals(expected, entries(page).stream().map(Entry::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void every_row_has_a_check_or_a_reason_and_names_no_check_that_does_not_exist(String page) throws IOException {
        SortedSet<String> known = new TreeSet<>(severities());
        for (Entry entry : entries(page)) {
            assertFalse(entry.checks().isEmpty() && entry.reason().isBlank(), entry.id() + " has neither");
            assertTrue(known.containsAll(entry.checks()), entry.id() + " names " + entry.checks());
        }
    }

    @Test
    void both_pages_name_the_same_checks_and_leave_out_the_same() throws IOException {
        List<Entry> english = entries(ENGLISH);
        List<Entry> chinese = entries(CHINESE);
        assertEquals(english.stream().map(Entry::checks).toList(), chinese.stream().map(Entry::checks).toList());
        assertEquals(
                english.stream().map(entry -> entry.reason().isBlank()).toList(),
                chinese.stream().map(entry -> entry.reason().isBlank()).toList());
        assertEquals(
                english.stream().map(entry -> entry.cover().isBlank()).toList(),
                chinese.stream().map(entry -> entry.cover().isBlank()).toList());
    }

    @Test
    void the_page_names_for_each_identifier_the_checks_that_say_so_themselves() throws IOException {
        SortedMap<String, SortedSet<String>> said = new TreeMap<>();
        for (String check : severities()) {
            for (String line : Files.readAllLines(CHECKS.resolve(check + ".rq"))) {
                if (line.startsWith(CATALOGUE)) {
                    for (String id : line.substring(CATALOGUE.length()).replaceAll("F?OOPS! ", "").split("[,;] ")) {
                        said.computeIfAbsent(id, key -> new TreeSet<>()).add(check);
                    }
                }
            }
        }
        SortedMap<String, SortedSet<String>> named = new TreeMap<>();
        for (Entry entry : entries(ENGLISH)) {
            if (!entry.checks().isEmpty()) {
                named.put(entry.id(), entry.checks());
            }
        }
        assertEquals(said, named);
    }

    private static List<String> severities() {
        return QueryChecks.read(CHECKS).stream().map(check -> check.name()).toList();
    }

    private static List<Entry> entries(String page) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(FixtureProject.REPOSITORY.resolve(page))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                SortedSet<String> checks = new TreeSet<>();
                Matcher names = NAME.matcher(row.group(3));
                while (names.find()) {
                    checks.add(names.group(1));
                }
                entries.add(new Entry(row.group(1), checks, row.group(3), row.group(4)));
            }
        }
        return entries;
    }
}
