// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;

/** Rows that come from ARQ's own operators. What they bind beyond the variables of the plan is kept beside. */
final class InputStep extends Step {
    private final QueryIterator input;
    private final Session session;
    private final int[] slots;
    private final Var[] variables;
    /** The hidden slot that tells which binding a row comes from, or -1 if nothing is kept beside. */
    private final int origin;

    private final List<Binding> origins = new ArrayList<>();

    /**
     * @param slots that the input may bind
     * @param origin a hidden slot; -1 if the input binds no other variables, or they are not needed
     */
    InputStep(QueryIterator input, Session session, Slots all, int[] slots, int origin) {
        this.input = input;
        this.session = session;
        this.slots = slots;
        this.variables = new Var[slots.length];
        for (int i = 0; i < slots.length; i++) {
            variables[i] = all.variable(slots[i]);
        }
        this.origin = origin;
        // So that no row has number 0.
        origins.add(null);
    }

    /** The binding with a number. */
    Binding origin(int number) {
        return origins.get(number);
    }

    @Override
    boolean next(Rows out) {
        int count = 0;
        while (count < out.wanted() && input.hasNext()) {
            Binding binding = input.next();
            for (int i = 0; i < slots.length; i++) {
                out.column(slots[i])[count] = id(binding, variables[i]);
            }
            if (origin >= 0) {
                out.column(origin)[count] = hasMore(binding) ? keep(binding) : 0;
            }
            count++;
        }
        out.size = count;
        return count > 0;
    }

    private int id(Binding binding, Var variable) {
        if (binding instanceof IdBinding row && row.session() == session) {
            int id = row.id(variable);
            if (id != 0) {
                return id;
            }
        }
        Node node = binding.get(variable);
        if (node == null) {
            return 0;
        }
        return Slots.isHidden(variable) ? Integer.parseInt(node.getBlankNodeLabel()) : session.id(node);
    }

    private boolean hasMore(Binding binding) {
        Iterator<Var> bound = binding.vars();
        while (bound.hasNext()) {
            Var variable = bound.next();
            boolean known = false;
            for (Var own : variables) {
                known |= own.equals(variable);
            }
            if (!known) {
                return true;
            }
        }
        return false;
    }

    private int keep(Binding binding) {
        session.watch().keep();
        origins.add(binding);
        return origins.size() - 1;
    }

    @Override
    void close() {
        input.close();
    }
}
