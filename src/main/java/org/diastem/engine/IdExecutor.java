// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.diastem.index.Index;
import org.diastem.index.IndexDataset;
import org.diastem.index.IndexGraph;

/**
 * Executes what it can over an index in ids, and leaves the rest to ARQ. Over any other graph it is ARQ's own executor.
 * What runs below an operator of ARQ comes back here.
 */
public class IdExecutor extends OpExecutor {
    private static final Symbol SESSION = Symbol.create("urn:x-diastem:session");

    private final Session session;

    /** @param session of the query; null if its dataset is no index */
    protected IdExecutor(ExecutionContext context, Session session) {
        super(context);
        this.session = session;
    }

    /** Lets queries over a dataset be executed here when they come with no other executor. */
    public static void enable(IndexDataset dataset) {
        QC.setFactory(
                dataset.getContext(),
                context -> new IdExecutor(context, session(context.getContext(), dataset.index(), Watch.NONE)));
    }

    /** The session of a query, whose context is its own; begun if there is none yet. */
    private static Session session(Context context, Index index, Watch watch) {
        Session session = context.get(SESSION);
        if (session == null) {
            session = new Session(index, watch);
            context.set(SESSION, session);
        }
        return session;
    }

    /** The dataset below all wrappers, if it is an index; else null. */
    public static IndexDataset indexed(DatasetGraph dataset) {
        DatasetGraph base = dataset;
        while (base instanceof DatasetGraphWrapper wrapper) {
            base = wrapper.getWrapped();
        }
        return base instanceof IndexDataset index ? index : null;
    }

    /** The graph below all wrappers, if it is one of an index; else null. */
    static IndexGraph indexed(Graph graph) {
        Graph base = graph;
        while (base instanceof GraphWrapper wrapper) {
            base = wrapper.get();
        }
        return base instanceof IndexGraph index ? index : null;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        IndexGraph graph = session == null ? null : indexed(execCxt.getActiveGraph());
        if (graph == null || !Planner.isNative(op, Planner.isRoot(input))) {
            return general(op, input);
        }
        return Planner.run(op, input, this, execCxt, session, graph.view());
    }

    ExecutionContext context() {
        return execCxt;
    }

    /** As ARQ does it. */
    QueryIterator general(Op op, QueryIterator input) {
        return super.exec(op, input);
    }
}
