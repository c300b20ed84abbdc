// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diastem.problem.Place;

/** One row: a cell for every column of the schema, empty where the file's cell is. */
public record Row(Place place, Map<String, Cell> cells) {
    public Row {
        Objects.requireNonNull(place);
        cells = Map.copyOf(cells);
    }

    /**
     * The cell of a column.
     *
     * @throws IllegalArgumentException if the schema has no such column: a fault of the program, not of the data
     */
    public Cell cell(String column) {
        Cell cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column + " in " + place.file());
        }
        return cell;
    }

    public String text(String column) {
        return cell(column).text();
    }

    public Optional<String> optional(String column) {
        Cell cell = cell(column);
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell.text());
    }

    /** The column's whole number. Call it only for a cell that passed the schema. */
    public int number(String column) {
        return Integer.parseInt(text(column));
    }
}
