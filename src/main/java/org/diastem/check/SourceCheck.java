// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.diastem.check.LineCoverage.ClauseCoverage;
import org.diastem.check.LineCoverage.Stretch;
import org.diastem.model.Claim;
import org.diastem.model.CuratedData;
import org.diastem.model.Filler;
import org.diastem.model.PlainValue;
import org.diastem.model.Sha256;
import org.diastem.model.SourceThing.Line;
import org.diastem.model.Uncovered;
import org.diastem.problem.Severity;

/**
 * Proves the curated data against the text of the source: every line is the one that was curated, so that offsets,
 * which reading the tables compared with its length, lie in it; every quote stands there; and every clause is covered
 * by claims or has a recorded reason.
 */
public final class SourceCheck {
    private static final List<String> PRINTED_WORDS = List.of("rhetoric", "sourceWording");

    private final SourceText text;
    private final CuratedData data;
    private final NodePlaces places;
    private final List<Finding> findings = new ArrayList<>();

    private SourceCheck(SourceText text, CuratedData data) {
        this.text = text;
        this.data = data;
        this.places = NodePlaces.of(data);
    }

    /** Compares; a line that is not the one that was curated is reported, and nothing further is said of it. */
    public static SourceReport run(SourceText text, CuratedData data) {
        return new SourceCheck(text, data).report();
    }

    private SourceReport report() {
        List<Line> lines = data.sources(Line.class);
        if (text.size() != lines.size()) {
            report(
                    "source-line",
                    Severity.ERROR,
                    "lines",
                    lines.isEmpty() ? "" : lines.get(lines.size() - 1).id(),
                    "The source has " + text.size() + " lines, the table " + lines.size()
                            + ". Give the text that was curated.");
        }
        List<LineCoverage> coverage = new ArrayList<>();
        for (Line line : lines) {
            if (isTheOneCurated(line)) {
                claimsOf(line.number()).forEach(this::proveWords);
                coverage.add(coverage(line));
            }
        }
        return new SourceReport(findings.stream().sorted().toList(), coverage);
    }

    private boolean isTheOneCurated(Line line) {
        if (!text.has(line.number())) {
            return false;
        }
        String found = Sha256.of(text.line(line.number()));
        if (text.length(line.number()) != line.length() || !found.equals(line.sha256())) {
            report(
                    "source-line",
                    Severity.ERROR,
                    "lines",
                    line.id(),
                    "The line has " + text.length(line.number()) + " characters and the hash " + found
                            + ", and so is not the one that was curated. Give the text that was curated.");
            return false;
        }
        return true;
    }

    private void proveWords(Claim claim) {
        int line = claim.place().line();
        claim.place().quote().filter(quote -> !text.line(line).contains(quote)).ifPresent(quote -> report(
                "source-quote",
                Severity.ERROR,
                "claims",
                claim.id(),
                "The quote \"" + ShortForm.cut(quote) + "\" does not stand in line " + line
                        + ". Quote it as printed."));
        for (String property : PRINTED_WORDS) {
            for (Filler filler : claim.fillers(property)) {
                if (filler instanceof PlainValue word && !text.line(line).contains(word.written())) {
                    report(
                            "source-wording",
                            Severity.WARNING,
                            "claims",
                            claim.id(),
                            "The " + property + " \"" + ShortForm.cut(word.written()) + "\" does not stand in line "
                                    + line + ". Give the words as printed.");
                }
            }
        }
    }

    private LineCoverage coverage(Line line) {
        BitSet words = new BitSet();
        claimsOf(line.number()).forEach(claim -> words.set(claim.place().start(), claim.place().end()));
        List<Clause> clauses = Clause.of(text.line(line.number()));
        List<Stretch> bare = clauses.stream().flatMap(clause -> stretches(clause, words).stream()).toList();
        List<Uncovered> reasons = data.uncovered().stream()
                .filter(row -> row.line() == line.number() && isNeeded(row, bare))
                .toList();
        List<ClauseCoverage> covered = new ArrayList<>();
        for (Clause clause : clauses) {
            List<Stretch> stretches = stretches(clause, words).stream()
                    .map(stretch -> new Stretch(stretch.start(), stretch.end(), reason(stretch, reasons)))
                    .toList();
            int letters = clause.letters().size();
            int told = (int) clause.letters().stream().filter(words::get).count();
            covered.add(new ClauseCoverage(clause.start(), clause.end(), letters, told, stretches));
            stretches.stream()
                    .filter(stretch -> stretch.reason().isEmpty())
                    .forEach(stretch -> reportBare(line, stretch));
        }
        return new LineCoverage(line.number(), line.section(), covered);
    }

    /** A row must begin and end where bare stretches do; it may stand for several that follow each other. */
    private boolean isNeeded(Uncovered row, List<Stretch> bare) {
        boolean begins = bare.stream().anyMatch(stretch -> stretch.start() == row.start());
        boolean ends = bare.stream().anyMatch(stretch -> stretch.end() == row.end());
        if (!begins || !ends) {
            report(
                    "source-reason-unneeded",
                    Severity.WARNING,
                    "uncovered",
                    row.id(),
                    "No run of words without a claim begins at " + row.start() + " and ends at " + row.end()
                            + " of line " + row.line() + ". Correct the offsets, or remove the row.");
        }
        return begins && ends;
    }

    private static Optional<Uncovered> reason(Stretch stretch, List<Uncovered> reasons) {
        return reasons.stream()
                .filter(row -> row.start() <= stretch.start() && stretch.end() <= row.end())
                .findFirst();
    }

    private void reportBare(Line line, Stretch stretch) {
        report(
                "source-uncovered",
                Severity.ERROR,
                "lines",
                line.id(),
                "No claim covers " + stretch.start() + " to " + stretch.end() + " \""
                        + ShortForm.cut(text.part(line.number(), stretch.start(), stretch.end()))
                        + "\". Write the claim, or give the reason with these offsets in the table of uncovered"
                        + " words.");
    }

    private static List<Stretch> stretches(Clause clause, BitSet words) {
        List<Stretch> stretches = new ArrayList<>();
        int start = -1;
        int last = -1;
        for (int letter : clause.letters()) {
            if (words.get(letter)) {
                if (start >= 0) {
                    stretches.add(new Stretch(start, last + 1, Optional.empty()));
                }
                start = -1;
            } else {
                start = start < 0 ? letter : start;
                last = letter;
            }
        }
        if (start >= 0) {
            stretches.add(new Stretch(start, last + 1, Optional.empty()));
        }
        return stretches;
    }

    private List<Claim> claimsOf(int line) {
        return data.claims().stream().filter(claim -> claim.place().line() == line).toList();
    }

    private void report(String check, Severity severity, String table, String id, String message) {
        findings.add(new Finding(check, severity, places.row(table, id), "", message));
    }
}
