// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;
import org.diastem.problem.FindingsException;

/**
 * Writes the nodes of a graph as Turtle. A blank node stands inside the one statement that uses it, its own statements
 * in the order of their texts.
 */
final class TurtleNodes {
    private static final Pattern DATATYPE_PREFIX = Pattern.compile("\\^\\^([A-Za-z]+):[^\"]*$");

    private final Graph graph;
    private final Comparator<String> predicates;
    private final Set<Node> unordered;
    private final NodeFormatterTTL formatter;
    private final Set<String> usedPrefixes = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private int written;

    /**
     * Writes nodes of that graph, predicates of a blank node in that order.
     *
     * @param unordered predicates whose lists mean sets: their members are sorted, named ones first
     */
    TurtleNodes(Graph graph, Map<String, String> prefixes, Comparator<String> predicates, Set<Node> unordered) {
        this.graph = graph;
        this.predicates = predicates;
        this.unordered = Set.copyOf(unordered);
        this.formatter = new NodeFormatterTTL(null, PrefixMapFactory.create(prefixes));
    }

    /** The prefixes that were needed so far. */
    Set<String> usedPrefixes() {
        return usedPrefixes;
    }

    /** How many triples were written so far. */
    int written() {
        return written;
    }

    /** The objects of each predicate of a subject, sorted as written; counts them as written. */
    Map<String, List<String>> statements(Node subject) {
        Map<String, List<String>> objects = new TreeMap<>(predicates);
        List<Triple> triples = graph.find(subject, Node.ANY, Node.ANY).toList();
        for (Triple triple : triples) {
            objects.computeIfAbsent(predicate(triple.getPredicate()), key -> new ArrayList<>())
                    .add(object(triple.getObject(), unordered.contains(triple.getPredicate())));
        }
        written += triples.size();
        objects.values().forEach(Collections::sort);
        return objects;
    }

    /** The statements of a subject, those of one predicate in one. */
    String joined(Node subject, String between) {
        List<String> lines = new ArrayList<>();
        statements(subject)
                .forEach((predicate, values) -> lines.add(predicate + " " + String.join(" , ", values)));
        return String.join(between, lines);
    }

    /** A node that is no blank one. */
    String written(Node node) {
        try (IndentedLineBuffer buffer = new IndentedLineBuffer()) {
            formatter.format(buffer, node);
            String text = buffer.asString();
            if (node.isURI() && !text.startsWith("<")) {
                usedPrefixes.add(text.substring(0, text.indexOf(':')));
            }
            if (node.isLiteral()) {
                Matcher datatype = DATATYPE_PREFIX.matcher(text);
                if (datatype.find()) {
                    usedPrefixes.add(datatype.group(1));
                }
            }
            return text;
        }
    }

    static FindingsException unwritable() {
        return new FindingsException(
                "A blank node is used by several statements, or by none but a circle of them: give it a name.",
                List.of());
    }

    private String predicate(Node predicate) {
        return predicate.equals(RDF.type.asNode()) ? "a" : written(predicate);
    }

    private String object(Node object, boolean isSet) {
        if (!object.isBlank()) {
            return written(object);
        }
        if (open.contains(object) || graph.find(Node.ANY, Node.ANY, object).toList().size() != 1) {
            throw unwritable();
        }
        open.push(object);
        String text = isListCell(object) ? list(object, isSet) : "[ " + joined(object, " ; ") + " ]";
        open.pop();
        return text;
    }

    private boolean isListCell(Node node) {
        return graph.find(node, Node.ANY, Node.ANY).toList().size() == 2
                && graph.contains(node, RDF.first.asNode(), Node.ANY)
                && graph.contains(node, RDF.rest.asNode(), Node.ANY);
    }

    private String list(Node first, boolean isSet) {
        List<String> members = new ArrayList<>();
        Node cell = first;
        while (!cell.equals(RDF.nil.asNode())) {
            if (!isListCell(cell) || graph.find(Node.ANY, Node.ANY, cell).toList().size() != 1) {
                throw unwritable();
            }
            members.add(object(only(cell, RDF.first.asNode()), false));
            cell = only(cell, RDF.rest.asNode());
            written += 2;
        }
        if (isSet) {
            members.sort(Comparator.comparing((String member) -> member.startsWith("["))
                    .thenComparing(Comparator.naturalOrder()));
        }
        return members.isEmpty() ? "()" : "( " + String.join(" ", members) + " )";
    }

    private Node only(Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY).next().getObject();
    }
}
