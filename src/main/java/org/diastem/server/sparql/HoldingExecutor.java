// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIterTopN;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.diastem.engine.IdExecutor;
import org.diastem.engine.Session;

/**
 * Executes over an index in ids, else as ARQ does, and counts the rows that an operator must keep: it is their number that
 * fills the memory.
 */
final class HoldingExecutor extends IdExecutor {
    private final Budget budget;

    /** @param session of the query; null if its dataset is no index */
    HoldingExecutor(ExecutionContext context, Session session, Budget budget) {
        super(context, session);
        this.budget = budget;
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        return new QueryIterSort(held(exec(order.getSubOp(), input)), watched(order.getConditions()), execCxt);
    }

    @Override
    protected QueryIterator execute(OpTopN top, QueryIterator input) {
        if (top.getSubOp() instanceof OpDistinct distinct) {
            QueryIterator rows = held(exec(distinct.getSubOp(), input));
            return new QueryIterTopN(rows, watched(top.getConditions()), top.getLimit(), true, execCxt);
        }
        // It keeps no more rows than its limit.
        return new QueryIterTopN(exec(top.getSubOp(), input), watched(top.getConditions()), top.getLimit(), false, execCxt);
    }

    /** Sorting reads no data: between two rows it may work out thousands of keys, again and again. */
    private Comparator<Binding> watched(List<SortCondition> conditions) {
        Comparator<Binding> order = new BindingComparator(conditions, execCxt);
        return (one, other) -> {
            budget.check();
            return order.compare(one, other);
        };
    }

    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        // Counted as they come out: what is kept is what differs.
        return held(super.execute(distinct, input));
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        QueryIterator rows = exec(group.getSubOp(), input);
        // Without an aggregate ARQ notes every row under its key.
        boolean keepsEveryRow = group.getAggregators().isEmpty()
                || group.getAggregators().stream().anyMatch(each -> HeldAggregator.keepsEveryRow(each.getAggregator()));
        List<ExprAggregator> counted = group.getAggregators().stream()
                .map(each -> new ExprAggregator(each.getVar(), new HeldAggregator(each.getAggregator(), budget)))
                .toList();
        return new QueryIterGroup(keepsEveryRow ? held(rows) : rows, group.getGroupVars(), counted, execCxt);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        // ARQ keeps the left side in a hash table and streams the right one past it.
        QueryIterator left = held(exec(join.getLeft(), input));
        return Join.join(left, exec(join.getRight(), root()), execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        QueryIterator left = exec(join.getLeft(), input);
        return Join.leftJoin(left, held(exec(join.getRight(), root())), join.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        QueryIterator left = exec(minus.getLeft(), input);
        QueryIterator right = held(exec(minus.getRight(), root()));
        Set<Var> common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return QueryIterMinus.create(left, right, common, execCxt);
    }

    private QueryIterator held(QueryIterator rows) {
        return new QueryIteratorWrapper(rows) {
            @Override
            protected Binding moveToNextBinding() {
                budget.check();
                budget.keep();
                return super.moveToNextBinding();
            }
        };
    }
}
