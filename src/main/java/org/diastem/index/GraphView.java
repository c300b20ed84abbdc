// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.util.Arrays;
import java.util.List;

/**
 * The triples of one graph: those of some segments, or those of them whose set of named graphs is the right one. Safe
 * for use by any number of threads.
 */
public final class GraphView {
    /**
     * A segment and which of its triples are meant.
     *
     * @param accepted by the number of the set of graphs; null if all are meant
     */
    record Part(Segment segment, boolean[] accepted) {}

    private final int[] predicates;
    private final List<Part> parts;
    private final GraphCounts counts;

    GraphView(int[] predicates, List<Part> parts, GraphCounts counts) {
        this.predicates = predicates;
        this.parts = parts;
        this.counts = counts;
    }

    List<Part> parts() {
        return parts;
    }

    /** The predicate's own number, or -1 if no triple of the index has it. */
    public int predicateNumber(int id) {
        int found = Arrays.binarySearch(predicates, id);
        return found < 0 ? -1 : found;
    }

    /** The id of the predicate with a number. */
    public int predicateId(int number) {
        return predicates[number];
    }

    /** How many predicates the index has numbers for. */
    public int predicateNumbers() {
        return predicates.length;
    }

    /** What there is of each predicate, and in all. */
    public GraphCounts counts() {
        return counts;
    }

    /** Whether {@link #runOfObjects} and {@link #runOfSubjects} can be asked: all triples are in one segment. */
    public boolean hasRuns() {
        return parts.size() == 1;
    }

    /** The objects of a subject and predicate (its number), rising. */
    public void runOfObjects(int subject, int predicate, Run into) {
        Segment segment = parts.get(0).segment();
        int from = segment.subjectFrom(subject);
        int to = segment.subjectTo(subject);
        from = segment.spoPredicates().firstAtLeast(from, to, predicate);
        to = segment.spoPredicates().gallop(from, to, predicate + 1);
        into.set(parts.get(0), Segment.Order.SPO, segment.spoObjects(), from, to);
    }

    /** The subjects of a predicate (its number) and object, rising. */
    public void runOfSubjects(int predicate, int object, Run into) {
        Segment segment = parts.get(0).segment();
        int from = segment.objectFrom(object);
        int to = segment.objectTo(object);
        from = segment.opsPredicates().firstAtLeast(from, to, predicate);
        to = segment.opsPredicates().firstAtLeast(from, to, predicate + 1);
        into.set(parts.get(0), Segment.Order.OPS, segment.opsSubjects(), from, to);
    }

    /**
     * How many triples fit a pattern; an upper bound where the graph is a part of a segment.
     *
     * @param subject its id, or 0 for any
     * @param predicate its number, or -1 for any
     * @param object its id, or 0 for any
     */
    public long count(int subject, int predicate, int object) {
        long sum = 0;
        for (Part part : parts) {
            Scan scan = new Scan();
            scan.locate(part.segment(), subject, predicate, object);
            sum += scan.length();
        }
        if (parts.size() == 1 && parts.get(0).accepted() == null) {
            return sum;
        }
        long most = predicate < 0 ? counts.triples() : counts.triples(predicate);
        return Math.min(sum, most);
    }

    /** Whether {@link #count} of a pattern that does not give both subject and object alone is the very number. */
    public boolean countsExactly() {
        return parts.size() == 1 && parts.get(0).accepted() == null;
    }

    /** Whether there is such a triple; the predicate by its number. */
    public boolean contains(int subject, int predicate, int object) {
        Scan scan = new Scan();
        scan.open(this, subject, predicate, object);
        return scan.next();
    }
}
