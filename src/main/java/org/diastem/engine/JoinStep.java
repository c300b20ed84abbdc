// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;
import java.util.List;

/**
 * Joins rows with those of another part of the plan, which are kept. An optional join passes on the rows that have no
 * partner; a minus passes on only these.
 */
final class JoinStep extends Step {
    /** What becomes of a row with and without partners. */
    enum Kind {
        /** Rows with each of their partners. */
        INNER,
        /** Rows with each of their partners, or alone if they have none. */
        OPTIONAL,
        /** Rows without a partner that shares a variable with them. */
        MINUS
    }

    /**
     * What is known of the two sides.
     *
     * @param left slots that the rows may bind
     * @param right slots that the partners may bind
     * @param key slots that both always bind
     * @param shared slots that both may bind, but for those of the key
     */
    record Sides(int[] left, int[] right, int[] key, int[] shared) {}

    private final Kind kind;
    private final Step below;
    private final Step partners;
    private final Sides sides;
    private final List<RowTest> conditions;
    private final Watch watch;
    private final Rows in;
    private final int[] key;
    private Table table;
    private HashTable keys;
    /** By the number of a key, the last partner with it; each partner points to the one before it. */
    private int[] lasts = new int[0];

    private int[] before = new int[0];
    private int row = -1;
    private int partner = -1;
    private boolean isOpen;
    private boolean hasPartner;
    private int looked;

    JoinStep(
            Kind kind, Step below, Step partners, Sides sides, List<RowTest> conditions, Watch watch) {
        this.kind = kind;
        this.below = below;
        this.partners = partners;
        this.sides = sides;
        this.conditions = conditions;
        this.watch = watch;
        this.in = new Rows();
        this.key = new int[sides.key.length];
    }

    private void keepPartners() {
        table = Table.of(partners, sides.right, watch);
        keys = new HashTable(key.length);
        before = new int[table.size];
        lasts = new int[16];
        Arrays.fill(lasts, -1);
        int[] columns = Arrays.stream(sides.key).map(table::column).toArray();
        for (int i = 0; i < table.size; i++) {
            if (++looked % Rows.MOST == 0) {
                watch.check();
            }
            for (int j = 0; j < key.length; j++) {
                key[j] = table.columns[columns[j]][i];
            }
            int number = keys.add(key);
            if (number >= lasts.length) {
                int old = lasts.length;
                lasts = Arrays.copyOf(lasts, 2 * old);
                Arrays.fill(lasts, old, lasts.length, -1);
            }
            before[i] = lasts[number];
            lasts[number] = i;
        }
    }

    @Override
    boolean next(Rows out) {
        int count = 0;
        while (count < out.wanted()) {
            if (!isOpen && !open(out.wanted())) {
                break;
            }
            if (partner < 0) {
                isOpen = false;
                if (!hasPartner && kind != Kind.INNER) {
                    left(out, count);
                    if (kind == Kind.OPTIONAL) {
                        for (int slot : sides.right) {
                            clear(out, slot, count);
                        }
                    }
                    count++;
                }
                continue;
            }
            if (++looked % Rows.MOST == 0) {
                watch.check();
            }
            int candidate = partner;
            partner = before[candidate];
            if (!fits(candidate)) {
                continue;
            }
            if (kind == Kind.MINUS) {
                hasPartner = true;
                partner = -1;
                continue;
            }
            left(out, count);
            merge(candidate, out, count);
            if (holds(out, count)) {
                hasPartner = true;
                count++;
            }
        }
        out.size = count;
        return count > 0;
    }

    private boolean open(int wanted) {
        if (row + 1 >= in.size) {
            in.want(Math.min(Rows.MOST, Math.max(wanted, 2 * in.size)));
            row = -1;
            if (!below.next(in)) {
                in.size = 0;
                return false;
            }
            watch.check();
            if (table == null) {
                keepPartners();
            }
        }
        row++;
        for (int i = 0; i < key.length; i++) {
            key[i] = in.column(sides.key[i])[row];
        }
        int number = keys.find(key);
        partner = number < 0 ? -1 : lasts[number];
        hasPartner = false;
        isOpen = true;
        return true;
    }

    /** Whether the row and a partner agree where both are bound. */
    private boolean fits(int candidate) {
        boolean sharesOne = key.length > 0;
        for (int slot : sides.shared) {
            int mine = in.column(slot)[row];
            int other = table.columns[table.column(slot)][candidate];
            if (mine != 0 && other != 0) {
                if (mine != other) {
                    return false;
                }
                sharesOne = true;
            }
        }
        return kind != Kind.MINUS || sharesOne;
    }

    private void left(Rows out, int to) {
        for (int slot : sides.left) {
            out.column(slot)[to] = in.column(slot)[row];
        }
    }

    private void clear(Rows out, int slot, int to) {
        for (int own : sides.left) {
            if (own == slot) {
                return;
            }
        }
        out.column(slot)[to] = 0;
    }

    private void merge(int candidate, Rows out, int to) {
        for (int i = 0; i < sides.right.length; i++) {
            int slot = sides.right[i];
            int id = table.columns[i][candidate];
            if (id != 0) {
                out.column(slot)[to] = id;
            } else {
                clear(out, slot, to);
            }
        }
    }

    private boolean holds(Rows rows, int at) {
        for (RowTest condition : conditions) {
            if (!condition.holds(rows, at)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void close() {
        below.close();
        partners.close();
    }
}
