// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQInternalErrorException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;

/** ARQ's engine with watched expressions in the algebra. One object plans one query. */
final class WatchedEngine extends QueryEngineMain {
    /** What goes to another endpoint is evaluated there, and goes as it was written. */
    private static final Transform EXCEPT_SERVICE = new TransformCopy() {
        @Override
        public Op transform(OpService service, Op changed) {
            return service;
        }
    };

    private final Query query;
    private final Budget budget;
    private final Optional<ReleaseCounts> counts;

    private WatchedEngine(
            Query query,
            DatasetGraph dataset,
            Binding input,
            Context context,
            Budget budget,
            Optional<ReleaseCounts> counts) {
        super(query, dataset, input, context);
        this.query = query;
        this.budget = budget;
        this.counts = counts;
    }

    @Override
    protected Op modifyOp(Op op) {
        // Before ARQ's optimiser, which works out what is constant.
        Op counted = counts.map(known -> new CountedAnswer(known).in(query, op)).orElse(op);
        return super.modifyOp(Transformer.transform(EXCEPT_SERVICE, new WatchedExpressions(budget), counted));
    }

    /**
     * A factory for the one query that the budget belongs to.
     *
     * @param counts of the dataset that is queried, if they are known
     */
    static QueryEngineFactory factory(Budget budget, Optional<ReleaseCounts> counts) {
        return new QueryEngineFactory() {
            @Override
            public boolean accept(Query query, DatasetGraph dataset, Context context) {
                return true;
            }

            @Override
            public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
                return new WatchedEngine(query, dataset, input, context, budget, counts).getPlan();
            }

            @Override
            public boolean accept(Op op, DatasetGraph dataset, Context context) {
                return false;
            }

            @Override
            public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
                throw new ARQInternalErrorException("queries come as syntax, never as algebra");
            }
        };
    }
}
