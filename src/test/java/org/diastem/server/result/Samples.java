// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/** Terms of every kind, most of them odd, and how to tell whether they came back. */
final class Samples {
    private static final List<String> PIECES = List.of(
            "a", "Z", "0", " ", "é", "肾", "😀", "\uD800", "\uDC00", "\t", "\n", "\r", "\r\n", "\"", "\\", "'", "<", ">",
            "&", "]]>", "--", ",", ";", "{", "}", "|", "^", "`", "\u0000", "\u0001", "\b", "\f", "\u001F", "\u007F",
            "\u0085", "\u07FF", "\u0800", "\u2028", "\uD7FF", "\uE000", "\uFFFD", "\uFFFE", "\uFFFF", "%41", "\\u0041",
            "x".repeat(1_022), "é".repeat(1_023));
    private static final List<String> NUMBERS = List.of(
            "1", "+01", "-7", "", "+", "1.", ".5", "-0.5", "1.5", "1e3", "1.e-3", ".e1", ".5E+1", "e", "NaN", "INF", "true",
            "false", "1 ", "٣");
    private static final String NAMESPACE = "http://example.org/";

    private Samples() {}

    static Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(8).map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().all().ofMaxLength(10));
    }

    private static Arbitrary<Node> iris() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        NAMESPACE + "a", NAMESPACE + "b-c", NAMESPACE + "-d", NAMESPACE + "e.f", NAMESPACE + "g.",
                        NAMESPACE, NAMESPACE + "p_1", NAMESPACE + "p_x/y", NAMESPACE + "h#i", "urn:x:y", "http://肾.example/病",
                        RDF.type.getURI(), XSD.integer.getURI(), "http://example.org/x?y=z&w=v"),
                texts().map(text -> NAMESPACE + text))
                .map(NodeFactory::createURI);
    }

    private static Arbitrary<Node> literals() {
        Arbitrary<String> datatypes = Arbitraries.oneOf(
                Arbitraries.of(
                        XSD.integer.getURI(), XSD.decimal.getURI(), XSD.xdouble.getURI(), XSD.xboolean.getURI(),
                        XSD.xint.getURI(), XSD.date.getURI(), XSD.xstring.getURI(), RDF.dtXMLLiteral.getURI()),
                texts().map(text -> NAMESPACE + text));
        Arbitrary<String> tags = Arbitraries.of("en", "zh", "zh-Hans", "en-GB", "EN-us", "x-private");
        return Arbitraries.oneOf(
                texts().map(NodeFactory::createLiteralString),
                Combinators.combine(texts(), tags).as(NodeFactory::createLiteralLang),
                Combinators.combine(texts(), tags, Arbitraries.of(TextDirection.LTR, TextDirection.RTL))
                        .as(NodeFactory::createLiteralDirLang),
                Combinators.combine(Arbitraries.oneOf(Arbitraries.of(NUMBERS), texts()), datatypes)
                        .as((text, datatype) ->
                                NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(datatype))));
    }

    private static Arbitrary<Node> blanks() {
        return Arbitraries.of("x", "0", "a-b", "X", "é", "_").map(NodeFactory::createBlankNode);
    }

    /** Triple terms only as deep as two. */
    static Arbitrary<Node> terms() {
        Arbitrary<Node> triples = triples(simple());
        return Arbitraries.frequencyOf(
                Tuple.of(8, simple()),
                Tuple.of(1, triples),
                Tuple.of(1, triples(Arbitraries.oneOf(simple(), triples))));
    }

    private static Arbitrary<Node> simple() {
        return Arbitraries.oneOf(iris(), literals(), blanks());
    }

    private static Arbitrary<Node> triples(Arbitrary<Node> objects) {
        return Combinators.combine(Arbitraries.oneOf(iris(), blanks()), iris(), objects)
                .as((subject, predicate, object) -> NodeFactory.createTripleTerm(Triple.create(subject, predicate, object)));
    }

    /** Triples that have much in common, as those of answers do. */
    static Arbitrary<List<Triple>> graphs() {
        return Combinators.combine(
                        Arbitraries.oneOf(iris(), blanks()).list().ofMinSize(1).ofMaxSize(3),
                        iris().list().ofMinSize(1).ofMaxSize(3),
                        terms().list().ofMinSize(1).ofMaxSize(6))
                .flatAs((subjects, predicates, objects) -> Combinators.combine(
                                Arbitraries.of(subjects), Arbitraries.of(predicates), Arbitraries.of(objects))
                        .as(Triple::create)
                        .list()
                        .ofMaxSize(30));
    }

    /** Half pairs cannot be written in UTF-8. */
    static String writable(String text) {
        return text.codePoints()
                .mapToObj(point -> point >= 0xD800 && point <= 0xDFFF ? "\uFFFD" : Character.toString(point))
                .collect(Collectors.joining());
    }

    /** What XML 1.0 can hold of it. */
    static String writableInXml(String text) {
        return writable(text)
                .chars()
                .mapToObj(character -> character < ' ' && "\t\n\r".indexOf(character) < 0 || character >= 0xFFFE
                        ? "\uFFFD"
                        : String.valueOf((char) character))
                .collect(Collectors.joining());
    }

    /** Tells terms apart, blank nodes by a mapping that must be the same both ways. */
    static final class Comparison {
        private final UnaryOperator<String> writable;
        private final Map<Node, Node> there = new HashMap<>();
        private final Map<Node, Node> back = new HashMap<>();

        Comparison(UnaryOperator<String> writable) {
            this.writable = writable;
        }

        boolean same(Node written, Node read) {
            if (written == null || read == null) {
                return written == read;
            }
            if (written.isBlank()) {
                return read.isBlank()
                        && there.computeIfAbsent(written, unused -> read).equals(read)
                        && back.computeIfAbsent(read, unused -> written).equals(written);
            }
            if (written.isTripleTerm()) {
                return read.isTripleTerm()
                        && same(written.getTriple().getSubject(), read.getTriple().getSubject())
                        && same(written.getTriple().getPredicate(), read.getTriple().getPredicate())
                        && same(written.getTriple().getObject(), read.getTriple().getObject());
            }
            if (written.isURI()) {
                return read.isURI() && read.getURI().equals(writable.apply(written.getURI()));
            }
            return read.isLiteral()
                    && read.getLiteralLexicalForm().equals(writable.apply(written.getLiteralLexicalForm()))
                    && read.getLiteralLanguage().equals(written.getLiteralLanguage())
                    && read.getLiteralBaseDirection() == written.getLiteralBaseDirection()
                    && read.getLiteralDatatypeURI().equals(writable.apply(written.getLiteralDatatypeURI()));
        }
    }
}
