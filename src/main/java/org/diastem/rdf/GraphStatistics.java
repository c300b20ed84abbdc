// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * How often what occurs in a graph, as VoID section 3 counts it. Sorted by IRI throughout, so that the same graph gives the
 * same order.
 */
public final class GraphStatistics {
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);

    /** Of one property: its triples, and the different nodes before and behind it. */
    public static final class PropertyCount {
        private long triples;
        private final Set<Node> subjects = new HashSet<>();
        private final Set<Node> objects = new HashSet<>();

        public long triples() {
            return triples;
        }

        public long subjects() {
            return subjects.size();
        }

        public long objects() {
            return objects.size();
        }
    }

    /** Of one property on the members of one class: its triples, and of what class or datatype the objects are. */
    static final class UseCount {
        private long triples;
        private final SortedMap<Node, Long> classes = new TreeMap<>(BY_IRI);
        private final SortedMap<Node, Long> datatypes = new TreeMap<>(BY_IRI);

        long triples() {
            return triples;
        }

        SortedMap<Node, Long> classes() {
            return classes;
        }

        SortedMap<Node, Long> datatypes() {
            return datatypes;
        }
    }

    private final SortedMap<Node, PropertyCount> properties = new TreeMap<>(BY_IRI);
    private final SortedMap<Node, Long> classes = new TreeMap<>(BY_IRI);
    private final SortedMap<Node, SortedMap<Node, UseCount>> uses = new TreeMap<>(BY_IRI);
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> objects = new HashSet<>();
    private long triples;

    private GraphStatistics() {}

    /** Counts the graph once through. */
    public static GraphStatistics of(Graph graph) {
        GraphStatistics counted = new GraphStatistics();
        Map<Node, Set<Node>> types = counted.types(graph);
        for (Iterator<Triple> found = graph.find(); found.hasNext(); ) {
            counted.count(found.next(), types);
        }
        return counted;
    }

    private Map<Node, Set<Node>> types(Graph graph) {
        Map<Node, Set<Node>> types = new HashMap<>();
        for (Iterator<Triple> found = graph.find(Node.ANY, RDF.type.asNode(), Node.ANY); found.hasNext(); ) {
            Triple triple = found.next();
            if (triple.getObject().isURI()) {
                types.computeIfAbsent(triple.getSubject(), unused -> new HashSet<>()).add(triple.getObject());
                classes.merge(triple.getObject(), 1L, Long::sum);
            }
        }
        return types;
    }

    private void count(Triple triple, Map<Node, Set<Node>> types) {
        triples++;
        subjects.add(triple.getSubject());
        objects.add(triple.getObject());
        PropertyCount property = properties.computeIfAbsent(triple.getPredicate(), unused -> new PropertyCount());
        property.triples++;
        property.subjects.add(triple.getSubject());
        property.objects.add(triple.getObject());
        for (Node type : types.getOrDefault(triple.getSubject(), Set.of())) {
            UseCount use = uses.computeIfAbsent(type, unused -> new TreeMap<>(BY_IRI))
                    .computeIfAbsent(triple.getPredicate(), unused -> new UseCount());
            use.triples++;
            if (triple.getObject().isLiteral()) {
                String datatype = triple.getObject().getLiteralDatatypeURI();
                use.datatypes.merge(NodeFactory.createURI(datatype), 1L, Long::sum);
            } else if (!triple.getPredicate().equals(RDF.type.asNode())) {
                types.getOrDefault(triple.getObject(), Set.of())
                        .forEach(objectType -> use.classes.merge(objectType, 1L, Long::sum));
            }
        }
    }

    public long triples() {
        return triples;
    }

    public long subjects() {
        return subjects.size();
    }

    public long objects() {
        return objects.size();
    }

    public SortedMap<Node, PropertyCount> properties() {
        return properties;
    }

    /** How many members each class has by an {@code rdf:type} of its own. */
    public SortedMap<Node, Long> classes() {
        return classes;
    }

    /** For each class the properties of its members. */
    SortedMap<Node, SortedMap<Node, UseCount>> uses() {
        return uses;
    }
}
