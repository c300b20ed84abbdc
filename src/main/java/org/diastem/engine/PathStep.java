// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;
import org.diastem.engine.ScanStep.Part;
import org.diastem.index.GraphView;

/** Extends each row by the ends of a path in a graph. */
final class PathStep extends Step {
    private static final int BETWEEN_CHECKS = 1_024;

    private final Step below;
    private final int[] passed;
    private final IdPath path;
    private final GraphView view;
    private final Part subject;
    private final Part object;
    private final Watch watch;
    private final boolean isLoop;
    private final Rows in;
    private final int[] origin = new int[Rows.MOST];
    private int row = -1;
    /** Where the path begins, if both ends are open: all candidates. */
    private int[] starts = new int[0];

    private int startCount;
    private int nextStart;
    private int[] ends = new int[0];
    private int endCount;
    private int nextEnd;
    private int start;
    private boolean isBackwards;

    PathStep(Step below, int[] passed, IdPath path, GraphView view, Part subject, Part object, Watch watch) {
        this.below = below;
        this.passed = passed;
        this.path = path;
        this.view = view;
        this.subject = subject;
        this.object = object;
        this.watch = watch;
        this.in = new Rows();
        this.isLoop = subject.isVariable() && object.isVariable() && subject.slot() == object.slot();
    }

    @Override
    boolean next(Rows out) {
        int[] subjects = subject.isVariable() ? out.column(subject.slot()) : null;
        int[] objects = object.isVariable() ? out.column(object.slot()) : null;
        int count = 0;
        int gathered = 0;
        int looked = 0;
        while (count < out.wanted()) {
            if (nextEnd < endCount) {
                int end = ends[nextEnd++];
                if (isLoop && end != start) {
                    continue;
                }
                origin[count] = row;
                if (subjects != null) {
                    subjects[count] = isBackwards ? end : start;
                }
                if (objects != null) {
                    objects[count] = isBackwards ? start : end;
                }
                count++;
                continue;
            }
            if (nextStart < startCount) {
                if (++looked % BETWEEN_CHECKS == 0) {
                    watch.check();
                }
                from(starts[nextStart++], false);
                continue;
            }
            if (row + 1 >= in.size) {
                out.gather(in, origin, gathered, count, passed);
                gathered = count;
                if (!fetch(out.wanted())) {
                    break;
                }
            }
            row++;
            begin();
        }
        out.gather(in, origin, gathered, count, passed);
        out.size = count;
        return count > 0;
    }

    private boolean fetch(int wanted) {
        in.want(Math.min(Rows.MOST, Math.max(wanted, 2 * in.size)));
        row = -1;
        if (!below.next(in)) {
            in.size = 0;
            return false;
        }
        watch.check();
        return true;
    }

    private void begin() {
        int s = value(subject);
        int o = value(object);
        startCount = 0;
        nextStart = 0;
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
            IdPath.Ids found = path.starts(view, watch);
            starts = found.ids();
            startCount = found.size();
        }
    }

    private void from(int id, boolean backwards) {
        start = id;
        isBackwards = backwards;
        IdPath.Ids found = path.ends(id, backwards);
        ends = found.ids();
        endCount = found.size();
        nextEnd = 0;
    }

    private int value(Part part) {
        if (!part.isVariable()) {
            return part.id();
        }
        return part.isBound() ? in.column(part.slot())[row] : 0;
    }

    @Override
    void close() {
        below.close();
    }
}
