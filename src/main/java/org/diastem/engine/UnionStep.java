// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.Arrays;
import java.util.List;

/** Runs several parts of a plan one after the other for the same rows. */
final class UnionStep extends Step {
    /**
     * A part of the plan.
     *
     * @param feed its beginning
     * @param unbound slots that another part may bind and this one never does
     */
    record Branch(Feed feed, Step step, int[] unbound) {}

    private final Step below;
    private final List<Branch> branches;
    private final Rows in;
    private int branch;

    UnionStep(Step below, List<Branch> branches) {
        this.below = below;
        this.branches = branches;
        this.in = new Rows();
        this.branch = branches.size();
    }

    @Override
    boolean next(Rows out) {
        while (true) {
            if (branch >= branches.size()) {
                in.want(out.wanted());
                if (!below.next(in)) {
                    out.size = 0;
                    return false;
                }
                branch = 0;
                branches.get(0).feed.offer(in);
            }
            Branch here = branches.get(branch);
            if (here.step.next(out)) {
                for (int slot : here.unbound) {
                    Arrays.fill(out.column(slot), 0, out.size, 0);
                }
                return true;
            }
            branch++;
            if (branch < branches.size()) {
                branches.get(branch).feed.offer(in);
            }
        }
    }

    @Override
    void close() {
        below.close();
        branches.forEach(each -> each.step.close());
    }
}
