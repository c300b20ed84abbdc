// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.AggFoldList;
import org.apache.jena.sparql.expr.aggregate.AggFoldMap;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMedian;
import org.apache.jena.sparql.expr.aggregate.AggMedianDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMode;
import org.apache.jena.sparql.expr.aggregate.AggModeDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/**
 * An aggregate that counts what it keeps: a row for each group, one for each value that a DISTINCT tells apart, and the
 * characters of a GROUP_CONCAT.
 */
final class HeldAggregator implements Aggregator {
    private final Aggregator counted;
    private final Budget budget;

    HeldAggregator(Aggregator counted, Budget budget) {
        this.counted = counted;
        this.budget = budget;
    }

    /** Whether memory grows with every row that goes in, whatever is in the row. */
    static boolean keepsEveryRow(Aggregator aggregator) {
        return aggregator instanceof AggCountDistinct
                || aggregator instanceof AggMedian
                || aggregator instanceof AggMedianDistinct
                || aggregator instanceof AggMode
                || aggregator instanceof AggModeDistinct
                || aggregator instanceof AggFoldList
                || aggregator instanceof AggFoldMap
                || aggregator instanceof AggCustom;
    }

    @Override
    public Accumulator createAccumulator() {
        budget.keep();
        ExprList expressions = counted.getExprList();
        if (expressions == null || expressions.size() != 1 || keepsEveryRow(counted)) {
            return counted.createAccumulator();
        }
        if (counted instanceof AggGroupConcat concat) {
            return withExpression(new Joined(expressions.get(0), budget, separatorLength(concat.getSeparator())));
        }
        if (counted instanceof AggGroupConcatDistinct concat) {
            return withExpression(new Joined(expressions.get(0), budget, separatorLength(concat.getSeparator())));
        }
        return counted.getClass().getSimpleName().endsWith("Distinct")
                ? withExpression(new ToldApart(expressions.get(0), budget))
                : counted.createAccumulator();
    }

    private Accumulator withExpression(Expr expression) {
        return counted.copy(new ExprList(expression)).createAccumulator();
    }

    private static int separatorLength(String separator) {
        return separator == null ? 1 : separator.length();
    }

    @Override
    public Node getValueEmpty() {
        return counted.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return counted.toPrefixString();
    }

    @Override
    public String key() {
        return counted.key();
    }

    @Override
    public String getName() {
        return counted.getName();
    }

    @Override
    public ExprList getExprList() {
        return counted.getExprList();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new HeldAggregator(counted.copy(expressions), budget);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new HeldAggregator(counted.copyTransform(transform), budget);
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof HeldAggregator held && counted.equals(held.counted, bySyntax);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeldAggregator held && counted.equals(held.counted);
    }

    @Override
    public int hashCode() {
        return counted.hashCode();
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return counted.asSparqlExpr(context);
    }

    /** Lets a value through and counts it the first time. One object serves one group. */
    private static final class ToldApart extends ExprFunction1 {
        private final Budget budget;
        private final Set<NodeValue> seen = new HashSet<>();

        ToldApart(Expr value, Budget budget) {
            super(value, "told-apart");
            this.budget = budget;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            if (seen.add(value)) {
                budget.keep();
            }
            return value;
        }

        @Override
        public Expr copy(Expr value) {
            return new ToldApart(value, budget);
        }
    }

    /** Lets a value through and counts the characters that it adds to a joined string. One object serves one group. */
    private static final class Joined extends ExprFunction1 {
        private final Budget budget;
        private final int separator;
        private long characters;

        Joined(Expr value, Budget budget, int separator) {
            super(value, "joined");
            this.budget = budget;
            this.separator = separator;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            long added = value.asString().length() + (long) separator;
            characters += added;
            budget.stringOf(characters);
            budget.keepCharacters(added);
            return value;
        }

        @Override
        public Expr copy(Expr value) {
            return new Joined(value, budget, separator);
        }
    }
}
