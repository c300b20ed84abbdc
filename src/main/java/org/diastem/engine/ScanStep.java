// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.diastem.index.GraphView;
import org.diastem.index.Scan;

/** Extends each row by the triples of a graph that fit a pattern. */
final class ScanStep extends ExtendingStep {
    /** Triples that are looked at between two looks at the budget. */
    private static final int BETWEEN_CHECKS = 4_096;

    private static final int ANY_PREDICATE = -1;
    private static final int NO_PREDICATE = -2;

    /**
     * A place of a pattern.
     *
     * @param id of the term, negative for one that the index does not have, or 0 for a variable
     * @param slot of the variable
     * @param isBound whether a step before may have bound it
     */
    record Part(int id, int slot, boolean isBound) {
        boolean isVariable() {
            return id == 0;
        }
    }

    private final GraphView view;
    private final Part subject;
    private final Part predicate;
    private final Part object;
    private final boolean subjectIsObject;
    private final boolean subjectIsPredicate;
    private final boolean objectIsPredicate;
    private final Scan scan = new Scan();
    /** The columns to be filled; null for a term. */
    private int[] subjects;

    private int[] predicates;
    private int[] objects;
    private int looked;

    /** @param passed slots that the rows below bind, but for those of the pattern */
    ScanStep(Step below, int[] passed, GraphView view, Part subject, Part predicate, Part object, Watch watch) {
        super(below, passed, watch);
        this.view = view;
        this.subject = subject;
        this.predicate = predicate;
        this.object = object;
        this.subjectIsObject = isSame(subject, object);
        this.subjectIsPredicate = isSame(subject, predicate);
        this.objectIsPredicate = isSame(object, predicate);
    }

    private static boolean isSame(Part one, Part other) {
        return one.isVariable() && other.isVariable() && one.slot == other.slot;
    }

    @Override
    boolean open() {
        int s = value(subject);
        int o = value(object);
        int p = number(value(predicate));
        boolean canFit = s >= 0 && o >= 0 && p >= ANY_PREDICATE;
        if (canFit) {
            scan.open(view, s, p, o);
        }
        return canFit;
    }

    private int number(int id) {
        if (id == 0) {
            return ANY_PREDICATE;
        }
        int number = id < 0 ? -1 : view.predicateNumber(id);
        return number < 0 ? NO_PREDICATE : number;
    }

    @Override
    void fill(Rows out) {
        subjects = subject.isVariable() ? out.column(subject.slot) : null;
        predicates = predicate.isVariable() ? out.column(predicate.slot) : null;
        objects = object.isVariable() ? out.column(object.slot) : null;
    }

    @Override
    boolean advance(int to) {
        do {
            if (!scan.next()) {
                return false;
            }
            if (++looked % BETWEEN_CHECKS == 0) {
                watch().check();
            }
        } while (!fits());
        if (subjects != null) {
            subjects[to] = scan.subject();
        }
        if (predicates != null) {
            predicates[to] = view.predicateId(scan.predicate());
        }
        if (objects != null) {
            objects[to] = scan.object();
        }
        return true;
    }

    /** Whether a variable that is in the pattern twice has the same term in both places. */
    private boolean fits() {
        if (subjectIsObject && scan.subject() != scan.object()) {
            return false;
        }
        return !(subjectIsPredicate && view.predicateId(scan.predicate()) != scan.subject()
                || objectIsPredicate && view.predicateId(scan.predicate()) != scan.object());
    }
}
