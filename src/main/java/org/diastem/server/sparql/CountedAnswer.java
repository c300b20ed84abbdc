// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Puts the number in the place of a whole query that only counts one pattern, or asks whether it has a solution: what
 * federation engines send, thousands of times, to find out which endpoint knows what.
 */
final class CountedAnswer {
    private final ReleaseCounts counts;

    CountedAnswer(ReleaseCounts counts) {
        this.counts = counts;
    }

    /** The algebra with the number in it, or as it was. */
    Op in(Query query, Op op) {
        if (query.hasDatasetDescription()) {
            return op;
        }
        Optional<Op> answer = query.isAskType()
                ? of(op).map(count -> count.solutions() > 0 ? OpTable.unit() : OpTable.empty())
                : counted(op);
        return answer.orElse(op);
    }

    private Optional<ReleaseCounts.Count> of(Op op) {
        Node graph = Quad.defaultGraphIRI;
        Op pattern = op;
        if (op instanceof OpGraph named) {
            graph = named.getNode();
            pattern = named.getSubOp();
        }
        Node name = graph;
        return triple(pattern).flatMap(triple -> counts.of(name, triple));
    }

    private static Optional<Triple> triple(Op op) {
        return op instanceof OpBGP bgp && bgp.getPattern().size() == 1
                ? Optional.of(bgp.getPattern().get(0))
                : Optional.empty();
    }

    /** Only at the top: what is below may be in another graph. */
    private Optional<Op> counted(Op op) {
        if (op instanceof OpGroup group) {
            return group(group);
        }
        if (op instanceof OpProject || op instanceof OpExtend || op instanceof OpSlice || op instanceof OpFilter) {
            Op1 over = (Op1) op;
            return counted(over.getSubOp()).map(over::copy);
        }
        return Optional.empty();
    }

    private Optional<Op> group(OpGroup group) {
        Optional<ReleaseCounts.Count> count = of(group.getSubOp());
        if (!group.getGroupVars().isEmpty() || count.isEmpty()) {
            return Optional.empty();
        }
        Op pattern = group.getSubOp() instanceof OpGraph named ? named.getSubOp() : group.getSubOp();
        BindingBuilder row = BindingFactory.builder();
        for (ExprAggregator aggregator : group.getAggregators()) {
            Optional<Long> number = number(aggregator.getAggregator(), count.get(), triple(pattern).orElseThrow());
            if (number.isEmpty()) {
                return Optional.empty();
            }
            row.add(aggregator.getVar(), NodeValue.makeInteger(number.get()).asNode());
        }
        Table one = TableFactory.create();
        one.addBinding(row.build());
        return Optional.of(OpTable.create(one));
    }

    private static Optional<Long> number(Aggregator aggregator, ReleaseCounts.Count count, Triple pattern) {
        if (aggregator instanceof AggCount) {
            return Optional.of(count.solutions());
        }
        if (aggregator instanceof AggCountDistinct) {
            // A triple is in a graph once: no two solutions are the same, unless a blank node stands for a part of
            // them.
            return isNamed(pattern.getSubject()) && isNamed(pattern.getPredicate()) && isNamed(pattern.getObject())
                    ? Optional.of(count.solutions())
                    : Optional.empty();
        }
        boolean distinct = aggregator instanceof AggCountVarDistinct;
        if (!distinct && !(aggregator instanceof AggCountVar)) {
            return Optional.empty();
        }
        Expr counted = aggregator.getExprList().get(0);
        if (!counted.isVariable()) {
            return Optional.empty();
        }
        Node variable = counted.asVar();
        if (variable.equals(pattern.getSubject())) {
            return Optional.of(distinct ? count.subjects() : count.solutions());
        }
        if (variable.equals(pattern.getPredicate())) {
            return Optional.of(distinct ? count.predicates() : count.solutions());
        }
        if (variable.equals(pattern.getObject())) {
            return Optional.of(distinct ? count.objects() : count.solutions());
        }
        return Optional.empty();
    }

    private static boolean isNamed(Node node) {
        return !Var.isVar(node) || Var.isNamedVar(node);
    }
}
