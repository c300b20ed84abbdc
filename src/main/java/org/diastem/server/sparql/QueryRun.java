// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.diastem.engine.IdExecutor;
import org.diastem.engine.Session;
import org.diastem.index.IndexDataset;
import org.diastem.text.TextSearch;

/**
 * One run of one query within its budget. Used by one thread; whatever it hands out ends with a {@link BudgetSpent} when
 * the budget is stopped.
 */
public final class QueryRun implements AutoCloseable {
    private final QueryExec execution;
    private final Budget budget;
    private final DatasetGraph watched;
    private final Query query;

    /**
     * @param query as the {@link QueryGate} let it through
     * @param dataset which nobody changes meanwhile
     */
    public QueryRun(Query query, DatasetGraph dataset, Budget budget) {
        this(query, new DataView(dataset, Optional.empty(), Optional.empty()), budget, ServicePolicy.NONE);
    }

    /**
     * @param query as the {@link QueryGate} let it through
     * @param view of a dataset which nobody changes meanwhile
     * @param services that the query may call
     */
    public QueryRun(Query query, DataView view, Budget budget, ServicePolicy services) {
        DatasetGraph dataset = view.dataset();
        this.query = query;
        this.budget = budget;
        this.watched = new WatchedDataset(dataset, budget);
        if (dataset.supportsTransactions()) {
            dataset.begin(ReadWrite.READ);
        }
        Context context = context(view, budget, services);
        Query runnable = query.isDescribeType() ? Description.asSelect(query) : query;
        QueryExec built = null;
        try {
            built = within(() -> QueryExecDatasetBuilder.create()
                    .query(runnable)
                    .dataset(watched)
                    .context(context)
                    .build());
        } finally {
            if (built == null) {
                // Nobody will close what could not be made, and the thread goes on to the next query.
                endTransaction();
            }
        }
        execution = built;
    }

    /** Settings of ARQ for one execution that the budget watches. */
    static Context context(DataView view, Budget budget, ServicePolicy services) {
        Context context = ARQ.getContext().copy();
        context.putAll(view.dataset().getContext());
        context.set(ARQConstants.symCancelQuery, budget.signal());
        PropertyFunctionRegistry.set(context, TextSearch.offered(view.dataset()));
        QueryEngineRegistry engines = new QueryEngineRegistry();
        engines.add(WatchedEngine.factory(budget, view.counts()));
        QueryEngineRegistry.set(context, engines);
        // ARQ's own calls are off as well: ours are the only ones.
        context.set(ARQ.httpServiceAllowed, false);
        ServiceExecutorRegistry.set(context, services.executors(budget));
        IndexDataset indexed = IdExecutor.indexed(view.dataset());
        Session session = indexed == null ? null : new Session(indexed.index(), new BudgetWatch(budget));
        QC.setFactory(context, executionContext -> new HoldingExecutor(executionContext, session, budget));
        return context;
    }

    public RowSet select() {
        return within(execution::select);
    }

    public boolean ask() {
        return within(execution::ask);
    }

    /** The triples of a CONSTRUCT, which may come more than once. */
    public Iterator<Triple> construct() {
        return within(execution::constructTriples);
    }

    /** What is told of the things that a DESCRIBE names or finds. */
    public Graph describe() {
        return within(() -> {
            Description description = new Description(watched.getDefaultGraph(), budget);
            RowSet rows = execution.select();
            while (rows.hasNext()) {
                var row = rows.next();
                for (var variable : rows.getResultVars()) {
                    Node found = row.get(variable);
                    if (found != null) {
                        description.add(found);
                    }
                }
            }
            query.getResultURIs().forEach(description::add);
            return description.graph();
        });
    }

    /** A cancellation that came through ARQ's own iterators does not know its reason; the budget does. */
    private <T> T within(Supplier<T> step) {
        try {
            budget.check();
            return step.get();
        } catch (BudgetSpent e) {
            throw e;
        } catch (QueryCancelledException e) {
            throw budget.spent();
        }
    }

    @Override
    public void close() {
        execution.close();
        endTransaction();
    }

    private void endTransaction() {
        if (watched.isInTransaction()) {
            watched.end();
        }
    }
}
