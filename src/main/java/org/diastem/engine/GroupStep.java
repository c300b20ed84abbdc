// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;

/** Puts rows together that have the same key, and works out the aggregates of each group. */
final class GroupStep extends Step {
    /**
     * A part of the key.
     *
     * @param expression that gives it; null if the rows bring it
     */
    record Key(int slot, IdExpression expression) {}

    /**
     * An aggregate.
     *
     * @param empty what it is for no rows at all; null if unbound
     */
    record Aggregate(int slot, Supplier<Tally> begin, Node empty) {}

    private final Step below;
    private final List<Key> keys;
    private final List<Aggregate> aggregates;
    private final Session session;
    private final HashTable groups;
    private final List<Tally[]> tallies = new ArrayList<>();
    private boolean isGrouped;
    private boolean isEmpty = true;
    private int at;

    GroupStep(Step below, List<Key> keys, List<Aggregate> aggregates, Session session) {
        this.below = below;
        this.keys = keys;
        this.aggregates = aggregates;
        this.session = session;
        this.groups = new HashTable(keys.size());
    }

    @Override
    boolean next(Rows out) {
        if (!isGrouped) {
            group();
            isGrouped = true;
        }
        int count = 0;
        // Without a key there is one group, even of nothing.
        int last = isEmpty && keys.isEmpty() ? 1 : groups.size();
        while (count < out.wanted() && at < last) {
            for (int i = 0; i < keys.size(); i++) {
                out.column(keys.get(i).slot)[count] = groups.key(at, i);
            }
            for (int i = 0; i < aggregates.size(); i++) {
                Aggregate aggregate = aggregates.get(i);
                Node value = isEmpty ? aggregate.empty : tallies.get(at)[i].value();
                out.column(aggregate.slot)[count] = value == null ? 0 : session.id(value);
            }
            at++;
            count++;
        }
        out.size = count;
        return count > 0;
    }

    private void group() {
        Rows rows = new Rows();
        rows.want(Rows.MOST);
        int[] key = new int[keys.size()];
        while (below.next(rows)) {
            session.watch().check();
            isEmpty = false;
            for (int row = 0; row < rows.size; row++) {
                for (int i = 0; i < key.length; i++) {
                    Key part = keys.get(i);
                    key[i] = part.expression == null ? rows.column(part.slot)[row] : part.expression.id(rows, row);
                }
                int group = groups.add(key);
                if (group == tallies.size()) {
                    session.watch().keep();
                    Tally[] begun = new Tally[aggregates.size()];
                    for (int i = 0; i < begun.length; i++) {
                        begun[i] = aggregates.get(i).begin.get();
                    }
                    tallies.add(begun);
                }
                for (Tally tally : tallies.get(group)) {
                    tally.add(rows, row);
                }
            }
        }
    }

    @Override
    void close() {
        below.close();
    }
}
