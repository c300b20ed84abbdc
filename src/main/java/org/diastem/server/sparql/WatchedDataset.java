// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A view of a dataset whose every step of every read looks at the budget. ARQ's own timeout does not reach into MINUS, NOT
 * EXISTS, a large OFFSET or a path, which all read the graph without giving a row.
 */
public final class WatchedDataset extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private final Budget budget;

    /** The same data, as far as the budget goes. */
    public WatchedDataset(DatasetGraph base, Budget budget) {
        super(base);
        this.budget = budget;
    }

    @Override
    public Graph getDefaultGraph() {
        return new WatchedGraph(super.getDefaultGraph());
    }

    @Override
    public Graph getUnionGraph() {
        return new WatchedGraph(super.getUnionGraph());
    }

    @Override
    public Graph getGraph(Node name) {
        // The dataset below would make a graph that it does not have, and may not while it is read.
        return new WatchedGraph(containsGraph(name) ? super.getGraph(name) : Graph.emptyGraph);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return new Watched<>(super.listGraphNodes());
    }

    @Override
    public Iterator<Quad> find() {
        return new Watched<>(super.find());
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return new Watched<>(super.find(quad));
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return new Watched<>(super.find(graph, subject, predicate, object));
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
        return new Watched<>(super.findNG(graph, subject, predicate, object));
    }

    private final class WatchedGraph extends GraphWrapper {
        WatchedGraph(Graph base) {
            super(base);
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            budget.check();
            return WrappedIterator.create(new Watched<>(super.find(pattern)));
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            budget.check();
            return WrappedIterator.create(new Watched<>(super.find(subject, predicate, object)));
        }

        @Override
        public boolean contains(Node subject, Node predicate, Node object) {
            budget.check();
            return super.contains(subject, predicate, object);
        }

        @Override
        public boolean contains(Triple triple) {
            budget.check();
            return super.contains(triple);
        }
    }

    private final class Watched<T> implements IteratorCloseable<T> {
        private final Iterator<T> base;

        Watched(Iterator<T> base) {
            this.base = base;
        }

        @Override
        public boolean hasNext() {
            budget.check();
            return base.hasNext();
        }

        @Override
        public T next() {
            if (!base.hasNext()) {
                throw new NoSuchElementException();
            }
            return base.next();
        }

        @Override
        public void close() {
            Iter.close(base);
        }
    }
}
