// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.diastem.problem.Nearest;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.table.Row;
import org.diastem.table.Table;

/** Checks that a retired identifier is not used again and that what replaces it exists. */
final class RetirementChecks {
    private static final Map<String, List<String>> TABLES_OF_KIND = Map.of(
            "claim", List.of("claims"),
            "group", List.of("groups"),
            "tension", List.of("tensions"),
            "evidence", List.of("evidence"),
            "reference", List.of("references"),
            "trial", List.of("trials", "adjacent-trials"));

    private final Map<String, Table> tables;
    private final Identifiers identifiers;
    private final Problems problems;

    RetirementChecks(Map<String, Table> tables, Identifiers identifiers, Problems problems) {
        this.tables = tables;
        this.identifiers = identifiers;
        this.problems = problems;
    }

    void check() {
        for (Row retired : tables.get("retired").rows()) {
            List<String> ofKind = TABLES_OF_KIND.getOrDefault(retired.text("kind"), List.of());
            if (!ofKind.isEmpty()) {
                checkForm(retired, ofKind);
                checkReplacements(retired, ofKind);
                ofKind.forEach(table -> checkUnused(retired, tables.get(table)));
            }
        }
    }

    /** A number that no record of the kind could have had is a slip of the pen. */
    private void checkForm(Row retired, List<String> ofKind) {
        boolean possible = ofKind.stream()
                .map(table -> tables.get(table).schema().key().datatype().pattern())
                .flatMap(Optional::stream)
                .map(Pattern::asMatchPredicate)
                .anyMatch(pattern -> pattern.test(retired.text("id")));
        if (!possible) {
            problems.add(
                    ProblemCode.BAD_IDENTIFIER,
                    retired.cell("id").place(),
                    retired.text("id"),
                    "No " + retired.text("kind") + " has such an identifier.");
        }
    }

    private void checkReplacements(Row retired, List<String> ofKind) {
        Set<String> known = new TreeSet<>();
        ofKind.forEach(table -> known.addAll(identifiers.of(table)));
        for (String replacement : retired.cell("replacedBy").values()) {
            if (!known.contains(replacement)) {
                problems.add(
                        ProblemCode.DANGLING_REFERENCE,
                        retired.cell("replacedBy").place(),
                        replacement,
                        "No " + retired.text("kind") + " has it.",
                        Nearest.of(replacement, known));
            }
        }
    }

    private void checkUnused(Row retired, Table table) {
        String key = table.schema().key().name();
        table.rows().stream()
                .filter(row -> row.text(key).equals(retired.text("id")))
                .forEach(row -> problems.add(
                        ProblemCode.RETIRED_IDENTIFIER,
                        row.cell(key).place(),
                        row.text(key),
                        "It is retired since " + retired.text("since") + "; see " + retired.place() + "."));
    }
}
