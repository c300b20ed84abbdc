// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * Claims of one source, each of which begins where the one before it ends, at something broader, or at the deed that
 * the one before it tells of. A path of one step is a claim as the source makes it.
 */
public record MechanismPath(List<Step> steps) {
    /** Shorter ones first, then by the numbers of their claims. */
    public static final Comparator<MechanismPath> ORDER =
            Comparator.comparingInt(MechanismPath::length).thenComparing(MechanismPath::name);

    public MechanismPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path has at least one step");
        }
    }

    public int length() {
        return steps.size();
    }

    /** The subject of the first claim. */
    public Node start() {
        return steps.get(0).subject();
    }

    /** The object of the last claim. */
    public Node end() {
        return steps.get(steps.size() - 1).object();
    }

    public NetSign netSign() {
        return NetSign.of(steps);
    }

    /** The step with the least evidence; of several the first. No path is better proved than this step. */
    public Step weakest() {
        return steps.stream().min(Comparator.comparing(Step::strength)).orElseThrow();
    }

    public boolean hasQualifiedStep() {
        return steps.stream().anyMatch(Step::isQualified);
    }

    /** Made of its claims, so that it outlives a new build: {@code C0012-C0035-C0101}. */
    public String name() {
        return steps.stream().map(Step::id).collect(Collectors.joining("-"));
    }
}
