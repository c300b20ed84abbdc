// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.apache.jena.sparql.path.Path;
import org.diastem.engine.ScanStep.Part;
import org.diastem.index.GraphCounts;
import org.diastem.index.GraphView;

/**
 * A triple pattern or a path, while the order of a group of them is chosen.
 *
 * @param predicate of a triple; null for a path
 * @param path null for a triple
 * @param count of the triples that fit its terms, whatever its variables
 */
record Pattern(Part subject, Part predicate, Part object, Path path, double count) {
    /** Guesses for paths, which nobody has counted. */
    private static final double ENDS_OF_PATH = 20;

    private static final double PATHS_BETWEEN_TWO = 0.5;
    private static final double ALL_PATHS = 1e7;

    /** The slots of its variables. */
    int[] slots() {
        return IntStream.of(slot(subject), predicate == null ? -1 : slot(predicate), slot(object))
                .filter(slot -> slot >= 0)
                .toArray();
    }

    static Pattern ofTriple(Part subject, Part predicate, Part object, GraphView view) {
        int s = subject.isVariable() ? 0 : subject.id();
        int o = object.isVariable() ? 0 : object.id();
        int p = predicate.isVariable() ? -1 : predicate.id() < 0 ? -2 : view.predicateNumber(predicate.id());
        boolean isKnown = s >= 0 && o >= 0 && (predicate.isVariable() || p >= 0);
        return new Pattern(subject, predicate, object, null, isKnown ? view.count(s, p, o) : 0);
    }

    static Pattern ofPath(Part subject, Path path, Part object) {
        return new Pattern(subject, null, object, path, ALL_PATHS);
    }

    private static int slot(Part part) {
        return part.isVariable() ? part.slot() : -1;
    }

    private static boolean isOpen(Part part, BitSet bound) {
        return part.isVariable() && !bound.get(part.slot());
    }

    /** How many rows one row becomes, about, if these slots are bound. */
    double growth(GraphView view, BitSet bound) {
        boolean subjectOpen = isOpen(subject, bound);
        boolean objectOpen = isOpen(object, bound);
        if (path != null) {
            return subjectOpen ? objectOpen ? ALL_PATHS : ENDS_OF_PATH : objectOpen ? ENDS_OF_PATH : PATHS_BETWEEN_TWO;
        }
        if (count == 0) {
            return 0;
        }
        int p = predicate.isVariable() ? -1 : view.predicateNumber(predicate.id());
        double rows = count;
        GraphCounts counts = view.counts();
        if (subject.isVariable() && !subjectOpen) {
            rows /= Math.max(1, p >= 0 ? counts.subjects(p) : counts.subjects());
        }
        if (object.isVariable() && !objectOpen) {
            rows /= Math.max(1, p >= 0 ? counts.objects(p) : counts.objects());
        }
        if (predicate.isVariable() && bound.get(predicate.slot())) {
            rows /= Math.max(1, counts.predicates());
        }
        return rows;
    }
}
