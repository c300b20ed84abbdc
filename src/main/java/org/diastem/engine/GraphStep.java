// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.List;

/** Runs the same part of a plan over each named graph, and binds the variable to the graph's name. */
final class GraphStep extends Step {
    /**
     * The part for one graph.
     *
     * @param name the id of the graph
     */
    record OfGraph(int name, Feed feed, Step step) {}

    private final Step below;
    private final List<OfGraph> graphs;
    private final int slot;
    /** Whether the rows below, or a part, may have bound the variable. */
    private final boolean mayBeBound;

    private final boolean partMayBind;
    private final int[] passed;
    private final int[] given;
    private final Rows in;
    private final Rows some;
    private final int[] kept = new int[Rows.MOST];
    private int graph;

    GraphStep(
            Step below,
            List<OfGraph> graphs,
            int slot,
            boolean mayBeBound,
            boolean partMayBind,
            int[] passed,
            int[] given) {
        this.below = below;
        this.graphs = graphs;
        this.slot = slot;
        this.mayBeBound = mayBeBound;
        this.partMayBind = partMayBind;
        this.passed = passed;
        this.given = given;
        this.in = new Rows();
        this.some = new Rows();
        this.graph = graphs.size();
    }

    @Override
    boolean next(Rows out) {
        while (true) {
            if (graph >= graphs.size()) {
                in.want(out.wanted());
                if (!below.next(in)) {
                    out.size = 0;
                    return false;
                }
                graph = 0;
                offer();
            }
            OfGraph here = graphs.get(graph);
            if (!here.step.next(out)) {
                graph++;
                if (graph < graphs.size()) {
                    offer();
                }
                continue;
            }
            int count = 0;
            int[] column = out.column(slot);
            for (int row = 0; row < out.size; row++) {
                int bound = partMayBind || mayBeBound ? column[row] : 0;
                if (bound == 0 || bound == here.name) {
                    column[row] = here.name;
                    kept[count++] = row;
                }
            }
            out.keep(kept, count, given);
            if (count > 0) {
                return true;
            }
        }
    }

    /** Gives the next graph the rows that are not about another one. */
    private void offer() {
        if (!mayBeBound) {
            graphs.get(graph).feed.offer(in);
            return;
        }
        int count = 0;
        for (int row = 0; row < in.size; row++) {
            int bound = in.column(slot)[row];
            if (bound == 0 || bound == graphs.get(graph).name) {
                kept[count++] = row;
            }
        }
        some.ensure(in.size);
        some.gather(in, kept, 0, count, passed);
        some.size = count;
        graphs.get(graph).feed.offer(some);
    }

    @Override
    void close() {
        below.close();
        graphs.forEach(each -> each.step.close());
    }
}
