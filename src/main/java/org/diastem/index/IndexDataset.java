// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.util.Iterator;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;

/**
 * An index as a dataset of Jena, to be read by any number of threads. As nothing ever changes, every reader sees the same
 * and transactions have nothing to do.
 */
public final class IndexDataset extends DatasetGraphBaseFind {
    private final Index index;
    private final IndexGraph defaultGraph;
    private final IndexGraph union;
    private final Transactional transactions = TransactionalNull.create();
    private final PrefixMap prefixes = PrefixMapFactory.create();

    /** @param prefixes that the dataset tells of */
    public IndexDataset(Index index, Map<String, String> prefixes) {
        this.index = index;
        this.defaultGraph = new IndexGraph(index.terms(), index.defaultGraph());
        this.union = new IndexGraph(index.terms(), index.union());
        prefixes.forEach(this.prefixes::add);
    }

    public Index index() {
        return index;
    }

    @Override
    public Graph getDefaultGraph() {
        return defaultGraph;
    }

    @Override
    public Graph getUnionGraph() {
        return union;
    }

    @Override
    public Graph getGraph(Node name) {
        if (Quad.isDefaultGraph(name)) {
            return defaultGraph;
        }
        if (Quad.isUnionGraph(name)) {
            return union;
        }
        return index.named(index.terms().id(name))
                .<Graph>map(view -> new IndexGraph(index.terms(), view))
                .orElse(Graph.emptyGraph);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name)
                || Quad.isUnionGraph(name)
                || index.named(index.terms().id(name)).isPresent();
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return Iter.map(index.named().keySet().iterator(), index.terms()::node);
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        return Iter.map(
                defaultGraph.find(subject, predicate, object), triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node name, Node subject, Node predicate, Node object) {
        return Iter.map(getGraph(name).find(subject, predicate, object), triple -> Quad.create(name, triple));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        return Iter.flatMap(
                listGraphNodes(), name -> findInSpecificNamedGraph(name, subject, predicate, object));
    }

    @Override
    public PrefixMap prefixes() {
        return prefixes;
    }

    private static UnsupportedOperationException unchangeable() {
        return new UnsupportedOperationException("an index does not change");
    }

    @Override
    public void add(Quad quad) {
        throw unchangeable();
    }

    @Override
    public void delete(Quad quad) {
        throw unchangeable();
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw unchangeable();
    }

    @Override
    public void removeGraph(Node name) {
        throw unchangeable();
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        transactions.begin(type);
    }

    @Override
    public void begin(ReadWrite mode) {
        transactions.begin(mode);
    }

    @Override
    public boolean promote(Promote mode) {
        return transactions.promote(mode);
    }

    @Override
    public void commit() {
        transactions.commit();
    }

    @Override
    public void abort() {
        transactions.abort();
    }

    @Override
    public void end() {
        transactions.end();
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isInTransaction();
    }

    @Override
    public ReadWrite transactionMode() {
        return transactions.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return transactions.transactionType();
    }
}
