// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of one table, in the order in which a new row is written. The first is the row's identifier. */
public record TableSchema(String name, List<Column> columns) {
    public TableSchema {
        Objects.requireNonNull(name);
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table " + name + " has no column");
        }
    }

    public Column key() {
        return columns.get(0);
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    Map<String, Column> byName() {
        return columns.stream()
                .collect(Collectors.toMap(Column::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** The table's file below the data folder. */
    public String fileName() {
        return name + ".csv";
    }
}
