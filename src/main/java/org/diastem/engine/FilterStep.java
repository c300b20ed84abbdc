// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** Passes on the rows of which something holds. */
final class FilterStep extends Step {
    private final Step below;
    private final int[] slots;
    private final RowTest test;
    private final Watch watch;
    private final int[] kept = new int[Rows.MOST];

    /** @param slots that the rows bind */
    FilterStep(Step below, int[] slots, RowTest test, Watch watch) {
        this.below = below;
        this.slots = slots;
        this.test = test;
        this.watch = watch;
    }

    @Override
    boolean next(Rows out) {
        int wanted = out.wanted();
        try {
            while (below.next(out)) {
                watch.check();
                int count = 0;
                for (int row = 0; row < out.size; row++) {
                    if (test.holds(out, row)) {
                        kept[count++] = row;
                    }
                }
                out.keep(kept, count, slots);
                if (count > 0) {
                    return true;
                }
                // Whoever wants few rows may need many of those below to find them.
                out.want(Math.min(Rows.MOST, 2 * out.wanted()));
            }
            out.size = 0;
            return false;
        } finally {
            out.want(wanted);
        }
    }

    @Override
    void close() {
        below.close();
    }
}
