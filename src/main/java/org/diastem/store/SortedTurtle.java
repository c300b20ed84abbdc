// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.diastem.problem.FindingsException;
import org.diastem.vocab.Namespaces;

/**
 * Writes a graph as Turtle that is the same for the same triples, whatever order they came in: prefixes in the
 * project's order, subjects and objects sorted as written, the type and the label before other predicates. A blank node
 * stands inside the one statement that uses it, so it needs no label.
 */
public final class SortedTurtle {
    private static final Comparator<String> PREDICATES = Comparator.comparingInt(SortedTurtle::rank)
            .thenComparing(Comparator.naturalOrder());

    private final Graph graph;
    private final TurtleNodes nodes;

    private SortedTurtle(Graph graph) {
        this.graph = graph;
        this.nodes = new TurtleNodes(graph, Namespaces.all(), PREDICATES, Set.of());
    }

    /**
     * The graph as text.
     *
     * @throws FindingsException if two statements, or none but a circle of them, lead to a blank node
     */
    public static String of(Graph graph) {
        return new SortedTurtle(graph).text();
    }

    private String text() {
        Set<String> blocks = new TreeSet<>();
        List<String> unnamed = new ArrayList<>();
        Set<Node> subjects = new HashSet<>();
        graph.find().forEach(triple -> subjects.add(triple.getSubject()));
        for (Node subject : subjects) {
            if (subject.isURI()) {
                blocks.add(nodes.written(subject) + "\n    " + nodes.joined(subject, " ;\n    ") + " .\n");
            } else if (!graph.contains(Node.ANY, Node.ANY, subject)) {
                unnamed.add("[ " + nodes.joined(subject, " ;\n    ") + " ] .\n");
            }
        }
        if (nodes.written() != graph.size()) {
            throw TurtleNodes.unwritable();
        }
        StringBuilder text = new StringBuilder();
        Namespaces.all().forEach((prefix, namespace) -> {
            if (nodes.usedPrefixes().contains(prefix)) {
                text.append("@prefix ").append(prefix).append(": <").append(namespace).append("> .\n");
            }
        });
        blocks.forEach(block -> text.append('\n').append(block));
        unnamed.stream().sorted().forEach(block -> text.append('\n').append(block));
        return text.toString();
    }

    private static int rank(String predicate) {
        return switch (predicate) {
            case "a" -> 0;
            case "rdfs:label" -> 1;
            default -> 2;
        };
    }
}
