// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL2;

/**
 * What leads to a thing, by predicate. For a statement of a blank node stands the named thing that the blank node
 * belongs to: the class of a restriction, the term of an annotated axiom.
 */
public final class Backlinks {
    private static final int DEEPEST = 100;

    private final Graph source;
    private final Budget budget;

    private Backlinks(Graph source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    /**
     * The IRIs of the named things in alphabetical order, by the predicate that leads from them or from a part of them.
     */
    public static Map<Node, SortedSet<String>> to(Node thing, DatasetGraph dataset, Budget budget) {
        Backlinks links = new Backlinks(new WatchedDataset(dataset, budget).getDefaultGraph(), budget);
        Map<Node, SortedSet<String>> found = new HashMap<>();
        Iterator<Triple> triples = links.source.find(Node.ANY, Node.ANY, thing);
        while (triples.hasNext()) {
            Triple triple = triples.next();
            Node owner = links.owner(triple.getSubject());
            if (owner.isURI()) {
                links.budget.keep();
                found.computeIfAbsent(triple.getPredicate(), unused -> new TreeSet<>()).add(owner.getURI());
            }
        }
        return found;
    }

    private Node owner(Node subject) {
        Node owner = subject;
        for (int i = 0; owner.isBlank() && i < DEEPEST; i++) {
            Node part = owner;
            owner = first(source.find(Node.ANY, Node.ANY, part), true, first(
                    source.find(part, OWL2.annotatedSource.asNode(), Node.ANY), false, Node.ANY));
            if (owner == Node.ANY) {
                return part;
            }
        }
        return owner;
    }

    private static Node first(Iterator<Triple> triples, boolean subject, Node otherwise) {
        if (!triples.hasNext()) {
            return otherwise;
        }
        Triple triple = triples.next();
        return subject ? triple.getSubject() : triple.getObject();
    }
}
