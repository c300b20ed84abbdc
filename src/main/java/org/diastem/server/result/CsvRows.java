// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/** Rows as CSV (RFC 4180). */
final class CsvRows extends SeparatedRows {
    CsvRows(OutputStream out, List<Var> columns) {
        super(out, columns, new Terms(), ',', "", "\r\n");
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
