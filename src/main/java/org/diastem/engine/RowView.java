// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Shows rows of ids as ARQ's bindings. */
final class RowView {
    private final Session session;
    private final int[] slots;
    private final Var[] variables;

    private RowView(Session session, Slots all, int[] slots) {
        this.session = session;
        this.slots = slots;
        this.variables = Arrays.stream(this.slots).mapToObj(all::variable).toArray(Var[]::new);
    }

    /** Shows variables, but for hidden ones. */
    static RowView of(Session session, Slots all, int[] slots) {
        return new RowView(
                session, all, Arrays.stream(slots).filter(slot -> !all.isHidden(slot)).toArray());
    }

    /** Shows hidden ones, too, so that they come back with what is made of the rows. */
    static RowView withHidden(Session session, Slots all, int[] slots) {
        return new RowView(session, all, slots);
    }

    Binding binding(Rows rows, int row, Binding parent) {
        int[] ids = new int[slots.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = rows.column(slots[i])[row];
        }
        return new IdBinding(session, variables, ids, parent);
    }
}
