// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/** Small datasets and queries over them, all from one number. */
final class RandomQueries {
    private static final String NAMESPACE = "http://example.org/";

    private final Random random;
    private int variablesUsed;

    RandomQueries(long seed) {
        random = new Random(seed);
    }

    private Node iri(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static final List<String> THINGS = List.of("a", "b", "c", "d", "e");
    private static final List<String> PREDICATES = List.of("p", "q", "r");
    private static final List<String> GRAPHS = List.of("g1", "g2", "g3");

    private static final List<Node> LITERALS = List.of(
            NodeFactory.createLiteralString("x"),
            NodeFactory.createLiteralString(""),
            NodeFactory.createLiteralString("1"),
            NodeFactory.createLiteralLang("x", "en"),
            NodeFactory.createLiteralLang("y", "en"),
            NodeFactory.createLiteralLang("x", "zh"),
            NodeFactory.createLiteralLang("间充质干细胞", "zh"),
            NodeFactory.createLiteralString("\uD83D\uDE00 emoji"),
            NodeFactory.createLiteralString("\uFF08wide"),
            NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("01", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("2", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("-3", XSDDatatype.XSDint),
            NodeFactory.createLiteralDT("1.0", XSDDatatype.XSDdecimal),
            NodeFactory.createLiteralDT("1.5e0", XSDDatatype.XSDdouble),
            NodeFactory.createLiteralDT("NaN", XSDDatatype.XSDdouble),
            NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean),
            NodeFactory.createLiteralDT("2025-01-01", XSDDatatype.XSDdate),
            NodeFactory.createLiteralDT("2025-01-01T00:00:00Z", XSDDatatype.XSDdateTime),
            NodeFactory.createLiteralDT("abc", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("w", NodeFactory.getType(NAMESPACE + "datatype")));

    /** A dataset with a default graph and some named ones that share terms and triples. */
    DatasetGraph data() {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        int size = random.nextInt(30);
        List<Quad> quads = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Node graph = random.nextInt(2) == 0 ? Quad.defaultGraphNodeGenerated : iri(one(GRAPHS));
            Quad quad = !quads.isEmpty() && random.nextInt(6) == 0
                    ? Quad.create(graph, one(quads).asTriple())
                    : Quad.create(graph, subject(), predicate(), object());
            quads.add(quad);
        }
        data.executeWrite(() -> quads.forEach(data::add));
        return data;
    }

    /** A default graph of few things that have much to do with each other. */
    DatasetGraph denseData() {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(() -> {
            for (int i = 0; i < 60; i++) {
                data.add(Quad.create(
                        Quad.defaultGraphNodeGenerated, iri("n" + random.nextInt(9)), predicate(), iri("n" + random.nextInt(9))));
            }
        });
        return data;
    }

    /** A query that joins up to seven patterns over few variables, in circles and stars. */
    String join() {
        variablesUsed = 2 + random.nextInt(4);
        StringBuilder patterns = new StringBuilder("SELECT * { ");
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String object = random.nextInt(5) == 0 ? "<" + NAMESPACE + "n" + random.nextInt(9) + ">" : variable();
            patterns.append(variable()).append(" <" + NAMESPACE + one(PREDICATES) + "> ").append(object).append(" . ");
        }
        return patterns.append("}").toString();
    }

    private Node subject() {
        return switch (random.nextInt(8)) {
            case 0 -> NodeFactory.createBlankNode("n" + random.nextInt(3));
            case 1 -> iri(one(PREDICATES));
            default -> iri(one(THINGS));
        };
    }

    private Node predicate() {
        return iri(one(PREDICATES));
    }

    private Node object() {
        return random.nextInt(3) == 0 ? one(LITERALS) : subject();
    }

    // Queries, as text

    String query() {
        variablesUsed = 2 + random.nextInt(4);
        String group = group(3);
        String modifiers = random.nextInt(3) == 0 ? " ORDER BY " + order() + limit() : "";
        return switch (random.nextInt(8)) {
            case 0 -> "SELECT DISTINCT " + some() + " WHERE " + group + modifiers;
            case 1 -> "SELECT " + variable() + " (COUNT(*) AS ?n1) (COUNT(DISTINCT " + variable() + ") AS ?n2) WHERE "
                    + group;
            case 2 -> grouped(group);
            case 3 -> "ASK " + group;
            case 4 -> "CONSTRUCT { " + variable() + " <http://example.org/made> " + variable() + " } WHERE " + group;
            default -> "SELECT * WHERE " + group + modifiers;
        };
    }

    private String grouped(String group) {
        String key = variable();
        String aggregate = one(List.of("COUNT(*)", "COUNT(" + variable() + ")", "SUM(" + variable() + ")",
                "MIN(" + variable() + ")", "MAX(" + variable() + ")", "COUNT(DISTINCT " + variable() + ")",
                "AVG(" + variable() + ")", "COUNT(DISTINCT *)"));
        String having = random.nextInt(4) == 0 ? " HAVING (COUNT(*) > 1)" : "";
        return "SELECT " + key + " (" + aggregate + " AS ?n) WHERE " + group + " GROUP BY " + key + having;
    }

    private String order() {
        String by = random.nextInt(3) == 0 ? "DESC(" + variable() + ")" : variable();
        return random.nextInt(3) == 0 ? by + " STR(" + variable() + ")" : by;
    }

    private String limit() {
        return switch (random.nextInt(3)) {
            case 0 -> " LIMIT " + random.nextInt(5);
            case 1 -> " LIMIT " + (1 + random.nextInt(5)) + " OFFSET " + random.nextInt(4);
            default -> "";
        };
    }

    private String some() {
        return random.nextBoolean() ? variable() : variable() + " " + variable();
    }

    private String variable() {
        return "?v" + random.nextInt(variablesUsed);
    }

    private String group(int depth) {
        StringBuilder group = new StringBuilder("{ ");
        int members = 1 + random.nextInt(3);
        for (int i = 0; i < members; i++) {
            group.append(member(depth)).append(' ');
        }
        return group.append('}').toString();
    }

    private String member(int depth) {
        int kind = random.nextInt(depth > 0 ? 22 : 9);
        return switch (kind) {
            case 0, 1, 2, 3, 4 -> triple() + " .";
            case 5 -> triple() + " . " + triple() + " .";
            case 6 -> end() + " " + path(2) + " " + end() + " .";
            case 7 -> "FILTER(" + condition(2, depth) + ")";
            case 8 -> values();
            case 9, 10, 11 -> "OPTIONAL " + group(depth - 1);
            case 12, 13 -> group(depth - 1) + " UNION " + group(depth - 1);
            case 14 -> "MINUS " + group(depth - 1);
            case 15 -> "GRAPH " + (random.nextInt(3) == 0 ? variable() : "<" + NAMESPACE + one(GRAPHS) + ">") + " "
                    + group(depth - 1);
            case 16 -> "BIND(" + expression() + " AS ?b" + variablesUsed++ + ")";
            case 17 -> "FILTER " + (random.nextBoolean() ? "NOT EXISTS " : "EXISTS ") + group(depth - 1);
            case 18 -> "{ SELECT " + some() + " WHERE " + group(depth - 1) + " }";
            case 19 -> "{ SELECT " + variable() + " (COUNT(*) AS ?s" + variablesUsed++ + ") WHERE " + group(depth - 1)
                    + " GROUP BY " + variable() + " }";
            case 20 -> "{ SELECT DISTINCT " + some() + " WHERE " + group(depth - 1) + " ORDER BY " + variable() + " }";
            default -> group(depth - 1);
        };
    }

    private String triple() {
        // Of its own, so that it is never bound to anything else: ARQ fails on a literal there.
        String predicate = random.nextInt(6) == 0 ? "?q" + random.nextInt(2) : "<" + NAMESPACE + one(PREDICATES) + ">";
        return end() + " " + predicate + " " + (random.nextInt(8) == 0 ? literal() : end());
    }

    private String end() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> "<" + NAMESPACE + one(THINGS) + ">";
            case 2 -> random.nextInt(4) == 0 ? "[]" : variable();
            default -> variable();
        };
    }

    private String literal() {
        Node literal = one(LITERALS);
        String text = "\"" + literal.getLiteralLexicalForm() + "\"";
        if (!literal.getLiteralLanguage().isEmpty()) {
            return text + "@" + literal.getLiteralLanguage();
        }
        return text + "^^<" + literal.getLiteralDatatypeURI() + ">";
    }

    private String path(int depth) {
        if (depth == 0) {
            return (random.nextInt(4) == 0 ? "^" : "") + "<" + NAMESPACE + one(PREDICATES) + ">";
        }
        return switch (random.nextInt(8)) {
            case 0 -> "(" + path(depth - 1) + ")*";
            case 1 -> "(" + path(depth - 1) + ")+";
            case 2 -> "(" + path(depth - 1) + ")?";
            case 3 -> "(" + path(depth - 1) + "/" + path(depth - 1) + ")";
            case 4 -> "(" + path(depth - 1) + "|" + path(depth - 1) + ")";
            case 5 -> "!(<" + NAMESPACE + one(PREDICATES) + ">)";
            case 6 -> "^(" + path(depth - 1) + ")";
            default -> path(0);
        };
    }

    private String values() {
        if (random.nextBoolean()) {
            return "VALUES " + variable() + " { " + value() + " " + value() + " }";
        }
        return "VALUES (?v0 ?v1) { (" + value() + " UNDEF) (" + value() + " " + value() + ") (UNDEF " + value() + ") }";
    }

    private String value() {
        return random.nextInt(3) == 0 ? literal() : "<" + NAMESPACE + one(THINGS) + ">";
    }

    private String condition(int size, int depth) {
        String variable = variable();
        if (size > 0) {
            switch (random.nextInt(7)) {
                case 0:
                    return "(" + condition(size - 1, depth) + " && " + condition(size - 1, depth) + ")";
                case 1:
                    return "(" + condition(size - 1, depth) + " || " + condition(size - 1, depth) + ")";
                case 2:
                    return "(!" + condition(size - 1, depth) + ")";
                default:
                    break;
            }
        }
        return switch (random.nextInt(16)) {
            case 0 -> "(" + variable + " = " + value() + ")";
            case 1 -> "(" + variable + " != " + value() + ")";
            case 2 -> "(" + variable + " = " + variable() + ")";
            case 3 -> "(" + variable + " != " + variable() + ")";
            case 4 -> "(LANG(" + variable + ") = \"" + one(List.of("en", "zh", "", "EN")) + "\")";
            case 5 -> "(LANG(" + variable + ") != \"en\")";
            case 6 -> "LANGMATCHES(LANG(" + variable + "), \"" + one(List.of("en", "*", "ZH")) + "\")";
            case 7 -> "ISIRI(" + variable + ")";
            case 8 -> "ISBLANK(" + variable + ")";
            case 9 -> "ISLITERAL(" + variable + ")";
            case 10 -> "BOUND(" + variable + ")";
            case 11 -> "SAMETERM(" + variable + ", " + (random.nextBoolean() ? variable() : value()) + ")";
            case 12 -> "(" + variable + " < " + literal() + ")";
            case 13 -> "CONTAINS(" + one(List.of("STR(" + variable + ")", "LCASE(STR(" + variable + "))", variable)) + ", \""
                    + one(List.of("x", "干", "", "X", "e")) + "\")";
            case 14 -> "(" + variable + " IN (" + value() + ", " + value() + "))";
            default -> "(" + variable + " + 1 > 2)";
        };
    }

    private String expression() {
        return switch (random.nextInt(6)) {
            case 0 -> variable();
            case 1 -> value();
            case 2 -> "STR(" + variable() + ")";
            case 3 -> "(" + variable() + " + 1)";
            case 4 -> "IF(BOUND(" + variable() + "), " + variable() + ", 7)";
            default -> "CONCAT(STR(" + variable() + "), \"-\")";
        };
    }
}
