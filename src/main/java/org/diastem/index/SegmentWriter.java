// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.IOException;

/**
 * Writes the three orders of a segment. The second is made of the first and the third of the second by putting each
 * triple where the next of its predicate, or of its object, belongs: neither needs to be sorted.
 */
final class SegmentWriter {
    private final String name;
    private final TripleMerge.Triples triples;
    private final int predicateCount;
    private final int setCount;
    private final GraphTally tally;

    SegmentWriter(String name, TripleMerge.Triples triples, int predicateCount, int setCount, GraphTally tally) {
        this.name = name;
        this.triples = triples;
        this.predicateCount = predicateCount;
        this.setCount = setCount;
        this.tally = tally;
    }

    void write(ColumnWriter columns, Layout layout) throws IOException {
        int count = triples.count();
        layout.numbers.put(name + ".triples", (long) count);
        layout.numbers.put(name + ".subject.lowest", (long) triples.lowestSubject());
        layout.numbers.put(name + ".subject.highest", (long) triples.highestSubject());
        layout.numbers.put(name + ".object.lowest", (long) triples.lowestObject());
        layout.numbers.put(name + ".object.highest", (long) triples.highestObject());
        int mostPredicate = Math.max(0, predicateCount - 1);
        int mostSet = setCount - 1;

        int[] byPredicate = new int[predicateCount + 1];
        int[] byObject = new int[triples.highestObject() - triples.lowestObject() + 2];
        writeSubjects(columns, mostPredicate, mostSet, byPredicate, byObject);
        places(byPredicate);
        places(byObject);
        long[] predicatePlaces = new long[byPredicate.length];
        for (int i = 0; i < predicatePlaces.length; i++) {
            predicatePlaces[i] = byPredicate[i];
        }
        layout.lists.put(name + ".predicate.place", predicatePlaces);

        ColumnWriter.Numbers psoSubjects = columns.column(name + ".pso.s", count, triples.highestSubject());
        ColumnWriter.Numbers psoObjects = columns.column(name + ".pso.o", count, triples.highestObject());
        ColumnWriter.Numbers psoSets = columns.column(name + ".pso.set", count, mostSet);
        int[] next = byPredicate.clone();
        triples.rewind();
        while (triples.next()) {
            int place = next[triples.predicate()]++;
            psoSubjects.set(place, triples.subject());
            psoObjects.set(place, triples.object());
            psoSets.set(place, triples.set());
        }

        ColumnWriter.Numbers objectPlaces = columns.column(name + ".ops.place", byObject.length, count);
        for (int i = 0; i < byObject.length; i++) {
            objectPlaces.set(i, byObject[i]);
        }
        ColumnWriter.Numbers opsPredicates = columns.column(name + ".ops.p", count, mostPredicate);
        ColumnWriter.Numbers opsSubjects = columns.column(name + ".ops.s", count, triples.highestSubject());
        ColumnWriter.Numbers opsSets = columns.column(name + ".ops.set", count, mostSet);
        tally.begin();
        int predicate = 0;
        for (int place = 0; place < count; place++) {
            while (place >= byPredicate[predicate + 1]) {
                predicate++;
            }
            int subject = psoSubjects.get(place);
            int set = psoSets.get(place);
            tally.byPredicate(predicate, subject, set);
            int there = byObject[psoObjects.get(place) - triples.lowestObject()]++;
            opsPredicates.set(there, predicate);
            opsSubjects.set(there, subject);
            opsSets.set(there, set);
        }
        // Each place has moved on to where the next object begins.
        tally.begin();
        int object = 0;
        for (int place = 0; place < count; place++) {
            while (place >= byObject[object]) {
                object++;
            }
            tally.byObject(object, opsPredicates.get(place), opsSets.get(place));
        }
        tally.endSegment(name, layout);
    }

    private void writeSubjects(
            ColumnWriter columns, int mostPredicate, int mostSet, int[] byPredicate, int[] byObject)
            throws IOException {
        int count = triples.count();
        int places = triples.highestSubject() - triples.lowestSubject() + 2;
        ColumnWriter.Numbers subjectPlaces = columns.column(name + ".spo.place", places, count);
        ColumnWriter.Numbers predicates = columns.column(name + ".spo.p", count, mostPredicate);
        ColumnWriter.Numbers objects = columns.column(name + ".spo.o", count, triples.highestObject());
        ColumnWriter.Numbers sets = columns.column(name + ".spo.set", count, mostSet);
        tally.beginSubjects(name.equals(Index.DEFAULT));
        int nextPlace = 0;
        triples.rewind();
        for (int place = 0; triples.next(); place++) {
            while (nextPlace <= triples.subject() - triples.lowestSubject()) {
                subjectPlaces.set(nextPlace++, place);
            }
            predicates.set(place, triples.predicate());
            objects.set(place, triples.object());
            sets.set(place, triples.set());
            byPredicate[triples.predicate()]++;
            byObject[triples.object() - triples.lowestObject()]++;
            tally.bySubject(triples.subject(), triples.set());
        }
        while (nextPlace < places) {
            subjectPlaces.set(nextPlace++, count);
        }
    }

    /** Of numbers of things makes the place where each begins. */
    private static void places(int[] counts) {
        int place = 0;
        for (int i = 0; i < counts.length; i++) {
            int here = counts[i];
            counts[i] = place;
            place += here;
        }
    }
}
