// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.sparql.core.Var;

/** Rows as TSV. */
final class TsvRows extends RowWriter {
    private static final String ASK_COLUMN = "?_askResult\n";

    private final List<Var> columns;

    TsvRows(OutputStream out, List<Var> columns) {
        super(out, columns, TurtleTerms.ofRows());
        this.columns = columns;
    }

    @Override
    void answer(boolean answer, ByteSink into) {
        into.put(ASK_COLUMN);
        into.put(Boolean.toString(answer));
        into.put('\n');
    }

    @Override
    void begin(ByteSink into) {
        for (int column = 0; column < columns.size(); column++) {
            separate(column, into);
            into.put('?');
            into.put(columns.get(column).getVarName());
        }
        into.put('\n');
    }

    private static void separate(int column, ByteSink into) {
        if (column > 0) {
            into.put('\t');
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
        // The next one begins with a tab.
    }

    @Override
    void closeRow(ByteSink into) {
        into.put('\n');
    }

    @Override
    void end(ByteSink into) {
        // Nothing comes after the last row.
    }
}
