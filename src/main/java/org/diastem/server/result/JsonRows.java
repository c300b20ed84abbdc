// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.XSD;

/** Rows as JSON, each on a line of its own. */
final class JsonRows extends RowWriter {
    private static final byte[] HEAD = ByteSink.ascii("{\"head\":{\"vars\":[");
    private static final byte[] BODY = ByteSink.ascii("]},\"results\":{\"bindings\":[");
    private static final byte[] FOOT = ByteSink.ascii("\n]}}\n");
    private static final byte[] ASKED = ByteSink.ascii("{\"head\":{},\"boolean\":");
    private static final byte[] ASK_END = ByteSink.ascii("}\n");

    private static final byte[] FIRST_ROW = ByteSink.ascii("\n{");
    private static final byte[] NEXT_ROW = ByteSink.ascii(",\n{");

    private final List<Var> columns;
    private final byte[][] firstNames;
    private final byte[][] nextNames;
    private boolean isFirstRow = true;
    private boolean isFirstCell;

    JsonRows(OutputStream out, List<Var> columns) {
        super(out, columns, new Terms());
        this.columns = columns;
        this.firstNames = names(columns, "");
        this.nextNames = names(columns, ",");
    }

    /** Names of variables hold letters of any script, but nothing that needs an escape. */
    private static byte[][] names(List<Var> columns, String before) {
        return columns.stream()
                .map(column -> (before + '"' + column.getVarName() + "\":").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    @Override
    void answer(boolean answer, ByteSink into) {
        into.put(ASKED);
        into.put(Boolean.toString(answer));
        into.put(ASK_END);
    }

    @Override
    void begin(ByteSink into) {
        into.put(HEAD);
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                into.put(',');
            }
            into.put('"');
            into.put(columns.get(i).getVarName());
            into.put('"');
        }
        into.put(BODY);
    }

    @Override
    void openRow(ByteSink into) {
        into.put(isFirstRow ? FIRST_ROW : NEXT_ROW);
        isFirstRow = false;
        isFirstCell = true;
    }

    @Override
    void emptyCell(int column, ByteSink into) {
        // What is not bound is not named.
    }

    @Override
    void openCell(int column, ByteSink into) {
        into.put((isFirstCell ? firstNames : nextNames)[column]);
        isFirstCell = false;
    }

    @Override
    void closeCell(int column, ByteSink into) {
        // A value ends by itself.
    }

    @Override
    void closeRow(ByteSink into) {
        into.put('}');
    }

    @Override
    void end(ByteSink into) {
        into.put(FOOT);
    }

    private static final class Terms implements TermWriter {
        private static final byte[] IRI = ByteSink.ascii("{\"type\":\"uri\",\"value\":\"");
        private static final byte[] LITERAL = ByteSink.ascii("{\"type\":\"literal\",\"value\":\"");
        private static final byte[] BLANK = ByteSink.ascii("{\"type\":\"bnode\",\"value\":\"");
        private static final byte[] TRIPLE = ByteSink.ascii("{\"type\":\"triple\",\"value\":{\"subject\":");
        private static final byte[] PREDICATE = ByteSink.ascii(",\"predicate\":");
        private static final byte[] OBJECT = ByteSink.ascii(",\"object\":");
        private static final byte[] TRIPLE_END = ByteSink.ascii("}}");
        private static final byte[] LANGUAGE = ByteSink.ascii("\",\"xml:lang\":\"");
        private static final byte[] DIRECTION = ByteSink.ascii("\",\"its:dir\":\"");
        private static final byte[] DATATYPE = ByteSink.ascii("\",\"datatype\":\"");
        private static final byte[] END = ByteSink.ascii("\"}");

        private final BlankLabels labels = new BlankLabels();

        @Override
        public void write(Node term, ByteSink sink) {
            if (term.isURI()) {
                sink.put(IRI);
                sink.put(term.getURI(), Escapes.JSON);
                sink.put(END);
            } else if (term.isLiteral()) {
                literal(term, sink);
            } else if (term.isBlank()) {
                sink.put(BLANK);
                sink.put(labels.of(term));
                sink.put(END);
            } else {
                Triple triple = term.getTriple();
                sink.put(TRIPLE);
                write(triple.getSubject(), sink);
                sink.put(PREDICATE);
                write(triple.getPredicate(), sink);
                sink.put(OBJECT);
                write(triple.getObject(), sink);
                sink.put(TRIPLE_END);
            }
        }

        private static void literal(Node literal, ByteSink sink) {
            sink.put(LITERAL);
            sink.put(literal.getLiteralLexicalForm(), Escapes.JSON);
            String language = literal.getLiteralLanguage();
            if (!language.isEmpty()) {
                sink.put(LANGUAGE);
                sink.put(language, Escapes.JSON);
                TextDirection direction = literal.getLiteralBaseDirection();
                if (direction != null) {
                    sink.put(DIRECTION);
                    sink.put(direction.direction());
                }
            } else if (!literal.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
                sink.put(DATATYPE);
                sink.put(literal.getLiteralDatatypeURI(), Escapes.JSON);
            }
            sink.put(END);
        }
    }
}
