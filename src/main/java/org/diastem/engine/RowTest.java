// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** Whether something holds of a row. An error counts as false, as in a FILTER. */
interface RowTest {
    boolean holds(Rows rows, int row);
}
