// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * Sorts rows as SPARQL orders them, and gives the first of them. Rows that are the same by the conditions come in the order
 * of all their variables, by name, so that the order does not depend on how the rows were found.
 */
final class SortStep extends Step {
    private static final int BETWEEN_CHECKS = 1_024;
    /** Rows that are kept at least before what is behind the limit is left out. */
    private static final int ROOM = 4_096;

    /**
     * A condition.
     *
     * @param slot of the value
     * @param expression that gives the value; null if the rows bring it
     */
    record Condition(int slot, IdExpression expression, boolean isDescending) {}

    private final Step below;
    private final List<Condition> conditions;
    /** Columns of the conditions, and of the variables by their names. */
    private final int[] conditionColumns;

    private final int[] tieColumns;
    private final long limit;
    private final Session session;
    private Table table;
    private int[] order = new int[0];
    private boolean isSorted;
    private int at;
    private int compared;

    /**
     * @param kept slots of the rows and of the conditions
     * @param byName slots of the variables that are seen, in the order of their names
     * @param limit -1 for all rows
     */
    SortStep(
            Step below,
            int[] kept,
            List<Condition> conditions,
            int[] byName,
            long limit,
            Session session) {
        this.below = below;
        this.conditions = conditions;
        this.limit = limit;
        this.session = session;
        this.table = new Table(kept);
        this.conditionColumns = conditions.stream().mapToInt(each -> table.column(each.slot)).toArray();
        this.tieColumns = Arrays.stream(byName).map(table::column).toArray();
    }

    @Override
    boolean next(Rows out) {
        if (!isSorted) {
            sort();
        }
        int count = 0;
        while (count < out.wanted() && at < order.length) {
            table.copy(order[at++], out, count++);
        }
        out.size = count;
        return count > 0;
    }

    private void sort() {
        Rows rows = new Rows();
        rows.want(Rows.MOST);
        int room = limit < 0 || limit > Integer.MAX_VALUE / 4 ? Integer.MAX_VALUE : Math.max(ROOM, 2 * (int) limit);
        while (below.next(rows)) {
            session.watch().check();
            for (int row = 0; row < rows.size; row++) {
                for (Condition condition : conditions) {
                    if (condition.expression != null) {
                        rows.column(condition.slot)[row] = condition.expression.id(rows, row);
                    }
                }
                if (limit < 0 || table.size < limit) {
                    session.watch().keep();
                }
                table.add(rows, row);
                if (table.size >= room) {
                    keepFirst();
                }
            }
        }
        order = sorted();
        isSorted = true;
    }

    private int[] sorted() {
        Integer[] numbers = new Integer[table.size];
        Arrays.setAll(numbers, i -> i);
        Arrays.sort(numbers, comparator());
        int count = limit < 0 ? numbers.length : (int) Math.min(limit, numbers.length);
        int[] first = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = numbers[i];
        }
        return first;
    }

    private void keepFirst() {
        int[] first = sorted();
        Table kept = new Table(table.slots);
        for (int i = 0; i < table.columns.length; i++) {
            kept.columns[i] = new int[table.columns[i].length];
            for (int j = 0; j < first.length; j++) {
                kept.columns[i][j] = table.columns[i][first[j]];
            }
        }
        kept.size = first.length;
        table = kept;
    }

    private Comparator<Integer> comparator() {
        return (one, other) -> {
            if (++compared % BETWEEN_CHECKS == 0) {
                session.watch().check();
            }
            for (int i = 0; i < conditionColumns.length; i++) {
                int[] column = table.columns[conditionColumns[i]];
                int order = compare(column[one], column[other]);
                if (order != 0) {
                    return conditions.get(i).isDescending ? -order : order;
                }
            }
            for (int tie : tieColumns) {
                int[] column = table.columns[tie];
                if (column[one] != column[other]) {
                    int order = NodeCmp.compareRDFTerms(node(column[one]), node(column[other]));
                    if (order != 0) {
                        return order;
                    }
                }
            }
            return 0;
        };
    }

    private Node node(int id) {
        return id == 0 ? null : session.node(id);
    }

    /** What is unbound comes first, as in SPARQL 1.1, section 15.1. */
    private int compare(int one, int other) {
        if (one == other) {
            return 0;
        }
        if (one == 0 || other == 0) {
            return one == 0 ? -1 : 1;
        }
        if (one > 0 && other > 0 && session.terms().areInOrderOfText(one, other)) {
            return Integer.compare(one, other);
        }
        return NodeValue.compareAlways(session.value(one), session.value(other));
    }

    @Override
    void close() {
        below.close();
    }
}
