// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.RDF;
import org.diastem.index.GraphCounts;
import org.diastem.index.GraphView;
import org.diastem.index.IndexDataset;
import org.diastem.index.Scan;

/**
 * How many solutions each pattern has that federation engines ask about before they plan: all triples, those of a
 * predicate, the members of a class, in the default graph and in each named one. The index knows.
 */
public final class ReleaseCounts {
    /** Of one pattern: its solutions, and the different values in each place. */
    record Count(long solutions, long subjects, long predicates, long objects) {
        private static final Count NONE = new Count(0, 0, 0, 0);
    }

    private final IndexDataset dataset;

    public ReleaseCounts(IndexDataset dataset) {
        this.dataset = dataset;
    }

    /**
     * The count of a pattern, if it is one of those counted.
     *
     * @param graph its name, or {@link Quad#defaultGraphIRI}
     */
    Optional<Count> of(Node graph, Triple pattern) {
        Node subject = pattern.getSubject();
        Node predicate = pattern.getPredicate();
        Node object = pattern.getObject();
        Optional<GraphView> view = view(graph);
        if (view.isEmpty() || !Var.isVar(subject) || subject.equals(predicate) || subject.equals(object)) {
            return Optional.empty();
        }
        if (Var.isVar(predicate)) {
            return Var.isVar(object) && !predicate.equals(object)
                    ? Optional.of(all(view.get().counts()))
                    : Optional.empty();
        }
        int number = number(view.get(), predicate);
        if (Var.isVar(object)) {
            return Optional.of(number < 0 ? Count.NONE : ofPredicate(view.get().counts(), number));
        }
        return predicate.equals(RDF.type.asNode()) && object.isURI()
                ? Optional.of(members(view.get(), number, object))
                : Optional.empty();
    }

    /** None for a graph some of whose triples are in the default graph and others are not: its terms are not counted. */
    private Optional<GraphView> view(Node graph) {
        Optional<GraphView> view = Quad.isDefaultGraph(graph)
                ? Optional.of(dataset.index().defaultGraph())
                : dataset.index().named(dataset.index().terms().id(graph));
        return view.filter(GraphView::hasRuns);
    }

    private int number(GraphView view, Node predicate) {
        int id = dataset.index().terms().id(predicate);
        return id == 0 ? -1 : view.predicateNumber(id);
    }

    private static Count all(GraphCounts counts) {
        return new Count(counts.triples(), counts.subjects(), counts.predicates(), counts.objects());
    }

    private static Count ofPredicate(GraphCounts counts, int number) {
        return new Count(counts.triples(number), counts.subjects(number), 1, counts.objects(number));
    }

    private Count members(GraphView view, int type, Node object) {
        int id = dataset.index().terms().id(object);
        if (type < 0 || id == 0) {
            return Count.NONE;
        }
        long members = 0;
        if (view.countsExactly()) {
            members = view.count(0, type, id);
        } else {
            Scan scan = new Scan();
            scan.open(view, 0, type, id);
            while (scan.next()) {
                members++;
            }
        }
        return members == 0 ? Count.NONE : new Count(members, members, 1, 1);
    }
}
