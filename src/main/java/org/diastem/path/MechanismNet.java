// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The claims that mechanism paths are made of, and the search for paths among them. Immutable; safe for use by several
 * threads. docs/paths.md tells what is a step, where steps join and what a path is not.
 */
public final class MechanismNet {
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);
    private static final int UNREACHABLE = Integer.MAX_VALUE;

    private final List<Step> steps;
    private final Map<Node, Set<Node>> ancestors;
    private final Map<Node, List<Step>> bySubject = new HashMap<>();
    /** The same within each document: a path never leaves its document. */
    private final Map<Node, Map<Node, List<Step>>> bySubjectOfDocument = new HashMap<>();
    /** For each step those that may follow it, by number. */
    private final Map<Step, List<Step>> next = new HashMap<>();

    /**
     * @param steps in any order
     * @param ancestors of every concept at the ends of steps the concept itself and all above it
     */
    public MechanismNet(Collection<Step> steps, Map<Node, Set<Node>> ancestors) {
        this.steps = steps.stream().sorted(Comparator.comparing(Step::id)).toList();
        this.ancestors = Map.copyOf(ancestors);
        Map<Node, List<Step>> byDeed = new HashMap<>();
        for (Step step : this.steps) {
            bySubject.computeIfAbsent(step.subject(), unused -> new ArrayList<>()).add(step);
            bySubjectOfDocument
                    .computeIfAbsent(step.document(), unused -> new HashMap<>())
                    .computeIfAbsent(step.subject(), unused -> new ArrayList<>())
                    .add(step);
            step.deeds().forEach(claim -> byDeed.computeIfAbsent(claim, unused -> new ArrayList<>()).add(step));
        }
        this.steps.forEach(step -> next.put(step, following(step, byDeed.getOrDefault(step.claim(), List.of()))));
    }

    /** @param tellingOfIt the steps whose subject is the process that the claim of this one tells of */
    private List<Step> following(Step step, List<Step> tellingOfIt) {
        return Stream.concat(
                        startingAt(step.object(), bySubjectOfDocument.get(step.document())).stream(),
                        tellingOfIt.stream().filter(follower -> follower.document().equals(step.document())))
                .distinct()
                .sorted(Comparator.comparing(Step::id))
                .toList();
    }

    /** What is said of a concept holds by way of what is said of everything above it. */
    private List<Step> startingAt(Node concept) {
        return startingAt(concept, bySubject);
    }

    private List<Step> startingAt(Node concept, Map<Node, List<Step>> stepsBySubject) {
        return above(concept).stream()
                .flatMap(broader -> stepsBySubject.getOrDefault(broader, List.of()).stream())
                .sorted(Comparator.comparing(Step::id))
                .toList();
    }

    /** All claims that may be steps, by number. */
    public List<Step> steps() {
        return steps;
    }

    /** A concept itself and everything above it. */
    public Set<Node> above(Node concept) {
        return ancestors.getOrDefault(concept, Set.of(concept));
    }

    private boolean isRelated(Node one, Node other) {
        return above(one).contains(other) || above(other).contains(one);
    }

    /**
     * The claims that join two ends by themselves: of the start or something broader, about the end or something
     * narrower.
     */
    public List<Step> joining(Node document, Node start, Node end) {
        return startingAt(start, bySubjectOfDocument.getOrDefault(document, Map.of())).stream()
                .filter(step -> above(step.object()).contains(end))
                .toList();
    }

    /**
     * The paths from one concept to another, shortest first: from claims about the first or something broader, to
     * claims about the second or something narrower. None if one of them is the other, or above it.
     *
     * @param check called often, to end the search by an exception
     */
    public PathAnswer between(Node from, Node to, PathLimits limits, Runnable check) {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        if (isRelated(from, to)) {
            return new PathAnswer(List.of(), false, false);
        }
        Predicate<Step> arrives = step -> above(step.object()).contains(to);
        Search search = new Search(limits, distances(arrives), check);
        List<MechanismPath> found = new ArrayList<>();
        search.run(startingAt(from), path -> {
            if (arrives.test(path.steps().get(path.length() - 1))) {
                found.add(path);
            }
            return found.size() <= limits.mostPaths();
        });
        boolean more = found.size() > limits.mostPaths();
        return new PathAnswer(more ? found.subList(0, limits.mostPaths()) : found, more, search.exhausted);
    }

    /** How many steps more each step needs to arrive; nothing of those that never do. */
    private Map<Step, Integer> distances(Predicate<Step> arrives) {
        Map<Step, Integer> distances = new HashMap<>();
        steps.stream().filter(arrives).forEach(step -> distances.put(step, 0));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Step step : steps) {
                int best = distances.getOrDefault(step, UNREACHABLE);
                for (Step follower : next.get(step)) {
                    int distance = distances.getOrDefault(follower, UNREACHABLE);
                    if (distance != UNREACHABLE && distance + 1 < best) {
                        best = distance + 1;
                        distances.put(step, best);
                        changed = true;
                    }
                }
            }
        }
        return distances;
    }

    /** The ends of all paths from a concept, each with the number of paths that lead to it, at most the limit. */
    public SortedMap<Node, Integer> ends(Node from, PathLimits limits, Runnable check) {
        SortedMap<Node, Integer> ends = new TreeMap<>(BY_IRI);
        new Search(limits, null, check).run(startingAt(from), path -> {
            if (!isRelated(from, path.end())) {
                ends.merge(path.end(), 1, (one, other) -> Math.min(limits.mostPaths(), one + other));
            }
            return true;
        });
        return ends;
    }

    /**
     * Hands on all paths within the limits, those between the same two ends together and shortest first, in the order
     * of the ends; only the paths from one start are held at a time.
     */
    public void everyPair(PathLimits limits, Consumer<List<MechanismPath>> pair) {
        bySubject.keySet().stream().sorted(BY_IRI).forEach(start -> {
            SortedMap<Node, List<MechanismPath>> byEnd = new TreeMap<>(BY_IRI);
            new Search(limits, null, () -> {}).run(bySubject.get(start), path -> {
                List<MechanismPath> paths = byEnd.computeIfAbsent(path.end(), unused -> new ArrayList<>());
                if (paths.size() < limits.mostPaths()) {
                    paths.add(path);
                }
                return true;
            });
            byEnd.values().forEach(pair);
        });
    }

    /**
     * A search by length: all paths of one length before any that is longer, each in the order of the claims' numbers.
     */
    private final class Search {
        private final PathLimits limits;
        /** Steps that each step needs to arrive; null if every end will do. */
        private final Map<Step, Integer> distances;
        private final Runnable check;
        private final List<Step> trail = new ArrayList<>();
        private int tries;
        private boolean exhausted;
        private boolean stopped;
        private Predicate<MechanismPath> taker;

        Search(PathLimits limits, Map<Step, Integer> distances, Runnable check) {
            this.limits = limits;
            this.distances = distances;
            this.check = check;
        }

        /** @param wanted is given each path, and says whether it wants another */
        void run(List<Step> first, Predicate<MechanismPath> wanted) {
            taker = wanted;
            for (int length = limits.leastSteps(); length <= limits.mostSteps() && !isOver(); length++) {
                extend(first, length);
            }
        }

        private void extend(List<Step> candidates, int left) {
            for (Step step : candidates) {
                if (isOver()) {
                    return;
                }
                if (!arrivesWithin(step, left - 1) || comesBack(step)) {
                    continue;
                }
                if (tries++ >= limits.mostTries()) {
                    exhausted = true;
                    return;
                }
                check.run();
                trail.add(step);
                if (left > 1) {
                    extend(next.get(step), left - 1);
                } else {
                    stopped = !taker.test(new MechanismPath(trail));
                }
                trail.remove(trail.size() - 1);
            }
        }

        private boolean isOver() {
            return exhausted || stopped;
        }

        private boolean arrivesWithin(Step step, int more) {
            return distances == null || distances.getOrDefault(step, UNREACHABLE) <= more;
        }

        /** Whether a step leads to something that the path passed, or to something above or below that. */
        private boolean comesBack(Step step) {
            Node start = trail.isEmpty() ? step.subject() : trail.get(0).subject();
            return isRelated(start, step.object())
                    || trail.stream().anyMatch(before -> isRelated(before.object(), step.object()));
        }
    }

    /** The concepts at the ends of steps. */
    public Set<Node> concepts() {
        Set<Node> concepts = new HashSet<>();
        steps.forEach(step -> concepts.addAll(List.of(step.subject(), step.object())));
        return concepts;
    }
}
