// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.RDF;
import org.diastem.problem.FindingsException;
import org.diastem.vocab.Namespaces;

/**
 * Writes a graph as Turtle that is the same for the same triples, whatever order they came in: prefixes in the
 * project's order, subjects and objects sorted as written, the type and the label before other predicates. A blank node
 * stands inside the one statement that uses it, so it needs no label.
 */
public final class SortedTurtle {
    private static final Pattern DATATYPE_PREFIX = Pattern.compile("\\^\\^([A-Za-z]+):[^\"]*$");
    private static final Comparator<String> PREDICATES = Comparator.comparingInt(SortedTurtle::rank)
            .thenComparing(Comparator.naturalOrder());

    private final Graph graph;
    private final NodeFormatterTTL formatter;
    private final Set<String> usedPrefixes = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private int written;

    private SortedTurtle(Graph graph) {
        this.graph = graph;
        PrefixMap prefixes = PrefixMapFactory.create(Namespaces.all());
        this.formatter = new NodeFormatterTTL(null, prefixes);
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
                blocks.add(written(subject) + predicates(subject, "\n    ", " ;\n    ") + " .\n");
            } else if (!graph.contains(Node.ANY, Node.ANY, subject)) {
                unnamed.add("[" + predicates(subject, " ", " ;\n    ") + " ] .\n");
            }
        }
        if (written != graph.size()) {
            throw unwritable();
        }
        StringBuilder text = new StringBuilder();
        Namespaces.all().forEach((prefix, namespace) -> {
            if (usedPrefixes.contains(prefix)) {
                text.append("@prefix ").append(prefix).append(": <").append(namespace).append("> .\n");
            }
        });
        blocks.forEach(block -> text.append('\n').append(block));
        unnamed.stream().sorted().forEach(block -> text.append('\n').append(block));
        return text.toString();
    }

    private String predicates(Node subject, String before, String between) {
        Map<String, TreeSet<String>> objects = new TreeMap<>(PREDICATES);
        List<Triple> triples = graph.find(subject, Node.ANY, Node.ANY).toList();
        for (Triple triple : triples) {
            objects.computeIfAbsent(predicate(triple.getPredicate()), key -> new TreeSet<>())
                    .add(object(triple.getObject()));
        }
        written += triples.size();
        List<String> lines = new ArrayList<>();
        objects.forEach((predicate, values) -> lines.add(predicate + " " + String.join(" , ", values)));
        return before + String.join(between, lines);
    }

    private String predicate(Node predicate) {
        return predicate.equals(RDF.type.asNode()) ? "a" : written(predicate);
    }

    private String object(Node object) {
        if (!object.isBlank()) {
            return written(object);
        }
        if (open.contains(object) || graph.find(Node.ANY, Node.ANY, object).toList().size() != 1) {
            throw unwritable();
        }
        open.push(object);
        String text = isListCell(object) ? list(object) : "[" + predicates(object, " ", " ; ") + " ]";
        open.pop();
        return text;
    }

    private boolean isListCell(Node node) {
        return graph.find(node, Node.ANY, Node.ANY).toList().size() == 2
                && graph.contains(node, RDF.first.asNode(), Node.ANY)
                && graph.contains(node, RDF.rest.asNode(), Node.ANY);
    }

    private String list(Node first) {
        List<String> members = new ArrayList<>();
        Node cell = first;
        while (!cell.equals(RDF.nil.asNode())) {
            if (!isListCell(cell) || graph.find(Node.ANY, Node.ANY, cell).toList().size() != 1) {
                throw unwritable();
            }
            members.add(object(only(cell, RDF.first.asNode())));
            cell = only(cell, RDF.rest.asNode());
            written += 2;
        }
        return members.isEmpty() ? "()" : "( " + String.join(" ", members) + " )";
    }

    private Node only(Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY).next().getObject();
    }

    private String written(Node node) {
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

    private static int rank(String predicate) {
        return switch (predicate) {
            case "a" -> 0;
            case "rdfs:label" -> 1;
            default -> 2;
        };
    }

    private static FindingsException unwritable() {
        return new FindingsException(
                "A blank node is used by several statements, or by none but a circle of them: give it a name.",
                List.of());
    }
}
