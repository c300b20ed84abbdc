// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.XSD;

/** Terms as the family of Turtle has them. */
class TurtleTerms implements TermWriter {
    private static final byte[] TRIPLE = ByteSink.ascii("<<( ");
    private static final byte[] TRIPLE_END = ByteSink.ascii(" )>>");
    private static final byte[] DATATYPE = ByteSink.ascii("^^");
    private static final byte[] DIRECTION = ByteSink.ascii("--");
    private static final byte[] BLANK = ByteSink.ascii("_:");

    private final boolean shortens;

    /** @param shortens whether numbers and truth values stand without quotes */
    TurtleTerms(boolean shortens) {
        this.shortens = shortens;
    }

    /** Those of TSV. */
    static TermWriter ofRows() {
        return new TurtleTerms(true);
    }

    /** Those of N-Triples and N-Quads. */
    static TermWriter ofTriples() {
        return new TurtleTerms(false);
    }

    @Override
    public final void write(Node term, ByteSink sink) {
        if (term.isURI()) {
            iri(term.getURI(), sink);
        } else if (term.isLiteral()) {
            literal(term, sink);
        } else if (term.isBlank()) {
            sink.put(BLANK);
            sink.put(label(term));
        } else {
            Triple triple = term.getTriple();
            sink.put(TRIPLE);
            write(triple.getSubject(), sink);
            sink.put(' ');
            write(triple.getPredicate(), sink);
            sink.put(' ');
            write(triple.getObject(), sink);
            sink.put(TRIPLE_END);
        }
    }

    void iri(String iri, ByteSink sink) {
        sink.put('<');
        sink.put(iri, Escapes.IRI);
        sink.put('>');
    }

    /** The node's own label, spelled so that every parser takes it; the same in every answer of a release. */
    String label(Node blank) {
        return NodeFmtLib.encodeBNodeLabel(blank.getBlankNodeLabel());
    }

    private void literal(Node literal, ByteSink sink) {
        String text = literal.getLiteralLexicalForm();
        String language = literal.getLiteralLanguage();
        String datatype = literal.getLiteralDatatypeURI();
        if (language.isEmpty() && shortens && ShortForms.has(text, datatype)) {
            sink.put(text);
            return;
        }
        sink.put('"');
        sink.put(text, Escapes.QUOTED);
        sink.put('"');
        if (!language.isEmpty()) {
            sink.put('@');
            sink.put(language);
            TextDirection direction = literal.getLiteralBaseDirection();
            if (direction != null) {
                sink.put(DIRECTION);
                sink.put(direction.direction());
            }
        } else if (!datatype.equals(XSD.xstring.getURI())) {
            sink.put(DATATYPE);
            iri(datatype, sink);
        }
    }
}
