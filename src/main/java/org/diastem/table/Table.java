// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.util.List;
import java.util.Objects;

/** A table that was read: the rows whose cells all passed the schema, in the order of the file. */
public record Table(TableSchema schema, List<Row> rows) {
    public Table {
        Objects.requireNonNull(schema);
        rows = List.copyOf(rows);
    }
}
