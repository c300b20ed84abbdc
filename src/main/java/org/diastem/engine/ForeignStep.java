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
    /** Whether all rows are handed over at once; else some at a time, after which there may be more. */
    private final boolean takesAll;

    private final Rows in;
    private InputStep results;

    ForeignStep(
            Step below,
            Feed feed,
            boolean takesAll,
            Function<Step, QueryIterator> run,
            Function<QueryIterator, InputStep> reader) {
        this.below = below;
        this.feed = feed;
        this.run = run;
        this.reader = reader;
        this.takesAll = takesAll;
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
            if (takesAll) {
                out.size = 0;
                return false;
            }
            results.close();
            results = null;
        }
    }

    private boolean begin(int wanted) {
        if (takesAll) {
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
