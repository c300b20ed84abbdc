// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diastem.model.Predicate;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.table.Cell;
import org.diastem.table.Row;
import org.diastem.table.Table;

/** Checks what only a whole row, or several rows together, can show. */
final class ClaimChecks {
    private static final int LONGEST_QUOTE = 40;

    private final Terms terms;
    private final Map<String, Table> tables;
    private final Problems problems;

    ClaimChecks(Terms terms, Map<String, Table> tables, Problems problems) {
        this.terms = terms;
        this.tables = tables;
        this.problems = problems;
    }

    void check() {
        Map<String, Row> lines = byNumber(tables.get("lines"));
        Map<String, Row> claims = byKey(tables.get("claims"));
        for (Row claim : tables.get("claims").rows()) {
            checkTarget(claim);
            checkPlace(claim, lines);
            checkQuote(claim);
            checkRestates(claim, claims);
            checkComparison(claim);
            checkOpposite(claim);
            checkKinds(claim);
            checkLabels(claim);
        }
        for (Row gap : tables.get("uncovered").rows()) {
            checkOffsets(gap, lines);
        }
        for (Row tension : tables.get("tensions").rows()) {
            if (tension.text("first").equals(tension.text("second")) && !tension.text("first").isEmpty()) {
                problems.add(
                        ProblemCode.SELF_REFERENCE, tension.cell("second").place(), tension.text("second"), "A tension joins two claims.");
            }
        }
        tables.values().forEach(table -> table.rows().forEach(row -> checkScripts(row, table)));
    }

    private void checkTarget(Row claim) {
        boolean object = !claim.cell("object").isEmpty();
        boolean value = !claim.cell("value").isEmpty();
        if (object == value) {
            problems.add(
                    ProblemCode.OBJECT_OR_VALUE,
                    claim.cell("object").place(),
                    claim.text("object"),
                    object ? "Both are given." : "Neither is given.");
        }
        if (value && claim.cell("valueType").isEmpty()) {
            problems.add(
                    ProblemCode.EMPTY_REQUIRED_CELL, claim.cell("valueType").place(), "", "A value needs its kind.");
        }
        if (value) {
            checkValue(claim);
        }
    }

    private void checkValue(Row claim) {
        String value = claim.text("value");
        boolean fits =
                switch (claim.text("valueType")) {
                    case "integer" -> value.matches("-?(0|[1-9][0-9]*)");
                    case "year" -> value.matches("[12][0-9]{3}");
                    case "decimal" -> value.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
                    default -> true;
                };
        if (!fits) {
            problems.add(ProblemCode.BAD_NUMBER, claim.cell("value").place(), value, "The kind is "
                    + claim.text("valueType") + ".");
        }
        if (claim.text("valueType").equals("date") && !isDate(value)) {
            problems.add(ProblemCode.BAD_DATE, claim.cell("value").place(), value);
        }
    }

    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value) != null;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }

    private void checkPlace(Row claim, Map<String, Row> lines) {
        Row line = lines.get(claim.text("line"));
        if (line == null) {
            problems.add(
                    ProblemCode.DANGLING_REFERENCE,
                    claim.cell("line").place(),
                    claim.text("line"),
                    "No row of lines.csv has that number.");
            return;
        }
        if (!line.text("section").equals(claim.text("section"))) {
            problems.add(
                    ProblemCode.LINE_OUTSIDE_SECTION,
                    claim.cell("section").place(),
                    claim.text("section"),
                    "Line " + claim.text("line") + " belongs to " + line.text("section") + ".",
                    Optional.of(line.text("section")));
        }
        checkOffsets(claim, lines);
    }

    private void checkOffsets(Row row, Map<String, Row> lines) {
        Row line = lines.get(row.text("line"));
        Optional<Integer> start = natural(row.text("start"));
        Optional<Integer> end = natural(row.text("end"));
        if (line == null) {
            problems.add(
                    ProblemCode.OFFSETS_OUTSIDE_LINE, row.cell("line").place(), row.text("line"), "There is no such line.");
            return;
        }
        Optional<Integer> length = natural(line.text("length"));
        if (start.isEmpty() || end.isEmpty() || length.isEmpty()) {
            return;
        }
        if (start.get() >= end.get() || end.get() > length.get()) {
            problems.add(
                    ProblemCode.OFFSETS_OUTSIDE_LINE,
                    row.cell("start").place(),
                    start.get() + ".." + end.get(),
                    "Line " + row.text("line") + " has " + length.get() + " characters.");
        }
    }

    private void checkQuote(Row claim) {
        String quote = claim.text("quote");
        int length = quote.codePointCount(0, quote.length());
        if (length > LONGEST_QUOTE) {
            problems.add(
                    ProblemCode.QUOTE_TOO_LONG, claim.cell("quote").place(), quote, "It has " + length + " characters.");
        }
    }

    private void checkRestates(Row claim, Map<String, Row> claims) {
        Cell restates = claim.cell("restates");
        if (restates.isEmpty()) {
            return;
        }
        if (restates.text().equals(claim.text("id"))) {
            problems.add(ProblemCode.SELF_REFERENCE, restates.place(), restates.text(), "A claim cannot restate itself.");
            return;
        }
        Row earlier = claims.get(restates.text());
        if (earlier == null) {
            return;
        }
        if (!earlier.cell("restates").isEmpty()) {
            problems.add(
                    ProblemCode.RESTATES_CHAIN,
                    restates.place(),
                    restates.text(),
                    restates.text() + " itself restates " + earlier.text("restates") + ".",
                    Optional.of(earlier.text("restates")));
        } else if (natural(earlier.text("line")).orElse(0) > natural(claim.text("line")).orElse(Integer.MAX_VALUE)) {
            problems.add(
                    ProblemCode.RESTATES_CHAIN,
                    restates.place(),
                    restates.text(),
                    "It stands on a later line; turn the two around.");
        }
    }

    private void checkComparison(Row claim) {
        boolean comparison =
                terms.predicate(claim.text("predicate")).map(Predicate::isComparison).orElse(false);
        if (comparison && claim.cell("comparisonAspect").isEmpty()) {
            problems.add(ProblemCode.COMPARISON_WITHOUT_ASPECT, claim.cell("comparisonAspect").place(), "");
        }
    }

    private void checkOpposite(Row claim) {
        if (!claim.cell("oppositeUnderOtherCondition").isEmpty() && claim.cell("underCondition").isEmpty()) {
            problems.add(ProblemCode.OPPOSITE_WITHOUT_CONDITION, claim.cell("underCondition").place(), "");
        }
    }

    private void checkKinds(Row claim) {
        terms.predicate(claim.text("predicate")).ifPresent(predicate -> {
            checkKind(claim.cell("subject"), predicate.subjectKinds(), predicate);
            checkKind(claim.cell("object"), predicate.objectKinds(), predicate);
        });
    }

    private void checkKind(Cell argument, List<String> kinds, Predicate predicate) {
        String name = argument.text();
        if (kinds.isEmpty() || !terms.isConcept(name)) {
            return;
        }
        if (kinds.stream().noneMatch(kind -> terms.isA(name, kind))) {
            problems.add(
                    ProblemCode.UNEXPECTED_ARGUMENT_KIND,
                    argument.place(),
                    name,
                    predicate.name() + " expects " + String.join(" or ", kinds)
                            + " here. Widen the predicate's row rather than weaken the claim.");
        }
    }

    private void checkLabels(Row claim) {
        for (String argument : List.of("subject", "object")) {
            String name = claim.text(argument);
            for (String language : List.of("en", "zh")) {
                Cell statement = claim.cell("statement_" + language);
                Set<String> labels = terms.labels(name, language);
                String text = statement.text().toLowerCase(Locale.ROOT);
                if (!statement.isEmpty()
                        && !labels.isEmpty()
                        && labels.stream().noneMatch(label -> text.contains(label.toLowerCase(Locale.ROOT)))) {
                    problems.add(
                            ProblemCode.STATEMENT_WITHOUT_LABEL,
                            statement.place(),
                            statement.text(),
                            "The " + argument + " " + name + " is called " + String.join(", ", labels) + ".");
                }
            }
        }
    }

    private void checkScripts(Row row, Table table) {
        for (String column : table.schema().columnNames()) {
            if (column.endsWith("_en")) {
                Cell english = row.cell(column);
                Cell chinese = row.cell(column.replace("_en", "_zh"));
                if (english.isEmpty() != chinese.isEmpty()) {
                    Place place = english.isEmpty() ? english.place() : chinese.place();
                    problems.add(ProblemCode.MISSING_LANGUAGE, place, english.text() + chinese.text());
                }
                if (hasHan(english.text())) {
                    problems.add(ProblemCode.STATEMENT_IN_WRONG_SCRIPT, english.place(), english.text());
                }
                if (column.startsWith("statement") && !chinese.isEmpty() && !hasHan(chinese.text())) {
                    problems.add(ProblemCode.STATEMENT_IN_WRONG_SCRIPT, chinese.place(), chinese.text());
                }
            }
        }
    }

    private static boolean hasHan(String text) {
        return text.codePoints()
                .anyMatch(character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN);
    }

    private static Optional<Integer> natural(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Map<String, Row> byNumber(Table lines) {
        Map<String, Row> rows = new HashMap<>();
        lines.rows().forEach(row -> rows.put(row.text("number"), row));
        return rows;
    }

    private static Map<String, Row> byKey(Table table) {
        Map<String, Row> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(row.text(table.schema().key().name()), row));
        return rows;
    }
}
