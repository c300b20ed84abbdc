// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

/**
 * Triples of ids in three orders: SPO and OPS with the places of each subject and object, PSO with the places of each
 * predicate. Predicates have small numbers of their own. With every triple stands the number of the set of named graphs
 * that have it. At most 2^31 - 1 triples. Safe for use by any number of threads.
 */
public final class Segment {
    /** One of the three orders of the triples. */
    public enum Order {
        SPO,
        PSO,
        OPS
    }

    private final String name;
    private final int count;
    private final int lowestSubject;
    private final int highestSubject;
    private final int lowestObject;
    private final int highestObject;
    private final Packed subjectPlaces;
    private final Packed spoPredicates;
    private final Packed spoObjects;
    private final Packed spoSets;
    /** Where each predicate begins, and behind the last one where it ends. */
    private final int[] predicatePlaces;

    private final Packed psoSubjects;
    private final Packed psoObjects;
    private final Packed psoSets;
    private final Packed objectPlaces;
    private final Packed opsPredicates;
    private final Packed opsSubjects;
    private final Packed opsSets;

    Segment(Layout layout, MappedFile file, String name) {
        this.name = name;
        this.count = layout.number(name + ".triples");
        this.lowestSubject = layout.number(name + ".subject.lowest");
        this.highestSubject = layout.number(name + ".subject.highest");
        this.lowestObject = layout.number(name + ".object.lowest");
        this.highestObject = layout.number(name + ".object.highest");
        this.subjectPlaces = layout.column(file, name + ".spo.place");
        this.spoPredicates = layout.column(file, name + ".spo.p");
        this.spoObjects = layout.column(file, name + ".spo.o");
        this.spoSets = layout.column(file, name + ".spo.set");
        this.predicatePlaces = layout.list(name + ".predicate.place");
        this.psoSubjects = layout.column(file, name + ".pso.s");
        this.psoObjects = layout.column(file, name + ".pso.o");
        this.psoSets = layout.column(file, name + ".pso.set");
        this.objectPlaces = layout.column(file, name + ".ops.place");
        this.opsPredicates = layout.column(file, name + ".ops.p");
        this.opsSubjects = layout.column(file, name + ".ops.s");
        this.opsSets = layout.column(file, name + ".ops.set");
    }

    String name() {
        return name;
    }

    /** How many triples there are. */
    public int count() {
        return count;
    }

    int subjectFrom(int subject) {
        return subject < lowestSubject || subject > highestSubject ? 0 : subjectPlaces.get(subject - lowestSubject);
    }

    int subjectTo(int subject) {
        return subject < lowestSubject || subject > highestSubject ? 0 : subjectPlaces.get(subject - lowestSubject + 1);
    }

    int objectFrom(int object) {
        return object < lowestObject || object > highestObject ? 0 : objectPlaces.get(object - lowestObject);
    }

    int objectTo(int object) {
        return object < lowestObject || object > highestObject ? 0 : objectPlaces.get(object - lowestObject + 1);
    }

    /** The subject whose triples are at a place of the order SPO. */
    int subjectAt(int place) {
        int low = 0;
        int high = highestSubject - lowestSubject;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (subjectPlaces.get(middle) <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return lowestSubject + low;
    }

    /** Where a predicate's triples begin in the order PSO. */
    int predicateFrom(int predicate) {
        return predicatePlaces[predicate];
    }

    /** Where they end. */
    int predicateTo(int predicate) {
        return predicatePlaces[predicate + 1];
    }

    Packed spoPredicates() {
        return spoPredicates;
    }

    Packed spoObjects() {
        return spoObjects;
    }

    Packed psoSubjects() {
        return psoSubjects;
    }

    Packed psoObjects() {
        return psoObjects;
    }

    Packed opsPredicates() {
        return opsPredicates;
    }

    Packed opsSubjects() {
        return opsSubjects;
    }

    /** The set of named graphs that have the triple at a place of an order. */
    int graphSet(Order order, int place) {
        return switch (order) {
            case SPO -> spoSets.get(place);
            case PSO -> psoSets.get(place);
            case OPS -> opsSets.get(place);
        };
    }
}
