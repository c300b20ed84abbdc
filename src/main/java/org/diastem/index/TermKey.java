// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;

/**
 * A term as the dictionary orders it: by kind, then by what its kind says about it (the language, the datatype), then by
 * its text in the order of its UTF-8 bytes. So the terms of one kind, of one language or of one datatype have ids that
 * follow each other.
 *
 * @param kind one of the constants
 * @param qualifier the language tag in lower case with the direction, the datatype's IRI, or nothing
 * @param text the IRI, the label or the lexical form in UTF-8; of a triple term its parts one behind the other
 */
record TermKey(byte kind, String qualifier, byte[] text) implements Comparable<TermKey> {
    static final byte BLANK = 0;
    static final byte IRI = 1;
    static final byte STRING = 2;
    static final byte TEXT = 3;
    static final byte TYPED = 4;
    static final byte TRIPLE = 5;

    /** Between a language and a direction, as in {@code ar--rtl}. */
    private static final String DIRECTION = "--";

    /**
     * The key of a term.
     *
     * @return nothing if no dictionary can hold it: it is no RDF term, or it is no Unicode text
     */
    static Optional<TermKey> of(Node node) {
        if (node.isURI()) {
            return of(IRI, "", node.getURI());
        }
        if (node.isLiteral()) {
            RDFDatatype datatype = node.getLiteralDatatype();
            String lexical = node.getLiteralLexicalForm();
            if (XSDDatatype.XSDstring.equals(datatype)) {
                return of(STRING, "", lexical);
            }
            String language = node.getLiteralLanguage();
            if (!language.isEmpty()) {
                return of(TEXT, tag(node).toLowerCase(Locale.ROOT), lexical);
            }
            return of(TYPED, datatype.getURI(), lexical);
        }
        if (node.isBlank()) {
            return of(BLANK, "", node.getBlankNodeLabel());
        }
        return node.isTripleTerm() ? ofTriple(node.getTriple()) : Optional.empty();
    }

    /** The language tag of a literal as it is written, with its direction. */
    static String tag(Node literal) {
        TextDirection direction = literal.getLiteralBaseDirection();
        return direction == null
                ? literal.getLiteralLanguage()
                : literal.getLiteralLanguage() + DIRECTION + direction.direction();
    }

    private static Optional<TermKey> of(byte kind, String qualifier, String text) {
        return utf8(text).map(bytes -> new TermKey(kind, qualifier, bytes));
    }

    /** Half a surrogate pair has no UTF-8; to write something else in its place would make two terms one. */
    private static Optional<byte[]> utf8(String text) {
        if (!hasSurrogate(text)) {
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            ByteBuffer strict = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            return Optional.of(Arrays.copyOf(strict.array(), strict.limit()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<TermKey> ofTriple(Triple triple) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (Node node : new Node[] {triple.getSubject(), triple.getPredicate(), triple.getObject()}) {
            Optional<TermKey> part = of(node);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            // The tag as it is written: a triple term has no head of its own that could keep it.
            String qualifier = node.isLiteral() && !node.getLiteralLanguage().isEmpty()
                    ? tag(node)
                    : part.get().qualifier;
            byte[] head = qualifier.getBytes(StandardCharsets.UTF_8);
            parts.write(part.get().kind);
            parts.writeBytes(ByteBuffer.allocate(4).putInt(head.length).array());
            parts.writeBytes(head);
            parts.writeBytes(ByteBuffer.allocate(4).putInt(part.get().text.length).array());
            parts.writeBytes(part.get().text);
        }
        return Optional.of(new TermKey(TRIPLE, "", parts.toByteArray()));
    }

    /**
     * The term.
     *
     * @param qualifier the language tag as it is written, or the datatype's IRI
     */
    static Node node(byte kind, String qualifier, byte[] text) {
        return switch (kind) {
            case BLANK -> NodeFactory.createBlankNode(string(text));
            case IRI -> NodeFactory.createURI(string(text));
            case STRING -> NodeFactory.createLiteralString(string(text));
            case TEXT -> {
                int direction = qualifier.indexOf(DIRECTION);
                yield direction < 0
                        ? NodeFactory.createLiteralLang(string(text), qualifier)
                        : NodeFactory.createLiteralDirLang(
                                string(text),
                                qualifier.substring(0, direction),
                                qualifier.substring(direction + DIRECTION.length()));
            }
            case TYPED -> NodeFactory.createLiteralDT(string(text), TypeMapper.getInstance().getSafeTypeByName(qualifier));
            case TRIPLE -> triple(ByteBuffer.wrap(text));
            default -> throw new IllegalArgumentException("no kind of term: " + kind);
        };
    }

    private static Node triple(ByteBuffer parts) {
        Node subject = part(parts);
        Node predicate = part(parts);
        return NodeFactory.createTripleTerm(subject, predicate, part(parts));
    }

    private static Node part(ByteBuffer parts) {
        byte kind = parts.get();
        byte[] qualifier = new byte[parts.getInt()];
        parts.get(qualifier);
        byte[] text = new byte[parts.getInt()];
        parts.get(text);
        return node(kind, string(qualifier), text);
    }

    private static String string(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(TermKey other) {
        int order = kind - other.kind;
        if (order == 0) {
            order = qualifier.compareTo(other.qualifier);
        }
        return order == 0 ? Arrays.compareUnsigned(text, other.text) : order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermKey key && compareTo(key) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind + qualifier.hashCode()) + Arrays.hashCode(text);
    }
}
