// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** The beginning of a part of a plan that is run for some rows after the others. */
final class Feed extends Step {
    private final int[] slots;
    private Rows rows;
    private int at;

    /** @param slots that the rows bind */
    Feed(int[] slots) {
        this.slots = slots;
    }

    /** The rows to give next. */
    void offer(Rows next) {
        rows = next;
        at = 0;
    }

    @Override
    boolean next(Rows out) {
        if (rows == null || at >= rows.size) {
            return false;
        }
        int count = Math.min(out.wanted(), rows.size - at);
        for (int slot : slots) {
            System.arraycopy(rows.column(slot), at, out.column(slot), 0, count);
        }
        at += count;
        out.size = count;
        return true;
    }
}
