// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;

/**
 * Some rows of ids, column by column: each variable of a plan has a slot, whose column holds its ids, 0 where it is
 * unbound. What is in the column of a variable that no step before has bound means nothing.
 */
final class Rows {
    /** The most rows that are passed on at once. */
    static final int MOST = 1_024;

    private static final int FEW = 16;

    private int[][] columns = new int[8][];
    private int capacity;
    private int wanted;
    int size;

    Rows() {
        want(FEW);
    }

    /** Asks for about so many rows; what was in the columns is lost if they have no room for them. */
    void want(int rows) {
        wanted = Math.min(MOST, Math.max(1, rows));
        if (wanted > capacity) {
            capacity = wanted;
            Arrays.fill(columns, null);
        }
    }

    /** Makes room for so many rows; what was in the columns is lost if they have too little. */
    void ensure(int rows) {
        int before = wanted;
        want(rows);
        wanted = before;
    }

    /** How many rows are wanted: few at first, as often only the first rows are wanted at all. */
    int wanted() {
        return wanted;
    }

    /** The column of a slot, to be read or filled; it has room for what is wanted. */
    int[] column(int slot) {
        if (slot >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(slot + 1, 2 * columns.length));
        }
        int[] column = columns[slot];
        if (column == null) {
            column = new int[capacity];
            columns[slot] = column;
        }
        return column;
    }

    /** The id in a row of a slot that is bound. */
    int id(int slot, int row) {
        return columns[slot][row];
    }

    /** Copies rows of others, by their numbers, for some slots; those in {@code [begin, end)} of the list of numbers. */
    void gather(Rows from, int[] rows, int begin, int end, int[] slots) {
        if (begin == end) {
            return;
        }
        for (int slot : slots) {
            int[] source = from.column(slot);
            int[] target = column(slot);
            for (int i = begin; i < end; i++) {
                target[i] = source[rows[i]];
            }
        }
    }

    /** Leaves only some of the rows, whose numbers rise. */
    void keep(int[] rows, int count, int[] slots) {
        if (count < size) {
            for (int slot : slots) {
                int[] column = column(slot);
                for (int i = 0; i < count; i++) {
                    column[i] = column[rows[i]];
                }
            }
        }
        size = count;
    }
}
