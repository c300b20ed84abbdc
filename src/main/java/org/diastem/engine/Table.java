// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;

/** Rows that are kept, column by column. */
final class Table {
    final int[] slots;
    final int[][] columns;
    int size;

    Table(int[] slots) {
        this.slots = slots;
        this.columns = new int[slots.length][16];
    }

    /** The number of the column of a slot, or -1. */
    int column(int slot) {
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] == slot) {
                return i;
            }
        }
        return -1;
    }

    void add(Rows rows, int row) {
        ensure(size + 1);
        for (int i = 0; i < slots.length; i++) {
            columns[i][size] = rows.column(slots[i])[row];
        }
        size++;
    }

    private void ensure(int rows) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].length < rows) {
                columns[i] = Arrays.copyOf(columns[i], 2 * columns[i].length);
            }
        }
    }

    /** All rows of a step. */
    static Table of(Step step, int[] slots, Watch watch) {
        Table table = new Table(slots);
        Rows rows = new Rows();
        rows.want(Rows.MOST);
        while (step.next(rows)) {
            watch.check();
            for (int row = 0; row < rows.size; row++) {
                watch.keep();
                table.add(rows, row);
            }
        }
        return table;
    }

    /** Copies a row to a row of others. */
    void copy(int from, Rows to, int row) {
        for (int i = 0; i < slots.length; i++) {
            to.column(slots[i])[row] = columns[i][from];
        }
    }
}
