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

/** Rows as XML, each on a line of its own. */
final class XmlRows extends RowWriter {
    private static final byte[] ROOT = ByteSink.ascii(
            "<?xml version=\"1.0\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\"><head>");
    private static final byte[] VARIABLE = ByteSink.ascii("<variable name=\"");
    private static final byte[] VARIABLE_END = ByteSink.ascii("\"/>");
    private static final byte[] BODY = ByteSink.ascii("</head><results>");
    private static final byte[] FOOT = ByteSink.ascii("\n</results></sparql>\n");
    private static final byte[] ASKED = ByteSink.ascii("</head><boolean>");
    private static final byte[] ASK_END = ByteSink.ascii("</boolean></sparql>\n");
    private static final byte[] ROW = ByteSink.ascii("\n<result>");
    private static final byte[] ROW_END = ByteSink.ascii("</result>");
    private static final byte[] CELL_END = ByteSink.ascii("</binding>");

    private final List<Var> columns;
    private final byte[][] cells;

    XmlRows(OutputStream out, List<Var> columns) {
        super(out, columns, new Terms());
        this.columns = columns;
        this.cells = columns.stream()
                .map(column -> ("<binding name=\"" + column.getVarName() + "\">").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    @Override
    void answer(boolean answer, ByteSink into) {
        into.put(ROOT);
        into.put(ASKED);
        into.put(Boolean.toString(answer));
        into.put(ASK_END);
    }

    @Override
    void begin(ByteSink into) {
        into.put(ROOT);
        for (Var column : columns) {
            into.put(VARIABLE);
            into.put(column.getVarName());
            into.put(VARIABLE_END);
        }
        into.put(BODY);
    }

    @Override
    void openRow(ByteSink into) {
        into.put(ROW);
    }

    @Override
    void emptyCell(int column, ByteSink into) {
        // What is not bound is not named.
    }

    @Override
    void openCell(int column, ByteSink into) {
        into.put(cells[column]);
    }

    @Override
    void closeCell(int column, ByteSink into) {
        into.put(CELL_END);
    }

    @Override
    void closeRow(ByteSink into) {
        into.put(ROW_END);
    }

    @Override
    void end(ByteSink into) {
        into.put(FOOT);
    }

    private static final class Terms implements TermWriter {
        private static final byte[] IRI = ByteSink.ascii("<uri>");
        private static final byte[] IRI_END = ByteSink.ascii("</uri>");
        private static final byte[] BLANK = ByteSink.ascii("<bnode>");
        private static final byte[] BLANK_END = ByteSink.ascii("</bnode>");
        private static final byte[] LITERAL = ByteSink.ascii("<literal");
        private static final byte[] LITERAL_END = ByteSink.ascii("</literal>");
        private static final byte[] LANGUAGE = ByteSink.ascii(" xml:lang=\"");
        private static final byte[] DIRECTION =
                ByteSink.ascii(" xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\" its:dir=\"");
        private static final byte[] DATATYPE = ByteSink.ascii(" datatype=\"");
        private static final byte[] TRIPLE = ByteSink.ascii("<triple><subject>");
        private static final byte[] PREDICATE = ByteSink.ascii("</subject><predicate>");
        private static final byte[] OBJECT = ByteSink.ascii("</predicate><object>");
        private static final byte[] TRIPLE_END = ByteSink.ascii("</object></triple>");

        private final BlankLabels labels = new BlankLabels();

        @Override
        public void write(Node term, ByteSink sink) {
            if (term.isURI()) {
                sink.put(IRI);
                sink.put(term.getURI(), Escapes.XML);
                sink.put(IRI_END);
            } else if (term.isLiteral()) {
                literal(term, sink);
            } else if (term.isBlank()) {
                sink.put(BLANK);
                sink.put(labels.of(term));
                sink.put(BLANK_END);
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
            String language = literal.getLiteralLanguage();
            if (!language.isEmpty()) {
                sink.put(LANGUAGE);
                sink.put(language, Escapes.XML);
                sink.put('"');
                TextDirection direction = literal.getLiteralBaseDirection();
                if (direction != null) {
                    sink.put(DIRECTION);
                    sink.put(direction.direction());
                    sink.put('"');
                }
            } else if (!literal.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
                sink.put(DATATYPE);
                sink.put(literal.getLiteralDatatypeURI(), Escapes.XML);
                sink.put('"');
            }
            sink.put('>');
            sink.put(literal.getLiteralLexicalForm(), Escapes.XML);
            sink.put(LITERAL_END);
        }
    }
}
