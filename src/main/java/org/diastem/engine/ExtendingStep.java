// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** Takes rows one after the other and extends each by what it finds for it: nothing, or something, or a lot. */
abstract class ExtendingStep extends Step {
    private final Step below;
    /** Slots of the rows below that are passed on as they are. */
    private final int[] passed;

    private final Watch watch;
    private final int[] origin = new int[Rows.MOST];
    private final Rows in = new Rows();
    private int row = -1;
    private boolean isOpen;

    ExtendingStep(Step below, int[] passed, Watch watch) {
        this.below = below;
        this.passed = passed;
        this.watch = watch;
    }

    /** Begins with what there is for the row here; false if there can be nothing. */
    abstract boolean open();

    /** Makes ready to fill rows. */
    abstract void fill(Rows out);

    /** Puts what is found next for the row here into a row of those to be filled; false if there is nothing more. */
    abstract boolean advance(int to);

    /** The id of a part in the row here, or 0 where it is open. */
    final int value(ScanStep.Part part) {
        if (!part.isVariable()) {
            return part.id();
        }
        return part.isBound() ? in.id(part.slot(), row) : 0;
    }

    final Watch watch() {
        return watch;
    }

    @Override
    final boolean next(Rows out) {
        int count = 0;
        int gathered = 0;
        fill(out);
        while (count < out.wanted()) {
            if (isOpen) {
                if (advance(count)) {
                    origin[count++] = row;
                } else {
                    isOpen = false;
                }
                continue;
            }
            if (row + 1 >= in.size) {
                // What was found refers to rows that go now.
                out.gather(in, origin, gathered, count, passed);
                gathered = count;
                if (!fetch(out.wanted())) {
                    break;
                }
            }
            row++;
            isOpen = open();
        }
        out.gather(in, origin, gathered, count, passed);
        out.size = count;
        return count > 0;
    }

    private boolean fetch(int wanted) {
        // Whoever wants few rows may need many of those below to find them.
        in.want(Math.max(wanted, 2 * in.size));
        row = -1;
        if (!below.next(in)) {
            in.size = 0;
            return false;
        }
        watch.check();
        return true;
    }

    @Override
    void close() {
        below.close();
    }
}
