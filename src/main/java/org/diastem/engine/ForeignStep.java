// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.function.Function;
import org.apache.jena.sparql.engine.QueryIterator;

/** A part of the query that ARQ's general executor runs: rows are handed over, and what comes back are rows again. */
final class ForeignStep extends Step {
    private final Step below;
    private final Feed feed;
    /** Runs the part for the rows of a step. */
    private final Function<Step, QueryIterator> run;

    private final Function<QueryIterator, InputStep> reader;
    private final Handover handover;

    private final Rows in;
    private InputStep results;

    /** How rows are handed over. */
    enum Handover {
        /** All of them, once: what is done with one may depend on the others. */
        ALL,
        /** All that there are now, as they are asked for; later there may be more. */
        STREAM,
        /** Some at a time. */
        SOME
    }

    ForeignStep(
            Step below,
            Feed feed,
            Handover handover,
            Function<Step, QueryIterator> run,
            Function<QueryIterator, InputStep> reader) {
        this.below = below;
        this.feed = feed;
        this.run = run;
        this.reader = reader;
        this.handover = handover;
        this.in = new Rows();
    }

    @Override
    boolean next(Rows out) {
        while (true) {
            if (results == null && !begin(out.wanted())) {
                out.size = 0;
                return false;
            }
            if (results.next(out)) {
                return true;
            }
            if (handover == Handover.ALL) {
                out.size = 0;
                return false;
            }
            results.close();
            results = null;
            if (handover == Handover.STREAM) {
                out.size = 0;
                return false;
            }
        }
    }

    private boolean begin(int wanted) {
        if (handover != Handover.SOME) {
            results = reader.apply(run.apply(below));
            return true;
        }
        in.want(wanted);
        if (!below.next(in)) {
            return false;
        }
        feed.offer(in);
        results = reader.apply(run.apply(feed));
        return true;
    }

    @Override
    void close() {
        if (results != null) {
            results.close();
        }
        below.close();
    }
}
