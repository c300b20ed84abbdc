// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;

/** One graph of an index as Jena sees it. Nothing can be added. Safe for use by any number of threads. */
public final class IndexGraph extends GraphBase {
    private final Terms terms;
    private final GraphView view;

    IndexGraph(Terms terms, GraphView view) {
        this.terms = terms;
        this.view = view;
    }

    public GraphView view() {
        return view;
    }

    /** A pattern in ids, or null if no triple of the index can fit it. */
    private int[] ids(Triple pattern) {
        int subject = id(pattern.getSubject());
        int predicate = id(pattern.getPredicate());
        int object = id(pattern.getObject());
        int number = predicate > 0 ? view.predicateNumber(predicate) : -1;
        boolean unknown = subject < 0 || predicate < 0 || object < 0 || predicate > 0 && number < 0;
        return unknown ? null : new int[] {subject, number, object};
    }

    /** 0 for any term, -1 for one that the index does not have. */
    private int id(Node node) {
        if (node == null || !node.isConcrete()) {
            return 0;
        }
        int id = terms.id(node);
        return id == 0 ? -1 : id;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        int[] wanted = ids(pattern);
        if (wanted == null) {
            return NiceIterator.emptyIterator();
        }
        Scan scan = new Scan();
        scan.open(view, wanted[0], wanted[1], wanted[2]);
        // What the pattern names does not need to be read again.
        Node subject = wanted[0] > 0 ? pattern.getSubject() : null;
        Node predicate = wanted[1] >= 0 ? pattern.getPredicate() : null;
        Node object = wanted[2] > 0 ? pattern.getObject() : null;
        return new NiceIterator<>() {
            private boolean looked;
            private boolean found;

            @Override
            public boolean hasNext() {
                if (!looked) {
                    found = scan.next();
                    looked = true;
                }
                return found;
            }

            @Override
            public Triple next() {
                if (!hasNext()) {
                    return noElements("there is no further triple");
                }
                looked = false;
                return Triple.create(
                        subject == null ? terms.node(scan.subject()) : subject,
                        predicate == null ? terms.node(view.predicateId(scan.predicate())) : predicate,
                        object == null ? terms.node(scan.object()) : object);
            }
        };
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        int[] wanted = ids(pattern);
        return wanted != null && view.contains(wanted[0], wanted[1], wanted[2]);
    }

    @Override
    protected int graphBaseSize() {
        return Math.toIntExact(view.counts().triples());
    }
}
