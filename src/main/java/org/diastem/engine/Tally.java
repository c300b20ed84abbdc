// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnv;
import org.diastem.index.Terms;

/** One aggregate of one group, as it adds up. */
abstract class Tally {
    abstract void add(Rows rows, int row);

    /** The aggregate; null if it is an error. */
    abstract Node value();

    /** COUNT(*). */
    static final class All extends Tally {
        private long count;

        @Override
        void add(Rows rows, int row) {
            count++;
        }

        @Override
        Node value() {
            return NodeValue.makeInteger(count).asNode();
        }
    }

    /** COUNT(?x). */
    static final class Bound extends Tally {
        private final int slot;
        private long count;

        Bound(int slot) {
            this.slot = slot;
        }

        @Override
        void add(Rows rows, int row) {
            count += rows.column(slot)[row] == 0 ? 0 : 1;
        }

        @Override
        Node value() {
            return NodeValue.makeInteger(count).asNode();
        }
    }

    /** COUNT(DISTINCT ?x). */
    static final class Distinct extends Tally {
        private final int slot;
        private final Watch watch;
        private final HashTable seen = new HashTable(1);

        Distinct(int slot, Watch watch) {
            this.slot = slot;
            this.watch = watch;
        }

        @Override
        void add(Rows rows, int row) {
            int id = rows.id(slot, row);
            if (id != 0 && seen.addOne(id)) {
                watch.keep();
            }
        }

        @Override
        Node value() {
            return NodeValue.makeInteger(seen.size()).asNode();
        }
    }

    /**
     * SUM(?x) and AVG(?x) of literals of type xsd:integer, of at most eighteen digits each and in all; from the first other
     * value on as ARQ adds up, from the sum so far.
     */
    static final class Sum extends Tally {
        private static final int MOST_DIGITS = 18;
        private static final long MOST = 1_000_000_000_000_000_000L;

        private final int slot;
        private final Session session;
        private final Terms.Span integers;
        private final boolean isAverage;
        private long sum;
        private int count;
        /** The only value so far; 0 if there are none or several. */
        private int only;

        /** What is added beyond whole numbers that fit; null if nothing yet. */
        private NodeValue beyond;

        private boolean isError;

        Sum(int slot, boolean isAverage, Session session) {
            this.slot = slot;
            this.isAverage = isAverage;
            this.session = session;
            this.integers = session.integers();
        }

        @Override
        void add(Rows rows, int row) {
            int id = rows.id(slot, row);
            if (isError || id == 0) {
                // One value that is an error makes all of it an error.
                isError = true;
                return;
            }
            count++;
            if (beyond == null && integers.has(id)) {
                long number = number(session.terms().utf8(id));
                if (number != Long.MIN_VALUE && Math.abs(sum + number) < MOST) {
                    sum += number;
                    only = count == 1 ? id : 0;
                    return;
                }
            }
            session.watch().check();
            try {
                NodeValue value = session.value(id);
                if (!value.isNumber()) {
                    isError = true;
                } else {
                    beyond = count == 1 ? value : XSDFuncOp.numAdd(value, total());
                }
            } catch (ExprEvalException e) {
                isError = true;
            }
        }

        private NodeValue total() {
            if (beyond != null) {
                return beyond;
            }
            // One value alone is its own sum, in its own spelling.
            return only == 0 ? NodeValue.makeInteger(sum) : session.value(only);
        }

        /** The whole number that digits stand for; the smallest of all if they are none, or too many. */
        private static long number(byte[] digits) {
            int from = digits.length > 0 && (digits[0] == '-' || digits[0] == '+') ? 1 : 0;
            if (digits.length == from || digits.length - from > MOST_DIGITS) {
                return Long.MIN_VALUE;
            }
            long number = 0;
            for (int i = from; i < digits.length; i++) {
                int digit = digits[i] - '0';
                if (digit < 0 || digit > 9) {
                    return Long.MIN_VALUE;
                }
                number = 10 * number + digit;
            }
            return digits[0] == '-' ? -number : number;
        }

        @Override
        Node value() {
            if (isError) {
                return null;
            }
            NodeValue total = total();
            return (isAverage ? XSDFuncOp.numDivide(total, NodeValue.makeInteger(count)) : total).asNode();
        }
    }

    /** Any other, as ARQ works it out. */
    static final class General extends Tally {
        private final Accumulator accumulator;
        private final Watch watch;
        private final RowView view;
        private final FunctionEnv environment;

        General(Accumulator accumulator, RowView view, FunctionEnv environment, Watch watch) {
            this.watch = watch;
            this.accumulator = accumulator;
            this.view = view;
            this.environment = environment;
        }

        @Override
        void add(Rows rows, int row) {
            watch.check();
            accumulator.accumulate(view.binding(rows, row, null), environment);
        }

        @Override
        Node value() {
            NodeValue value = accumulator.getValue();
            return value == null ? null : value.asNode();
        }
    }
}
