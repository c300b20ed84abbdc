// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** Leaves out the first rows, and ends after so many. */
final class SliceStep extends Step {
    private final Step below;
    private final int[] slots;
    private final Watch watch;
    private long toSkip;
    private long left;

    /** @param length -1 for no end */
    SliceStep(Step below, int[] slots, long start, long length, Watch watch) {
        this.below = below;
        this.slots = slots;
        this.watch = watch;
        this.toSkip = Math.max(0, start);
        this.left = length < 0 ? Long.MAX_VALUE : length;
    }

    @Override
    boolean next(Rows out) {
        int wanted = out.wanted();
        try {
            while (left > 0) {
                out.want(toSkip > 0 ? Rows.MOST : (int) Math.min(wanted, left));
                if (!below.next(out)) {
                    break;
                }
                watch.check();
                int from = (int) Math.min(toSkip, out.size);
                toSkip -= from;
                int count = (int) Math.min(left, out.size - from);
                if (count > 0) {
                    left -= count;
                    for (int slot : slots) {
                        System.arraycopy(out.column(slot), from, out.column(slot), 0, count);
                    }
                    out.size = count;
                    return true;
                }
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
