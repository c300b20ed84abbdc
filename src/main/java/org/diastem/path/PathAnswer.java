// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.List;

/**
 * The paths between two ends, shortest first.
 *
 * @param hasMore whether there are more within the length that was asked for than the answer holds
 * @param isExhausted whether the search ended before it had tried everything, so that paths may be missing
 */
public record PathAnswer(List<MechanismPath> paths, boolean hasMore, boolean isExhausted) {
    public PathAnswer {
        paths = List.copyOf(paths);
    }

    /**
     * Which way the start moves the end by all paths together: as they all say, or undetermined where they differ or
     * where one of them is undetermined itself.
     */
    public NetSign netSign() {
        List<NetSign> signs = paths.stream().map(MechanismPath::netSign).distinct().toList();
        return signs.size() == 1 ? signs.get(0) : NetSign.UNDETERMINED;
    }

    /** Whether some paths say that the end is raised and others that it is lowered. */
    public boolean hasOppositePaths() {
        return paths.stream().anyMatch(path -> path.netSign() == NetSign.RAISES)
                && paths.stream().anyMatch(path -> path.netSign() == NetSign.LOWERS);
    }

    public boolean hasQualifiedSteps() {
        return paths.stream().anyMatch(MechanismPath::hasQualifiedStep);
    }
}
