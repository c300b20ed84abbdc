// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** Binds a variable to the value of an expression; where that is an error, the variable stays as it is. */
final class ExtendStep extends Step {
    private final Step below;
    private final int[] passed;
    private final int slot;
    /** Whether a step before may have bound the variable: then only rows with the same value are passed on. */
    private final boolean mayBeBound;

    private final IdExpression expression;
    private final Session session;
    private final int[] kept = new int[Rows.MOST];

    /** @param passed slots that the rows below bind */
    ExtendStep(Step below, int[] passed, int slot, boolean mayBeBound, IdExpression expression, Session session) {
        this.below = below;
        this.passed = passed;
        this.slot = slot;
        this.mayBeBound = mayBeBound;
        this.expression = expression;
        this.session = session;
    }

    @Override
    boolean next(Rows out) {
        while (below.next(out)) {
            session.watch().check();
            int[] column = out.column(slot);
            if (!mayBeBound) {
                for (int row = 0; row < out.size; row++) {
                    column[row] = expression.id(out, row);
                }
                return true;
            }
            int count = 0;
            for (int row = 0; row < out.size; row++) {
                int id = expression.id(out, row);
                if (column[row] == 0) {
                    column[row] = id;
                } else if (id != 0 && id != column[row] && !session.node(id).sameValueAs(session.node(column[row]))) {
                    continue;
                }
                kept[count++] = row;
            }
            out.keep(kept, count, passed);
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
