// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** The rows of a table, once. */
final class TableStep extends Step {
    private final Table table;
    private int at;

    TableStep(Table table) {
        this.table = table;
    }

    @Override
    boolean next(Rows out) {
        int count = Math.min(out.wanted(), table.size - at);
        for (int i = 0; i < table.slots.length; i++) {
            System.arraycopy(table.columns[i], at, out.column(table.slots[i]), 0, count);
        }
        at += count;
        out.size = count;
        return count > 0;
    }
}
