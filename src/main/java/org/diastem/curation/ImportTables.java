// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diastem.model.ImportModule;
import org.diastem.model.ImportModule.ImportedTerm;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.table.Cell;
import org.diastem.table.CsvReader;

/**
 * Reads what is imported from foreign ontologies: {@code sources.tsv} with a row per module, and for each module
 * {@code NAME_terms.tsv} with a row per term. Several values of a cell are joined by {@code |}.
 */
public final class ImportTables {
    /** What stands in the place of a licence where we pass on identifiers only. */
    static final String WITHOUT_LABELS = "labels left with their owner";

    private static final List<String> SOURCE_COLUMNS = List.of("module", "title", "licence", "sources");
    private static final List<String> TERM_COLUMNS = List.of("id", "label", "parents", "why");
    private static final Pattern CURIE = Pattern.compile("[A-Z][A-Za-z]*:[0-9]+");

    private final Path folder;
    private final String shownName;
    private final Problems problems;

    /**
     * @param shownName the folder's name in problems
     */
    public ImportTables(Path folder, String shownName, Problems problems) {
        this.folder = folder;
        this.shownName = shownName;
        this.problems = problems;
    }

    /** The modules in the order of the table; what is wrong becomes a problem. */
    public List<ImportModule> read() {
        List<ImportModule> modules = new ArrayList<>();
        for (List<Cell> row : rows("sources.tsv", SOURCE_COLUMNS)) {
            String licence = row.get(2).text();
            boolean labels = !licence.equals(WITHOUT_LABELS);
            if (labels && !licence.startsWith("https://")) {
                problems.add(ProblemCode.BAD_IRI, row.get(2).place(), licence, "Or: " + WITHOUT_LABELS + ".");
            }
            modules.add(new ImportModule(
                    row.get(0).text(),
                    row.get(1).text(),
                    labels ? Optional.of(licence) : Optional.empty(),
                    values(row.get(3)),
                    terms(row.get(0).text(), labels)));
        }
        return modules;
    }

    private List<ImportedTerm> terms(String module, boolean labels) {
        List<ImportedTerm> terms = new ArrayList<>();
        for (List<Cell> row : rows(module + "_terms.tsv", TERM_COLUMNS)) {
            Cell label = row.get(1);
            if (!labels && !label.text().isEmpty()) {
                problems.add(
                        ProblemCode.VALUE_NOT_ALLOWED, label.place(), label.text(), "Its module passes on no labels.");
            }
            List<String> parents = values(row.get(2));
            checkCurie(row.get(0).text(), row.get(0).place());
            parents.forEach(parent -> checkCurie(parent, row.get(2).place()));
            terms.add(new ImportedTerm(
                    row.get(0).text(), Optional.of(label.text()).filter(text -> !text.isEmpty()), parents));
        }
        return terms;
    }

    private void checkCurie(String curie, Place place) {
        if (!CURIE.matcher(curie).matches()) {
            problems.add(ProblemCode.BAD_CURIE, place, curie, "");
        }
    }

    private static List<String> values(Cell cell) {
        return cell.values().stream().filter(value -> !value.isEmpty()).toList();
    }

    private List<List<Cell>> rows(String name, List<String> columns) {
        Path file = folder.resolve(name);
        String shown = shownName + "/" + name;
        if (!Files.exists(file)) {
            problems.add(ProblemCode.MISSING_FILE, Place.ofFile(shown), "");
            return List.of();
        }
        List<List<Cell>> records = CsvReader.read(bytes(file), shown, '\t', problems);
        if (records.isEmpty() || !records.get(0).stream().map(Cell::text).toList().equals(columns)) {
            problems.add(
                    ProblemCode.MISSING_COLUMN,
                    Place.ofFile(shown),
                    "",
                    "The columns are " + String.join(", ", columns) + ".");
            return List.of();
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> record : records.subList(1, records.size())) {
            if (record.size() == columns.size()) {
                rows.add(record);
            } else {
                problems.add(ProblemCode.WRONG_COLUMN_COUNT, record.get(0).place(), record.get(0).text());
            }
        }
        return rows;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }
}
