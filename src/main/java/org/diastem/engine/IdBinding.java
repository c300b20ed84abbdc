// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/** A row of ids as ARQ sees it: a term is read from the dictionary when it is asked for. */
final class IdBinding extends BindingBase implements IdRow {
    private final Session session;
    private final Var[] variables;
    /** 0 where the variable is unbound. */
    private final int[] ids;

    IdBinding(Session session, Var[] variables, int[] ids, Binding parent) {
        super(parent);
        this.session = session;
        this.variables = variables;
        this.ids = ids;
    }

    Session session() {
        return session;
    }

    /** The id of a variable that this row itself binds, or 0. */
    int id(Var variable) {
        int place = place(variable);
        return place < 0 ? 0 : ids[place];
    }

    @Override
    public int number(Var column) {
        int id = id(column);
        // Ids of the query's own are no numbers of a dictionary that never changes; a parent may bind the column.
        return id > 0 ? id : id < 0 || contains(column) ? WITHOUT_NUMBER : UNBOUND;
    }

    @Override
    public TermSource terms() {
        return session.source();
    }

    private int place(Var variable) {
        for (int i = 0; i < variables.length; i++) {
            if (variables[i] == variable) {
                return i;
            }
        }
        for (int i = 0; i < variables.length; i++) {
            if (variables[i].equals(variable)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    protected Iterator<Var> vars1() {
        return new Iterator<>() {
            private int at = nextBound(0);

            private int nextBound(int from) {
                int place = from;
                while (place < ids.length && ids[place] == 0) {
                    place++;
                }
                return place;
            }

            @Override
            public boolean hasNext() {
                return at < ids.length;
            }

            @Override
            public Var next() {
                if (at >= ids.length) {
                    throw new NoSuchElementException();
                }
                Var found = variables[at];
                at = nextBound(at + 1);
                return found;
            }
        };
    }

    @Override
    protected int size1() {
        int bound = 0;
        for (int id : ids) {
            bound += id == 0 ? 0 : 1;
        }
        return bound;
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    @Override
    protected boolean contains1(Var variable) {
        return id(variable) != 0;
    }

    @Override
    protected Node get1(Var variable) {
        int id = id(variable);
        if (id == 0) {
            return null;
        }
        return Slots.isHidden(variable) ? NodeFactory.createBlankNode(Integer.toString(id)) : session.node(id);
    }

    @Override
    protected Binding detachWithNewParent(Binding newParent) {
        return new IdBinding(session, variables, ids, newParent);
    }
}
