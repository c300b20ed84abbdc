// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;
import org.diastem.engine.ScanStep.Part;
import org.diastem.index.GraphView;

/** Extends each row by the ends of a path in a graph. */
final class PathStep extends ExtendingStep {
    private static final int BETWEEN_CHECKS = 1_024;

    private final IdPath path;
    private final GraphView view;
    private final Part subject;
    private final Part object;
    private final boolean isLoop;
    /** Where the path begins, if both ends are open: all candidates. */
    private int[] starts = new int[0];

    private int startCount;
    private int nextStart;
    private int[] ends = new int[0];
    private int endCount;
    private int nextEnd;
    private int start;
    private boolean isBackwards;
    private int looked;
    /** The columns to be filled; null for a term. */
    private int[] subjects;

    private int[] objects;

    PathStep(Step below, int[] passed, IdPath path, GraphView view, Part subject, Part object, Watch watch) {
        super(below, passed, watch);
        this.path = path;
        this.view = view;
        this.subject = subject;
        this.object = object;
        this.isLoop = subject.isVariable() && object.isVariable() && subject.slot() == object.slot();
    }

    @Override
    void fill(Rows out) {
        subjects = subject.isVariable() ? out.column(subject.slot()) : null;
        objects = object.isVariable() ? out.column(object.slot()) : null;
    }

    @Override
    boolean advance(int to) {
        while (true) {
            while (nextEnd < endCount) {
                int end = ends[nextEnd++];
                if (++looked % BETWEEN_CHECKS == 0) {
                    watch().check();
                }
                if (!isLoop || end == start) {
                    put(end, to);
                    return true;
                }
            }
            if (nextStart == startCount) {
                return false;
            }
            if (++looked % BETWEEN_CHECKS == 0) {
                watch().check();
            }
            from(starts[nextStart++], false);
        }
    }

    private void put(int end, int to) {
        if (subjects != null) {
            subjects[to] = isBackwards ? end : start;
        }
        if (objects != null) {
            objects[to] = isBackwards ? start : end;
        }
    }

    @Override
    boolean open() {
        int s = value(subject);
        int o = value(object);
        startCount = 0;
        nextStart = 0;
        endCount = 0;
        nextEnd = 0;
        if (s != 0 && o != 0) {
            from(s, false);
            // The other end is known: it counts as often as it is reached.
            int times = 0;
            for (int i = 0; i < endCount; i++) {
                times += ends[i] == o ? 1 : 0;
            }
            Arrays.fill(ends, 0, times, o);
            endCount = times;
        } else if (s != 0) {
            from(s, false);
        } else if (o != 0) {
            from(o, true);
        } else {
            IdPath.Ids found = path.starts(view, watch());
            starts = found.ids();
            startCount = found.size();
        }
        return true;
    }

    private void from(int id, boolean backwards) {
        start = id;
        isBackwards = backwards;
        IdPath.Ids found = path.ends(id, backwards);
        ends = found.ids();
        endCount = found.size();
        nextEnd = 0;
    }
}
