// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Counts what {@link GraphCounts} tells, of every named graph, of their union and of the default graph, while the triples
 * go by in each of the three orders. A subject or object that a graph has in both segments is counted in both.
 */
final class GraphTally {
    private static final int OF_EACH = 3;
    private static final int NONE = -1;

    private final int graphCount;
    /** The places of the tallies that a set of graphs adds to: its graphs, and their union. */
    private final int[][] ofSet;

    private final long[][] tallies;
    private final int[] lastFirst;
    private final int[] lastSecond;
    /** The tallies that the triples of this segment add to whatever their set. */
    private boolean isDefault;

    private long[] inSegment;

    GraphTally(int graphCount, List<BitSet> sets, int predicateCount) {
        this.graphCount = graphCount;
        this.ofSet = new int[sets.size()][];
        for (int i = 0; i < ofSet.length; i++) {
            BitSet members = (BitSet) sets.get(i).clone();
            members.set(union(), !members.isEmpty());
            ofSet[i] = members.stream().toArray();
        }
        this.tallies = new long[graphCount + 2][OF_EACH + OF_EACH * predicateCount];
        this.lastFirst = new int[graphCount + 2];
        this.lastSecond = new int[graphCount + 2];
        this.inSegment = new long[graphCount + 1];
    }

    private int union() {
        return graphCount;
    }

    private int defaultGraph() {
        return graphCount + 1;
    }

    /** Begins with the triples of a segment in the order SPO. */
    void beginSubjects(boolean ofDefault) {
        isDefault = ofDefault;
        inSegment = new long[graphCount + 1];
        begin();
    }

    /** Begins with another order. */
    void begin() {
        Arrays.fill(lastFirst, NONE);
        Arrays.fill(lastSecond, NONE);
    }

    void bySubject(int subject, int set) {
        for (int graph : ofSet[set]) {
            inSegment[graph]++;
            subject(graph, subject);
        }
        if (isDefault) {
            subject(defaultGraph(), subject);
        }
    }

    private void subject(int graph, int subject) {
        tallies[graph][0]++;
        if (lastFirst[graph] != subject) {
            lastFirst[graph] = subject;
            tallies[graph][1]++;
        }
    }

    void byPredicate(int predicate, int subject, int set) {
        for (int graph : ofSet[set]) {
            predicate(graph, predicate, subject);
        }
        if (isDefault) {
            predicate(defaultGraph(), predicate, subject);
        }
    }

    private void predicate(int graph, int predicate, int subject) {
        long[] tally = tallies[graph];
        tally[OF_EACH + OF_EACH * predicate]++;
        if (lastFirst[graph] != predicate || lastSecond[graph] != subject) {
            lastFirst[graph] = predicate;
            lastSecond[graph] = subject;
            tally[OF_EACH + OF_EACH * predicate + 1]++;
        }
    }

    void byObject(int object, int predicate, int set) {
        for (int graph : ofSet[set]) {
            object(graph, object, predicate);
        }
        if (isDefault) {
            object(defaultGraph(), object, predicate);
        }
    }

    private void object(int graph, int object, int predicate) {
        long[] tally = tallies[graph];
        boolean isNew = lastFirst[graph] != object;
        if (isNew) {
            tally[2]++;
        }
        if (isNew || lastSecond[graph] != predicate) {
            lastFirst[graph] = object;
            lastSecond[graph] = predicate;
            tally[OF_EACH + OF_EACH * predicate + 2]++;
        }
    }

    /** Notes how many triples of each graph a segment has. */
    void endSegment(String name, Layout layout) {
        for (int graph = 0; graph < graphCount; graph++) {
            layout.numbers.put("graph." + graph + '.' + name, inSegment[graph]);
        }
        layout.numbers.put("graph.union." + name, inSegment[union()]);
    }

    void write(Layout layout) {
        for (int graph = 0; graph < graphCount; graph++) {
            layout.lists.put("counts." + graph, tallies[graph]);
        }
        layout.lists.put("counts.union", tallies[union()]);
        layout.lists.put("counts.default", tallies[defaultGraph()]);
    }
}
