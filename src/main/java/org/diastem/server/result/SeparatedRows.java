// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.sparql.core.Var;

/** Rows of fields with something between them, a line each, under a line of names. */
abstract class SeparatedRows extends RowWriter {
    private static final String ASK_COLUMN = "_askResult";

    private final List<Var> columns;
    private final char separator;
    private final String namePrefix;
    private final String lineEnd;

    /** @param namePrefix before the name of each column */
    SeparatedRows(
            OutputStream out,
            List<Var> columns,
            TermWriter terms,
            char separator,
            String namePrefix,
            String lineEnd) {
        super(out, columns, terms);
        this.columns = columns;
        this.separator = separator;
        this.namePrefix = namePrefix;
        this.lineEnd = lineEnd;
    }

    @Override
    void answer(boolean answer, ByteSink into) {
        into.put(namePrefix);
        into.put(ASK_COLUMN);
        closeRow(into);
        into.put(Boolean.toString(answer));
        closeRow(into);
    }

    @Override
    void begin(ByteSink into) {
        for (int column = 0; column < columns.size(); column++) {
            separate(column, into);
            into.put(namePrefix);
            into.put(columns.get(column).getVarName());
        }
        closeRow(into);
    }

    private void separate(int column, ByteSink into) {
        if (column > 0) {
            into.put(separator);
        }
    }

    @Override
    void openRow(ByteSink into) {
        // A row begins with its first cell.
    }

    @Override
    void emptyCell(int column, ByteSink into) {
        separate(column, into);
    }

    @Override
    void openCell(int column, ByteSink into) {
        separate(column, into);
    }

    @Override
    void closeCell(int column, ByteSink into) {
        // The next one begins with the separator.
    }

    @Override
    void closeRow(ByteSink into) {
        into.put(lineEnd);
    }

    @Override
    void end(ByteSink into) {
        // Nothing comes after the last row.
    }
}
