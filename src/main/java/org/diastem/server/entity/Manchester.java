// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes the class expressions of a graph in Manchester syntax. The OWL API writes them too, but without links and only
 * after it has read the whole ontology.
 */
final class Manchester {
    /** What stands for an expression that is none. */
    static final String UNKNOWN = "…";

    private final Graph graph;
    private final Function<Node, Value.Mention> names;
    private final List<Value.Piece> pieces = new ArrayList<>();
    private final Set<Node> open = new HashSet<>();

    private Manchester(Graph graph, Function<Node, Value.Mention> names) {
        this.graph = Objects.requireNonNull(graph);
        this.names = Objects.requireNonNull(names);
    }

    /** The axioms of a term other than its named parents, in the order of their kinds. */
    static List<Value.Expression> axioms(Look look, Node term, Function<Node, Value.Mention> names) {
        List<Value.Expression> found = new ArrayList<>();
        for (Axiom axiom : Axiom.values()) {
            Map<String, Value.Expression> sorted = new TreeMap<>();
            look.objects(term, axiom.property).stream()
                    .filter(node -> node.isBlank() || axiom.named)
                    .map(node -> of(look.data(), node, names).after(axiom.word))
                    .forEach(expression -> sorted.put(expression.toString(), expression));
            found.addAll(sorted.values());
        }
        return found;
    }

    /** @param names tells how a term is shown */
    static Value.Expression of(Graph graph, Node expression, Function<Node, Value.Mention> names) {
        Manchester text = new Manchester(graph, names);
        text.write(expression, false);
        return new Value.Expression(text.pieces);
    }

    /** @param nested whether something stands around it, so that it needs brackets */
    private void write(Node expression, boolean nested) {
        if (expression.isURI()) {
            pieces.add(new Value.Piece("", names.apply(expression)));
            return;
        }
        if (expression.isLiteral()) {
            word('"' + expression.getLiteralLexicalForm() + '"');
            return;
        }
        if (!open.add(expression)) {
            word(UNKNOWN);
            return;
        }
        Optional<Node> both = one(expression, OWL2.intersectionOf.asNode());
        Optional<Node> either = one(expression, OWL2.unionOf.asNode());
        Optional<Node> not = one(expression, OWL2.complementOf.asNode());
        Optional<Node> listed = one(expression, OWL2.oneOf.asNode());
        if (both.isPresent()) {
            join(both.get(), "and", nested);
        } else if (either.isPresent()) {
            join(either.get(), "or", nested);
        } else if (not.isPresent()) {
            word("not");
            write(not.get(), true);
        } else if (listed.isPresent()) {
            word("{");
            members(listed.get(), ",");
            word("}");
        } else {
            restriction(expression, nested);
        }
        open.remove(expression);
    }

    private void join(Node list, String word, boolean nested) {
        bracket(nested, "(");
        members(list, word);
        bracket(nested, ")");
    }

    private void members(Node list, String between) {
        Node cell = list;
        Set<Node> seen = new HashSet<>();
        for (boolean first = true; seen.add(cell); first = false) {
            Optional<Node> member = one(cell, RDF.first.asNode());
            if (member.isEmpty()) {
                return;
            }
            if (!first) {
                word(between);
            }
            write(member.get(), true);
            cell = one(cell, RDF.rest.asNode()).orElse(RDF.nil.asNode());
        }
    }

    private void restriction(Node expression, boolean nested) {
        Optional<Node> property = one(expression, OWL2.onProperty.asNode());
        for (Quantifier quantifier : Quantifier.values()) {
            Optional<Node> filler = one(expression, quantifier.property);
            if (property.isPresent() && filler.isPresent()) {
                bracket(nested, "(");
                property(property.get());
                word(quantifier.word);
                write(filler.get(), true);
                bracket(nested, ")");
                return;
            }
        }
        word(UNKNOWN);
    }

    private void property(Node property) {
        Optional<Node> inverse = one(property, OWL2.inverseOf.asNode());
        if (property.isBlank() && inverse.isPresent()) {
            word("inverse");
            write(inverse.get(), true);
        } else {
            write(property, true);
        }
    }

    private void bracket(boolean nested, String bracket) {
        if (nested) {
            word(bracket);
        }
    }

    private void word(String word) {
        pieces.add(new Value.Piece(word, null));
    }

    private Optional<Node> one(Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY).nextOptional().map(Triple::getObject);
    }

    private enum Quantifier {
        SOME(OWL2.someValuesFrom.asNode(), "some"),
        ONLY(OWL2.allValuesFrom.asNode(), "only"),
        VALUE(OWL2.hasValue.asNode(), "value");

        private final Node property;
        private final String word;

        Quantifier(Node property, String word) {
            this.property = property;
            this.word = word;
        }
    }
}
