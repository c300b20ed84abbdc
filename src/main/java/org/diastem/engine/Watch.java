// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** What looks after a running query; asked by its thread, at the latest after some thousand steps of any loop. */
public interface Watch {
    /** Looks after nothing. */
    Watch NONE = new Watch() {
        @Override
        public void check() {
            // Nobody stops it.
        }

        @Override
        public void keep() {
            // It may keep what it likes.
        }

        @Override
        public Accumulator begin(Aggregator aggregator) {
            return aggregator.createAccumulator();
        }
    };

    /** Throws what ends the query, if it is to end. */
    void check();

    /** A row more is kept; throws what ends the query, if these are too many. */
    void keep();

    /** Begins an aggregate of a group, which counts what it keeps. */
    Accumulator begin(Aggregator aggregator);
}
