// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.diastem.index.GraphView;

/**
 * Chooses the order in which patterns are joined: from each of some beginnings always the one that makes the fewest rows
 * next, and of these orders the one with the fewest rows in all. Counts of patterns with known terms are exact.
 */
final class JoinOrder {
    private static final int MOST_BEGINNINGS = 6;
    /** What looking up one row costs beside making one. */
    private static final double LOOK_UP = 0.5;

    private final GraphView view;

    JoinOrder(GraphView view) {
        this.view = view;
    }

    private record Ordered(List<Pattern> patterns, double cost) {}

    /** @param bound slots that are bound before */
    List<Pattern> of(List<Pattern> patterns, BitSet bound) {
        if (patterns.size() < 2) {
            return patterns;
        }
        List<Pattern> beginnings = new ArrayList<>(patterns);
        beginnings.sort(Comparator.comparingDouble(each -> each.growth(view, bound)));
        Ordered best = null;
        for (Pattern first : beginnings.subList(0, Math.min(MOST_BEGINNINGS, beginnings.size()))) {
            Ordered found = from(first, patterns, bound);
            if (best == null || found.cost < best.cost) {
                best = found;
            }
        }
        return best == null ? patterns : best.patterns;
    }

    private Ordered from(Pattern first, List<Pattern> all, BitSet boundBefore) {
        List<Pattern> left = new ArrayList<>(all);
        List<Pattern> ordered = new ArrayList<>();
        BitSet bound = (BitSet) boundBefore.clone();
        double rows = 1;
        double cost = 0;
        Pattern next = first;
        double growth = first.growth(view, bound);
        while (true) {
            cost += LOOK_UP * rows;
            rows *= growth;
            cost += rows;
            ordered.add(next);
            // The very object: the same pattern may be written twice.
            Pattern taken = next;
            left.removeIf(each -> each == taken);
            for (int slot : next.slots()) {
                bound.set(slot);
            }
            if (left.isEmpty()) {
                return new Ordered(ordered, cost);
            }
            next = left.get(0);
            growth = next.growth(view, bound);
            for (Pattern candidate : left) {
                double its = candidate.growth(view, bound);
                if (its < growth) {
                    next = candidate;
                    growth = its;
                }
            }
        }
    }
}
