// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diastem.model.Term;
import org.diastem.problem.Nearest;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.table.Cell;
import org.diastem.table.Column;
import org.diastem.table.Datatype;
import org.diastem.table.Row;
import org.diastem.table.Table;

/** Checks every cell that names something of another table or of the ontology, as the schema says. */
final class ReferenceChecks {
    private static final String CLAIMS_TOO = "claim";

    private final Terms terms;
    private final Identifiers identifiers;
    private final Problems problems;

    ReferenceChecks(Terms terms, Identifiers identifiers, Problems problems) {
        this.terms = terms;
        this.identifiers = identifiers;
        this.problems = problems;
    }

    void check(Collection<Table> tables) {
        for (Table table : tables) {
            for (Row row : table.rows()) {
                for (Column column : table.schema().columns()) {
                    Cell cell = row.cell(column.name());
                    for (String value : column.many() ? cell.values() : single(cell)) {
                        check(value, cell, column.datatype());
                    }
                }
            }
        }
    }

    private static List<String> single(Cell cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.text());
    }

    private void check(String value, Cell cell, Datatype datatype) {
        if (value.isBlank()) {
            return;
        }
        if (datatype.namesTerm() && terms.isDeprecated(value)) {
            problems.add(
                    ProblemCode.DEPRECATED_TERM,
                    cell.place(),
                    value,
                    "",
                    terms.replacements(value).stream().findFirst());
            return;
        }
        switch (datatype.kind()) {
            case TEXT -> checkTiming(value, cell, datatype);
            case REFERENCE -> checkReference(value, cell, datatype);
            case CLOSED_LIST -> {
                if (!terms.values(datatype.target()).contains(value)) {
                    Set<String> allowed = terms.values(datatype.target());
                    problems.add(
                            ProblemCode.VALUE_NOT_ALLOWED,
                            cell.place(),
                            value,
                            "Allowed are " + String.join(", ", allowed) + ".",
                            Nearest.of(value, allowed));
                }
            }
            case ARGUMENT -> checkArgument(value, cell, datatype);
            case PREDICATE -> {
                if (terms.predicate(value).isEmpty()) {
                    problems.add(
                            ProblemCode.UNKNOWN_PREDICATE,
                            cell.place(),
                            value,
                            "",
                            Nearest.of(value, terms.predicateNames()));
                }
            }
            default -> throw new IllegalStateException("no check for " + datatype.kind());
        }
    }

    /** A time is a year, which the pattern decides, or a concept. */
    private void checkTiming(String value, Cell cell, Datatype datatype) {
        if (datatype.name().equals(Datatype.TIMING) && !Character.isDigit(value.charAt(0)) && !terms.isConcept(value)) {
            unknownConcept(value, cell, terms.concepts());
        }
    }

    private void checkReference(String value, Cell cell, Datatype datatype) {
        if (!identifiers.has(datatype.target(), value)) {
            dangling(value, cell, "No row of " + datatype.target() + ".csv has it.", identifiers.of(datatype.target()));
        }
    }

    private void dangling(String value, Cell cell, String detail, Set<String> known) {
        Optional<List<String>> replacements = identifiers.replacements(value);
        problems.add(
                ProblemCode.DANGLING_REFERENCE,
                cell.place(),
                value,
                replacements.isPresent() ? "It was retired." : detail,
                replacements.map(found -> found.stream().findFirst()).orElseGet(() -> Nearest.of(value, known)));
    }

    private void checkArgument(String value, Cell cell, Datatype datatype) {
        if (terms.isConcept(value) || isModelSetting(value, cell)) {
            return;
        }
        boolean claimsToo = datatype.target().equals(CLAIMS_TOO);
        boolean looksLikeClaim = value.matches("[CG][0-9]+");
        if (looksLikeClaim && !claimsToo) {
            problems.add(
                    ProblemCode.UNKNOWN_CONCEPT, cell.place(), value, "A claim or group cannot stand in this column.");
        } else if (looksLikeClaim
                && identifiers.individual(value).filter(term -> !term.isThing()).isEmpty()) {
            Set<String> known = new TreeSet<>(identifiers.of("claims"));
            known.addAll(identifiers.of("groups"));
            dangling(value, cell, "", known);
        } else if (identifiers.individual(value).isEmpty()) {
            Set<String> known = new TreeSet<>(terms.concepts());
            known.addAll(identifiers.individuals());
            unknownConcept(value, cell, known);
        }
    }

    /** {@code InVivo} and {@code ExVivo} are settings, not model systems, and stand in the same column. */
    private boolean isModelSetting(String value, Cell cell) {
        return cell.place().field().equals("inModel") && terms.values("ModelSetting").contains(value);
    }

    private void unknownConcept(String value, Cell cell, Collection<String> known) {
        Optional<String> meant = terms.conceptCalled(value).or(() -> Nearest.of(value, known));
        problems.add(ProblemCode.UNKNOWN_CONCEPT, cell.place(), value, "", meant);
    }

    /** The term that a checked cell names. */
    static Term term(String value, Identifiers identifiers) {
        return identifiers.individual(value).orElseGet(() -> new Term.Concept(value));
    }
}
