// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.BitSet;

/**
 * A step and what is known of its rows.
 *
 * @param bound slots that they may bind; the others mean nothing
 * @param always slots that all of them bind
 * @param likely slots that most of them bind, to guess with
 * @param isUnit whether it is one row that binds nothing
 */
record Plan(Step step, BitSet bound, BitSet always, BitSet likely, boolean isUnit) {
    static Plan unit() {
        return new Plan(new UnitStep(), new BitSet(), new BitSet(), new BitSet(), true);
    }

    int[] slots() {
        return bound.stream().toArray();
    }

    /** Another step with the same slots. */
    Plan with(Step other) {
        return new Plan(other, bound, always, likely, false);
    }

    /** Another step that binds some slots more, in every row. */
    Plan with(Step other, int... more) {
        BitSet nowBound = (BitSet) bound.clone();
        BitSet nowAlways = (BitSet) always.clone();
        BitSet nowLikely = (BitSet) likely.clone();
        for (int slot : more) {
            nowBound.set(slot);
            nowAlways.set(slot);
            nowLikely.set(slot);
        }
        return new Plan(other, nowBound, nowAlways, nowLikely, false);
    }
}
