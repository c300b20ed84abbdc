// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.diastem.engine.Watch;

/** A query's budget, as the engine asks for it. */
record BudgetWatch(Budget budget) implements Watch {
    @Override
    public void check() {
        budget.check();
    }

    @Override
    public void keep() {
        budget.keep();
    }

    @Override
    public Accumulator begin(Aggregator aggregator) {
        Accumulator begun = new HeldAggregator(aggregator, budget).createAccumulator();
        return HeldAggregator.keepsEveryRow(aggregator) ? new Counted(begun, budget) : begun;
    }

    /** Counts each row that goes in. */
    private record Counted(Accumulator base, Budget budget) implements Accumulator {
        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            budget.keep();
            base.accumulate(row, environment);
        }

        @Override
        public NodeValue getValue() {
            return base.getValue();
        }
    }
}
