// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.diastem.index.GraphView;
import org.diastem.index.Run;

/**
 * Extends each row by the values of one variable that fit all of several patterns, of which each has nothing else left
 * open: the lists of ids are sorted, and what they have in common is found by leaps.
 */
final class IntersectStep extends ExtendingStep {
    private static final int BETWEEN_CHECKS = 4_096;

    /**
     * A pattern with the one variable.
     *
     * @param predicate its number
     * @param other the term at the other end
     * @param isObject whether the variable is the object
     */
    record Side(int predicate, ScanStep.Part other, boolean isObject) {}

    private final GraphView view;
    private final Side[] sides;
    private final int slot;
    private final Run[] runs;
    private int[] found = new int[0];
    private int leaps;

    IntersectStep(Step below, int[] passed, GraphView view, Side[] sides, int slot, Watch watch) {
        super(below, passed, watch);
        this.view = view;
        this.sides = sides;
        this.slot = slot;
        this.runs = new Run[sides.length];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new Run();
        }
    }

    @Override
    void fill(Rows out) {
        found = out.column(slot);
    }

    @Override
    boolean advance(int to) {
        if (!align()) {
            return false;
        }
        found[to] = runs[0].id();
        runs[0].advance();
        return true;
    }

    @Override
    boolean open() {
        for (int i = 0; i < sides.length; i++) {
            Side side = sides[i];
            int other = value(side.other);
            if (other <= 0) {
                return false;
            }
            if (side.isObject) {
                view.runOfObjects(other, side.predicate, runs[i]);
            } else {
                view.runOfSubjects(side.predicate, other, runs[i]);
            }
            if (runs[i].isAtEnd()) {
                return false;
            }
            if (runs[i].length() < runs[0].length()) {
                // The shortest leads.
                Run shorter = runs[i];
                runs[i] = runs[0];
                runs[0] = shorter;
            }
        }
        return true;
    }

    /** Moves all runs to the next id that they have in common, if there is one. */
    private boolean align() {
        while (!runs[0].isAtEnd()) {
            if (++leaps % BETWEEN_CHECKS == 0) {
                watch().check();
            }
            int candidate = runs[0].id();
            int i = 1;
            while (i < runs.length) {
                runs[i].leapTo(candidate);
                if (runs[i].isAtEnd()) {
                    return false;
                }
                if (runs[i].id() != candidate) {
                    break;
                }
                i++;
            }
            if (i == runs.length) {
                return true;
            }
            runs[0].leapTo(runs[i].id());
        }
        return false;
    }
}
