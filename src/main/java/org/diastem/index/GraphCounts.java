// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

/** How many triples, subjects and objects a graph has, in all and of each predicate: counted when the index is made. */
public final class GraphCounts {
    /** Numbers before those of the first predicate: of all triples. */
    private static final int OF_ALL = 3;

    private static final int OF_EACH = 3;

    private final long[] numbers;
    private final int predicates;

    /** @param numbers triples, different subjects and different objects: of all, then of each predicate by its number */
    GraphCounts(long[] numbers) {
        this.numbers = numbers;
        int found = 0;
        for (int i = OF_ALL; i < numbers.length; i += OF_EACH) {
            found += numbers[i] > 0 ? 1 : 0;
        }
        this.predicates = found;
    }

    public long triples() {
        return numbers[0];
    }

    /** The different subjects. */
    public long subjects() {
        return numbers[1];
    }

    /** The different objects. */
    public long objects() {
        return numbers[2];
    }

    /** The triples of a predicate. */
    public long triples(int predicate) {
        return numbers[OF_ALL + OF_EACH * predicate];
    }

    /** The different subjects of a predicate. */
    public long subjects(int predicate) {
        return numbers[OF_ALL + OF_EACH * predicate + 1];
    }

    /** The different objects of a predicate. */
    public long objects(int predicate) {
        return numbers[OF_ALL + OF_EACH * predicate + 2];
    }

    /** The different predicates. */
    public int predicates() {
        return predicates;
    }
}
