// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.sparql.core.Quad;

/** Quads with terms of every kind, many of them more than once, all from one number. */
final class RandomQuads {
    /** Longer than a block that has a checksum. */
    private static final String LONG = "long".repeat(17_000);

    private static final List<String> TEXTS = List.of(
            "", "x", "?", "??", "1", "\u0000", "\n\t\"\\'", "\u00E9", "e\u0301", "间充质干细胞",
            "\uFF08wide\uFF09", "\uD83D\uDE00", "?\uD83D\uDE00", "\uFFFF", "\uDBFF\uDFFF", " x", "x ");

    /** Of several spellings of a language the index keeps one, so each has one here. */
    private static final List<String> LANGUAGES = List.of("en", "en-GB", "zh", "zh-Hans", "de-CH-1996");

    private static final List<XSDDatatype> DATATYPES = List.of(
            XSDDatatype.XSDinteger, XSDDatatype.XSDdouble, XSDDatatype.XSDdate, XSDDatatype.XSDboolean);

    private final Random random;

    RandomQuads(long seed) {
        random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    List<Quad> of(int most) {
        List<Quad> quads = new ArrayList<>();
        int size = random.nextInt(most);
        for (int i = 0; i < size; i++) {
            Quad quad = Quad.create(graph(), subject(), predicate(), object(1));
            quads.add(quad);
            if (random.nextInt(5) == 0) {
                // The same triple in another graph, or the same quad once more.
                quads.add(Quad.create(graph(), quad.asTriple()));
            }
        }
        return quads;
    }

    private Node graph() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> Quad.defaultGraphIRI;
            case 2 -> NodeFactory.createBlankNode("g");
            // Names that are subjects, too.
            case 3 -> iri();
            default -> NodeFactory.createURI("http://example.org/graph/" + random.nextInt(3));
        };
    }

    private Node iri() {
        return NodeFactory.createURI("http://example.org/" + one(List.of("a", "ab", "abc", "b", "é", "间", "", "?")));
    }

    private Node predicate() {
        return NodeFactory.createURI("http://example.org/p" + random.nextInt(5));
    }

    private Node subject() {
        return switch (random.nextInt(6)) {
            case 0 -> NodeFactory.createBlankNode("n" + random.nextInt(4));
            case 1 -> predicate();
            default -> iri();
        };
    }

    Node object(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 8)) {
            case 0 -> subject();
            case 1 -> NodeFactory.createLiteralString(random.nextInt(40) == 0 ? LONG : one(TEXTS));
            case 2, 3 -> NodeFactory.createLiteralLang(one(TEXTS), one(LANGUAGES));
            case 4 -> NodeFactory.createLiteralDirLang(
                    one(TEXTS), one(LANGUAGES), one(List.of(TextDirection.LTR, TextDirection.RTL)));
            case 5 -> NodeFactory.createLiteralDT(one(TEXTS), one(DATATYPES));
            case 6 -> NodeFactory.createLiteralDT(
                    String.valueOf(random.nextInt(20)),
                    NodeFactory.getType("http://example.org/type/" + random.nextInt(3)));
            case 7 -> NodeFactory.createLiteralDT("0" + random.nextInt(20), XSDDatatype.XSDinteger);
            default -> NodeFactory.createTripleTerm(subject(), predicate(), object(depth - 1));
        };
    }
}
