// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Nearest;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;

/**
 * Reads a table against its schema: header, number of cells, required cells, number of values, form of each value,
 * unique identifiers. What needs other tables or the ontology is checked above this package.
 */
public final class TableReader {
    private final Problems problems;

    public TableReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The rows of a file that have the right number of cells; a row with a wrong cell is returned too, so that later
     * checks can report the rest of it.
     *
     * @param shownName the file's name in problems
     */
    public Table read(Path file, String shownName, TableSchema schema) {
        if (!Files.exists(file)) {
            problems.add(ProblemCode.MISSING_FILE, Place.ofFile(shownName), "", "Create it with the header "
                    + String.join(",", schema.columnNames()) + ".");
            return new Table(schema, List.of());
        }
        try {
            return read(Files.readAllBytes(file), shownName, schema);
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }

    public Table read(byte[] bytes, String shownName, TableSchema schema) {
        List<List<Cell>> records = CsvReader.read(bytes, shownName, ',', problems);
        if (records.isEmpty()) {
            if (bytes.length == 0) {
                problems.add(ProblemCode.MISSING_COLUMN, Place.ofFile(shownName), "", "The file is empty.");
            }
            return new Table(schema, List.of());
        }
        List<Column> header = header(records.get(0), shownName, schema);
        List<Row> rows = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (List<Cell> record : records.subList(1, records.size())) {
            if (record.size() != records.get(0).size()) {
                problems.add(
                        ProblemCode.WRONG_COLUMN_COUNT,
                        record.get(0).place(),
                        record.get(0).text(),
                        "There are " + record.size() + " cells, the header has "
                                + records.get(0).size() + ".");
                continue;
            }
            Row row = row(record, header, schema);
            rows.add(row);
            checkUnique(row.cell(schema.key().name()), seen);
        }
        return new Table(schema, rows);
    }

    private void checkUnique(Cell key, Map<String, Place> seen) {
        if (key.isEmpty()) {
            return;
        }
        Place first = seen.putIfAbsent(key.text(), key.place());
        if (first != null) {
            problems.add(
                    ProblemCode.DUPLICATE_IDENTIFIER, key.place(), key.text(), "It stands on line " + first.line() + " too.");
        }
    }

    /** The schema's column for each cell of the header, null for one that the schema does not know. */
    private List<Column> header(List<Cell> cells, String shownName, TableSchema schema) {
        Map<String, Column> known = schema.byName();
        List<Column> header = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Cell cell : cells) {
            Column column = known.get(cell.text());
            header.add(column);
            if (column == null) {
                problems.add(
                        ProblemCode.UNKNOWN_COLUMN, cell.place(), cell.text(), "", Nearest.of(cell.text(), known.keySet()));
            } else if (!named.add(cell.text())) {
                problems.add(ProblemCode.DUPLICATE_COLUMN, cell.place(), cell.text());
            }
        }
        for (String name : known.keySet()) {
            if (!named.contains(name)) {
                problems.add(ProblemCode.MISSING_COLUMN, Place.ofLine(shownName, 1), "", "There is no column " + name + ".");
            }
        }
        return header;
    }

    private Row row(List<Cell> record, List<Column> header, TableSchema schema) {
        Place start = record.get(0).place();
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < record.size(); i++) {
            Column column = header.get(i);
            if (column != null) {
                Place place = record.get(i).place();
                Cell cell = new Cell(
                        record.get(i).text(), new Place(place.file(), place.line(), place.column(), column.name()));
                check(cell, column);
                cells.putIfAbsent(column.name(), cell);
            }
        }
        for (Column column : schema.columns()) {
            cells.computeIfAbsent(
                    column.name(), name -> new Cell("", new Place(start.file(), start.line(), 0, name)));
        }
        return new Row(start, cells);
    }

    private void check(Cell cell, Column column) {
        if (cell.isEmpty()) {
            if (column.required()) {
                problems.add(ProblemCode.EMPTY_REQUIRED_CELL, cell.place(), "", column.meaningEn());
            }
            return;
        }
        if (!column.many() && column.datatype().kind() != Datatype.Kind.TEXT && cell.values().size() > 1) {
            problems.add(ProblemCode.SEVERAL_VALUES, cell.place(), cell.text(), column.meaningEn());
            return;
        }
        for (String value : column.many() ? cell.values() : List.of(cell.text())) {
            checkValue(value, cell, column.datatype());
        }
    }

    private void checkValue(String value, Cell cell, Datatype datatype) {
        if (value.isEmpty()) {
            problems.add(ProblemCode.EMPTY_REQUIRED_CELL, cell.place(), cell.text(), "A value between | is missing.");
        } else if (!value.equals(value.strip())) {
            problems.add(
                    ProblemCode.SURROUNDING_SPACE, cell.place(), value, "", Optional.of("\"" + value.strip() + "\""));
        } else if (!datatype.accepts(value)) {
            problems.add(datatype.problem(), cell.place(), value, "For example " + datatype.example() + ".");
        }
    }
}
