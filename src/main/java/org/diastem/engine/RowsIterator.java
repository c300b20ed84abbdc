// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.apache.jena.atlas.iterator.IteratorCloseable;
import org.apache.jena.sparql.engine.binding.Binding;

/** The rows of a step, one by one, as ARQ sees them. Asks for few rows at first. */
final class RowsIterator implements IteratorCloseable<Binding> {
    private static final int FIRST = 16;

    private final Step step;
    private final RowView view;
    private final int origin;
    private final IntFunction<Binding> origins;
    private final Rows rows;
    private int at;
    private int next = FIRST;
    private boolean isOver;

    /**
     * @param origin the hidden slot with the number of what a row binds beyond its slots, or -1
     * @param origins what has such a number
     */
    RowsIterator(Step step, RowView view, int origin, IntFunction<Binding> origins) {
        this.step = step;
        this.view = view;
        this.origin = origin;
        this.origins = origins;
        this.rows = new Rows();
    }

    @Override
    public boolean hasNext() {
        if (at < rows.size) {
            return true;
        }
        if (isOver) {
            return false;
        }
        at = 0;
        rows.want(next);
        next = Math.min(Rows.MOST, 4 * next);
        isOver = !step.next(rows);
        if (isOver) {
            rows.size = 0;
            step.close();
        }
        return !isOver;
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int row = at++;
        return view.binding(rows, row, origin < 0 ? null : origins.apply(rows.column(origin)[row]));
    }

    @Override
    public void close() {
        isOver = true;
        rows.size = 0;
        step.close();
    }
}
