// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.RDF;
import org.diastem.rdf.GraphStatistics;

/**
 * How many solutions each pattern has that federation engines ask about before they plan: all triples, those of a
 * predicate, the members of a class, in the default graph and in each named one. Counted once, when a release is
 * loaded.
 */
public final class ReleaseCounts {
    /** Of one pattern: its solutions, and the different values in each place. */
    record Count(long solutions, long subjects, long predicates, long objects) {
        private static final Count NONE = new Count(0, 0, 0, 0);
    }

    private record OfGraph(Count all, Map<Node, Count> predicates, Map<Node, Count> classes) {
        static OfGraph of(Graph graph) {
            GraphStatistics counted = GraphStatistics.of(graph);
            Map<Node, Count> predicates = new HashMap<>();
            counted.properties().forEach((predicate, of) ->
                    predicates.put(predicate, new Count(of.triples(), of.subjects(), 1, of.objects())));
            Map<Node, Count> classes = new HashMap<>();
            counted.classes().forEach((type, members) -> classes.put(type, new Count(members, members, 1, 1)));
            Count all = new Count(counted.triples(), counted.subjects(), predicates.size(), counted.objects());
            return new OfGraph(all, predicates, classes);
        }
    }

    private final Map<Node, OfGraph> graphs = new HashMap<>();

    private ReleaseCounts() {}

    /** Counts a dataset that nobody changes any more. */
    public static ReleaseCounts of(DatasetGraph dataset) {
        ReleaseCounts counts = new ReleaseCounts();
        counts.graphs.put(Quad.defaultGraphIRI, OfGraph.of(dataset.getDefaultGraph()));
        dataset.listGraphNodes().forEachRemaining(name -> counts.graphs.put(name, OfGraph.of(dataset.getGraph(name))));
        return counts;
    }

    /**
     * The count of a pattern, if it is one of those counted.
     *
     * @param graph its name, or {@link Quad#defaultGraphIRI}
     */
    Optional<Count> of(Node graph, Triple pattern) {
        OfGraph counted = graphs.get(graph);
        Node subject = pattern.getSubject();
        Node predicate = pattern.getPredicate();
        Node object = pattern.getObject();
        if (counted == null || !Var.isVar(subject) || subject.equals(predicate) || subject.equals(object)) {
            return Optional.empty();
        }
        if (Var.isVar(predicate)) {
            return Var.isVar(object) && !predicate.equals(object) ? Optional.of(counted.all) : Optional.empty();
        }
        if (Var.isVar(object)) {
            return Optional.of(counted.predicates.getOrDefault(predicate, Count.NONE));
        }
        return predicate.equals(RDF.type.asNode()) && object.isURI()
                ? Optional.of(counted.classes.getOrDefault(object, Count.NONE))
                : Optional.empty();
    }
}
