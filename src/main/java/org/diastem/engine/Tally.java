// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.function.FunctionEnv;

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
        private final int[] list = new int[1];

        Distinct(int slot, Watch watch) {
            this.slot = slot;
            this.watch = watch;
        }

        @Override
        void add(Rows rows, int row) {
            list[0] = rows.column(slot)[row];
            int before = seen.size();
            if (list[0] != 0 && seen.add(list) == before) {
                watch.keep();
            }
        }

        @Override
        Node value() {
            return NodeValue.makeInteger(seen.size()).asNode();
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
