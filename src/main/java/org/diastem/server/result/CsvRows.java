// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/** Rows as CSV (RFC 4180). */
final class CsvRows extends RowWriter {
    private static final String ASK_COLUMN = "_askResult";

    private final List<Var> columns;

    CsvRows(OutputStream out, List<Var> columns) {
        super(out, columns, new Terms());
        this.columns = columns;
    }

    @Override
    void answer(boolean answer, ByteSink into) {
        into.put(ASK_COLUMN);
        closeRow(into);
        into.put(Boolean.toString(answer));
        closeRow(into);
    }

    @Override
    void begin(ByteSink into) {
        for (int column = 0; column < columns.size(); column++) {
            separate(column, into);
            into.put(columns.get(column).getVarName());
        }
        closeRow(into);
    }

    private static void separate(int column, ByteSink into) {
        if (column > 0) {
            into.put(',');
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
        // The next one begins with a comma.
    }

    @Override
    void closeRow(ByteSink into) {
        into.put('\r');
        into.put('\n');
    }

    @Override
    void end(ByteSink into) {
        // Nothing comes after the last row.
    }

    private static final class Terms implements TermWriter {
        private final BlankLabels labels = new BlankLabels();
        private final TermWriter triples = TurtleTerms.ofTriples();

        @Override
        public void write(Node term, ByteSink sink) {
            if (term.isURI()) {
                field(term.getURI(), sink);
            } else if (term.isLiteral()) {
                field(term.getLiteralLexicalForm(), sink);
            } else if (term.isBlank()) {
                sink.put(labels.of(term));
            } else {
                // The recommendation knows no triple terms; this is how N-Triples has them.
                ByteSink inner = new ByteSink(OutputStream.nullOutputStream());
                triples.write(term, inner);
                field(inner.text(), sink);
            }
        }

        private static void field(String text, ByteSink sink) {
            if (isPlain(text)) {
                sink.put(text);
            } else {
                sink.put('"');
                sink.put(text, Escapes.CSV);
                sink.put('"');
            }
        }

        private static boolean isPlain(String text) {
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                if (character == ',' || character == '"' || character == '\n' || character == '\r') {
                    return false;
                }
            }
            return !text.isEmpty();
        }
    }
}
