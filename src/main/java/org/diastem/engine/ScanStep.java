// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.diastem.index.GraphView;
import org.diastem.index.Scan;

/** Extends each row by the triples of a graph that fit a pattern. */
final class ScanStep extends Step {
    /** Triples that are looked at between two looks at the budget. */
    private static final int BETWEEN_CHECKS = 4_096;

    private static final int ANY_PREDICATE = -1;
    private static final int NO_PREDICATE = -2;

    /**
     * A place of a pattern.
     *
     * @param id of the term, -1 for one that the index does not have, or 0 for a variable
     * @param slot of the variable
     * @param isBound whether a step before may have bound it
     */
    record Part(int id, int slot, boolean isBound) {
        boolean isVariable() {
            return id == 0;
        }
    }

    private final Step below;
    private final GraphView view;
    private final Watch watch;
    private final Part subject;
    private final Part predicate;
    private final Part object;
    /** Those of the rows below that are passed on. */
    private final int[] passed;

    private final Rows in;
    private final boolean subjectIsObject;
    private final boolean subjectIsPredicate;
    private final boolean objectIsPredicate;
    private final int[] origin = new int[Rows.MOST];
    private final Scan scan = new Scan();
    private int row;
    private boolean isOpen;

    /** @param passed slots that the rows below bind, but for those of the pattern */
    ScanStep(Step below, int[] passed, GraphView view, Part subject, Part predicate, Part object, Watch watch) {
        this.below = below;
        this.view = view;
        this.watch = watch;
        this.subject = subject;
        this.predicate = predicate;
        this.object = object;
        this.passed = passed;
        this.in = new Rows();
        this.row = -1;
        this.subjectIsObject = isSame(subject, object);
        this.subjectIsPredicate = isSame(subject, predicate);
        this.objectIsPredicate = isSame(object, predicate);
    }

    private static boolean isSame(Part one, Part other) {
        return one.isVariable() && other.isVariable() && one.slot == other.slot;
    }

    @Override
    boolean next(Rows out) {
        int count = 0;
        int gathered = 0;
        int looked = 0;
        int[] subjects = subject.isVariable() ? out.column(subject.slot) : null;
        int[] predicates = predicate.isVariable() ? out.column(predicate.slot) : null;
        int[] objects = object.isVariable() ? out.column(object.slot) : null;
        while (count < out.wanted()) {
            if (!isOpen) {
                if (row + 1 >= in.size) {
                    // What was found refers to rows that go now.
                    out.gather(in, origin, gathered, count, passed);
                    gathered = count;
                    if (!fetch(out.wanted())) {
                        break;
                    }
                }
                open();
                continue;
            }
            if (!scan.next()) {
                isOpen = false;
                continue;
            }
            if (++looked % BETWEEN_CHECKS == 0) {
                watch.check();
            }
            if (!fits()) {
                continue;
            }
            origin[count] = row;
            if (subjects != null) {
                subjects[count] = scan.subject();
            }
            if (predicates != null) {
                predicates[count] = view.predicateId(scan.predicate());
            }
            if (objects != null) {
                objects[count] = scan.object();
            }
            count++;
        }
        out.gather(in, origin, gathered, count, passed);
        out.size = count;
        return count > 0;
    }

    private boolean fetch(int wanted) {
        // Whoever wants few rows may need many of those below to find them.
        in.want(Math.min(Rows.MOST, Math.max(wanted, 2 * in.size)));
        row = -1;
        if (!below.next(in)) {
            in.size = 0;
            return false;
        }
        watch.check();
        return true;
    }

    /** Goes to the next row, and begins with its triples if there can be some. */
    private void open() {
        row++;
        int s = value(subject);
        int o = value(object);
        int p = number(value(predicate));
        if (s >= 0 && o >= 0 && p >= ANY_PREDICATE) {
            scan.open(view, s, p, o);
            isOpen = true;
        }
    }

    /** Whether a variable that is in the pattern twice has the same term in both places. */
    private boolean fits() {
        if (subjectIsObject && scan.subject() != scan.object()) {
            return false;
        }
        return !(subjectIsPredicate && view.predicateId(scan.predicate()) != scan.subject()
                || objectIsPredicate && view.predicateId(scan.predicate()) != scan.object());
    }

    private int value(Part part) {
        if (!part.isVariable()) {
            return part.id;
        }
        return part.isBound ? in.column(part.slot)[row] : 0;
    }

    private int number(int id) {
        if (id == 0) {
            return ANY_PREDICATE;
        }
        int number = id < 0 ? -1 : view.predicateNumber(id);
        return number < 0 ? NO_PREDICATE : number;
    }

    @Override
    void close() {
        below.close();
    }
}
