// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** Passes on each row once: of rows that are the same, the first. */
final class DistinctStep extends Step {
    private final Step below;
    private final int[] slots;
    private final Watch watch;
    private final HashTable seen;
    private final int[] list;
    private final int[] kept = new int[Rows.MOST];

    /** @param slots that the rows bind and that tell them apart */
    DistinctStep(Step below, int[] slots, Watch watch) {
        this.below = below;
        this.slots = slots;
        this.watch = watch;
        this.seen = new HashTable(slots.length);
        this.list = new int[slots.length];
    }

    @Override
    boolean next(Rows out) {
        while (below.next(out)) {
            watch.check();
            int count = 0;
            for (int row = 0; row < out.size; row++) {
                for (int i = 0; i < slots.length; i++) {
                    list[i] = out.column(slots[i])[row];
                }
                int before = seen.size();
                if (seen.add(list) == before) {
                    watch.keep();
                    kept[count++] = row;
                }
            }
            out.keep(kept, count, slots);
            if (count > 0) {
                return true;
            }
        }
        out.size = 0;
        return false;
    }

    @Override
    void close() {
        below.close();
    }
}
