// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.diastem.check.LineCoverage.State;

/** What came of comparing the curated data with the text of the source. Quotes none of it. */
public record SourceReport(List<Finding> findings, List<LineCoverage> lines) {
    private static final String ROW = "%-8s %6s %8s %8s %12s %15s";

    public SourceReport {
        findings = List.copyOf(findings);
        lines = List.copyOf(lines);
    }

    /** The coverage of every line, and a table with the sums per section. */
    public List<String> text() {
        List<String> text = new ArrayList<>();
        lines.forEach(line -> text.add(line.text()));
        text.add("");
        text.add(row("section", "lines", "clauses", "covered", "with reason", "without reason"));
        SortedMap<String, List<LineCoverage>> sections = new TreeMap<>();
        lines.forEach(line -> sections.computeIfAbsent(line.section(), key -> new ArrayList<>()).add(line));
        sections.forEach((section, ofSection) -> text.add(sums(section, ofSection)));
        text.add(sums("total", lines));
        return text;
    }

    private static String sums(String name, List<LineCoverage> lines) {
        return row(
                name,
                lines.size(),
                lines.stream().mapToLong(line -> line.clauses().size()).sum(),
                sum(lines, State.COVERED),
                sum(lines, State.WITH_REASON),
                sum(lines, State.WITHOUT_REASON));
    }

    private static long sum(List<LineCoverage> lines, State state) {
        return lines.stream().mapToLong(line -> line.count(state)).sum();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }
}
