// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.diastem.engine.IdRow;

/**
 * Writes the rows of one SELECT, or the answer of one ASK, in a format of the W3C. What leaves for the stream leaves in
 * pieces of some 24 KiB; nothing is closed.
 */
public abstract class RowWriter {
    private final ByteSink sink;
    private final TermMemory terms;
    private final Var[] columns;

    RowWriter(OutputStream out, List<Var> columns, TermWriter terms) {
        this.sink = new ByteSink(out);
        this.columns = columns.toArray(Var[]::new);
        this.terms = new TermMemory(terms);
    }

    /** Writes whether there is a solution. */
    public static void ask(RowFormat format, boolean answer, OutputStream out) throws IOException {
        RowWriter writer = format.writer(out, List.of());
        writer.answer(answer, writer.sink);
        writer.sink.flush();
    }

    /** What comes before the rows. */
    public final void begin() {
        begin(sink);
    }

    /** @param row of which the columns are written; other variables are passed over */
    public final void row(Binding row) throws IOException {
        openRow(sink);
        if (row instanceof IdRow numbered) {
            numbered(numbered);
        } else {
            for (int column = 0; column < columns.length; column++) {
                cell(column, row.get(columns[column]));
            }
        }
        closeRow(sink);
        sink.flushIfFull();
    }

    private void numbered(IdRow row) {
        for (int column = 0; column < columns.length; column++) {
            int number = row.number(columns[column]);
            if (number > 0) {
                openCell(column, sink);
                terms.write(number, row.terms(), sink);
                closeCell(column, sink);
            } else {
                cell(column, number == IdRow.UNBOUND ? null : row.get(columns[column]));
            }
        }
    }

    private void cell(int column, Node term) {
        if (term == null) {
            emptyCell(column, sink);
        } else {
            openCell(column, sink);
            terms.write(term, sink);
            closeCell(column, sink);
        }
    }

    /** What comes after the rows. The last bytes leave. */
    public final void end() throws IOException {
        end(sink);
        sink.flush();
    }

    abstract void answer(boolean answer, ByteSink into);

    abstract void begin(ByteSink into);

    abstract void openRow(ByteSink into);

    abstract void emptyCell(int column, ByteSink into);

    abstract void openCell(int column, ByteSink into);

    abstract void closeCell(int column, ByteSink into);

    abstract void closeRow(ByteSink into);

    abstract void end(ByteSink into);
}
