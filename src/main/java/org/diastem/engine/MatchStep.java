// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;

/**
 * Runs a part of a plan for the rows, and tells those that it gave something for from the others. An OPTIONAL passes on
 * what it gave, and the others as they were; EXISTS passes on the ones, NOT EXISTS the others.
 */
final class MatchStep extends Step {
    /** What is passed on. */
    enum Kind {
        OPTIONAL,
        EXISTS,
        NOT_EXISTS
    }

    private final Kind kind;
    private final Step below;
    private final Feed feed;
    private final Step part;
    /** The hidden slot that tells which row something was given for. */
    private final int number;

    private final int[] passed;
    /** Slots that the part may bind and the rows before did not. */
    private final int[] added;

    private final Watch watch;
    private final Rows in;
    private final Rows found;
    private final boolean[] matched = new boolean[Rows.MOST];
    private final int[] kept = new int[Rows.MOST];
    private boolean isFed;

    MatchStep(
            Kind kind, Step below, Feed feed, Step part, int number, int[] passed, int[] added, Watch watch) {
        this.kind = kind;
        this.below = below;
        this.feed = feed;
        this.part = part;
        this.number = number;
        this.passed = passed;
        this.added = added;
        this.watch = watch;
        this.in = new Rows();
        this.found = new Rows();
    }

    @Override
    boolean next(Rows out) {
        while (true) {
            if (!isFed) {
                in.want(kind == Kind.OPTIONAL ? out.wanted() : Math.min(Rows.MOST, 2 * out.wanted()));
                if (!below.next(in)) {
                    out.size = 0;
                    return false;
                }
                watch.check();
                for (int row = 0; row < in.size; row++) {
                    in.column(number)[row] = row + 1;
                }
                Arrays.fill(matched, 0, in.size, false);
                feed.offer(in);
                isFed = true;
            }
            if (kind == Kind.OPTIONAL) {
                if (part.next(out)) {
                    mark(out);
                    return true;
                }
            } else {
                while (part.next(found)) {
                    watch.check();
                    mark(found);
                }
            }
            isFed = false;
            int count = 0;
            for (int row = 0; row < in.size; row++) {
                if (matched[row] == (kind == Kind.EXISTS)) {
                    kept[count++] = row;
                }
            }
            if (count > 0) {
                out.ensure(count);
                out.gather(in, kept, 0, count, passed);
                if (kind == Kind.OPTIONAL) {
                    for (int slot : added) {
                        Arrays.fill(out.column(slot), 0, count, 0);
                    }
                }
                out.size = count;
                return true;
            }
        }
    }

    private void mark(Rows rows) {
        int[] numbers = rows.column(number);
        for (int i = 0; i < rows.size; i++) {
            matched[numbers[i] - 1] = true;
        }
    }

    @Override
    void close() {
        below.close();
        part.close();
    }
}
