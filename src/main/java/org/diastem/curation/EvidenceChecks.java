// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.table.Cell;
import org.diastem.table.Row;
import org.diastem.table.Table;

/** Checks of publications, evidence lines and trials that only a whole row, or several rows, can show. */
final class EvidenceChecks {
    private static final String DOI_ADDRESS = "https://doi.org/";

    private final Map<String, Table> tables;
    private final Problems problems;

    EvidenceChecks(Map<String, Table> tables, Problems problems) {
        this.tables = tables;
        this.problems = problems;
    }

    void check() {
        checkReferences();
        checkEvidence();
        tables.get("trials").rows().forEach(trial -> checkDate(trial.cell("stateSeen")));
    }

    private void checkReferences() {
        Set<String> sources = sourceDois();
        Map<String, Map<String, Place>> seen = new HashMap<>();
        for (Row reference : tables.get("references").rows()) {
            boolean identified = false;
            for (String column : new String[] {"doi", "pmid", "pmcid"}) {
                Cell cell = reference.cell(column);
                if (!cell.isEmpty()) {
                    identified = true;
                    checkOnce(cell, seen.computeIfAbsent(column, name -> new HashMap<>()));
                }
            }
            Cell doi = reference.cell("doi");
            if (!identified) {
                problems.add(ProblemCode.REFERENCE_WITHOUT_IDENTIFIER, doi.place(), "");
            }
            if (sources.contains(folded(doi))) {
                problems.add(ProblemCode.SOURCE_AS_EVIDENCE, doi.place(), doi.text());
            }
        }
    }

    private Set<String> sourceDois() {
        Set<String> dois = new HashSet<>();
        for (Row document : tables.get("documents").rows()) {
            String address = folded(document.cell("sameAs"));
            if (address.startsWith(DOI_ADDRESS)) {
                dois.add(address.substring(DOI_ADDRESS.length()));
            }
        }
        return dois;
    }

    private void checkEvidence() {
        Set<String> withResult = new HashSet<>();
        Set<String> trials = new HashSet<>();
        for (Row trial : tables.get("trials").rows()) {
            trials.add(trial.text("id"));
            if (!trial.cell("resultPublication").isEmpty()) {
                withResult.add(trial.text("id"));
            }
        }
        Map<String, Place> findings = new HashMap<>();
        for (Row line : tables.get("evidence").rows()) {
            checkIdentifier(line);
            checkItem(line);
            String trial = line.text("trial");
            if (trials.contains(trial) && !withResult.contains(trial) && !line.text("direction").equals("Background")) {
                problems.add(
                        ProblemCode.TRIAL_WITHOUT_RESULT,
                        line.cell("direction").place(),
                        line.text("direction"),
                        trial + " has no result publication.",
                        Optional.of("Background"));
            }
            checkFinding(line, findings);
            checkDate(line.cell("seenOn"));
        }
    }

    private void checkIdentifier(Row line) {
        Cell id = line.cell("id");
        String claim = line.text("claim");
        if (!id.isEmpty() && !claim.isEmpty() && !id.text().startsWith(claim + "-")) {
            problems.add(
                    ProblemCode.EVIDENCE_OF_OTHER_CLAIM, id.place(), id.text(), "Its claim is " + claim + ".");
        }
    }

    private void checkItem(Row line) {
        boolean reference = !line.cell("reference").isEmpty();
        boolean trial = !line.cell("trial").isEmpty();
        if (reference == trial) {
            problems.add(
                    ProblemCode.REFERENCE_OR_TRIAL,
                    line.cell("reference").place(),
                    line.text("reference"),
                    reference ? "Both are given." : "Neither is given.");
        }
    }

    private void checkFinding(Row line, Map<String, Place> findings) {
        Cell finding = line.cell("finding_en");
        if (finding.isEmpty()) {
            return;
        }
        String key = line.text("claim") + '|' + line.text("reference") + line.text("trial") + '|' + folded(finding);
        Place first = findings.putIfAbsent(key, finding.place());
        if (first != null) {
            problems.add(ProblemCode.DUPLICATE_FINDING, finding.place(), finding.text(), told(first));
        }
    }

    private void checkOnce(Cell cell, Map<String, Place> seen) {
        Place first = seen.putIfAbsent(folded(cell), cell.place());
        if (first != null) {
            problems.add(ProblemCode.DUPLICATE_PUBLICATION, cell.place(), cell.text(), told(first));
        }
    }

    /** The schema holds a date to its form; whether there is such a day is seen here. A bare year passes. */
    private void checkDate(Cell cell) {
        if (cell.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            try {
                LocalDate.parse(cell.text());
            } catch (DateTimeParseException noSuchDay) {
                problems.add(ProblemCode.BAD_DATE, cell.place(), cell.text());
            }
        }
    }

    private static String told(Place first) {
        return "It stands on line " + first.line() + " too.";
    }

    private static String folded(Cell cell) {
        return cell.text().strip().toLowerCase(Locale.ROOT);
    }
}
