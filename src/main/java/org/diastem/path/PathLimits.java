// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

/**
 * How far a search for paths goes. Its work is counted in steps tried rather than in time, so that the same question
 * always has the same answer.
 *
 * @param leastSteps of a path
 * @param mostSteps of a path
 * @param mostPaths between two ends
 * @param mostTries how many steps are tried
 */
public record PathLimits(int leastSteps, int mostSteps, int mostPaths, int mostTries) {
    /** Those of the graph {@code hypotheses}. */
    public static final PathLimits PUBLISHED = new PathLimits(2, 4, 100, Integer.MAX_VALUE);

    public PathLimits {
        if (leastSteps < 1 || mostSteps < leastSteps || mostPaths < 1 || mostTries < 1) {
            throw new IllegalArgumentException("no search has the limits " + leastSteps + ", " + mostSteps + ", "
                    + mostPaths + ", " + mostTries);
        }
    }
}
