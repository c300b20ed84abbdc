// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import org.diastem.index.Segment.Order;

/**
 * Goes over the triples of a graph that fit a pattern of ids. For one thread; used again and again, so that no object is
 * made for a look-up.
 */
public final class Scan {
    private GraphView view;
    private int part;
    private Segment segment;
    private boolean[] accepted;
    private Order order;
    private int place;
    private int end;
    private int wantedSubject;
    private int wantedPredicate;
    private int wantedObject;
    /** Where the run of the subject ends that {@link #subject} holds, in a scan of all triples. */
    private int subjectEnd;

    private int subject;
    private int predicate;
    private int object;

    /**
     * Begins anew.
     *
     * @param subjectId 0 for any
     * @param predicateNumber -1 for any
     * @param objectId 0 for any
     */
    public void open(GraphView graph, int subjectId, int predicateNumber, int objectId) {
        view = graph;
        part = 0;
        wantedSubject = subjectId;
        wantedPredicate = predicateNumber;
        wantedObject = objectId;
        openPart();
    }

    private void openPart() {
        if (part < view.parts().size()) {
            GraphView.Part here = view.parts().get(part);
            accepted = here.accepted();
            locate(here.segment(), wantedSubject, wantedPredicate, wantedObject);
        } else {
            place = 0;
            end = 0;
        }
    }

    /** Finds the shortest stretch of an order that has all triples of the pattern in one segment. */
    void locate(Segment there, int s, int p, int o) {
        segment = there;
        wantedSubject = s;
        wantedPredicate = p;
        wantedObject = o;
        subject = s;
        predicate = p;
        object = o;
        if (s > 0) {
            bySubject(s, p, o);
        } else if (o > 0) {
            order = Order.OPS;
            place = there.objectFrom(o);
            end = there.objectTo(o);
            if (p >= 0) {
                place = there.opsPredicates().firstAtLeast(place, end, p);
                end = there.opsPredicates().firstAtLeast(place, end, p + 1);
            }
        } else if (p >= 0) {
            order = Order.PSO;
            place = there.predicateFrom(p);
            end = there.predicateTo(p);
        } else {
            order = Order.SPO;
            place = 0;
            end = there.count();
            subjectEnd = 0;
        }
    }

    private void bySubject(int s, int p, int o) {
        order = Order.SPO;
        place = segment.subjectFrom(s);
        end = segment.subjectTo(s);
        if (p >= 0) {
            place = segment.spoPredicates().firstAtLeast(place, end, p);
            end = segment.spoPredicates().gallop(place, end, p + 1);
            if (o > 0) {
                place = segment.spoObjects().firstAtLeast(place, end, o);
                end = place < end && segment.spoObjects().get(place) == o ? place + 1 : place;
            }
        } else if (o > 0) {
            int from = segment.objectFrom(o);
            int to = segment.objectTo(o);
            if (to - from < end - place) {
                order = Order.OPS;
                place = from;
                end = to;
            }
        }
    }

    /** How many triples are left in the stretch; some of them may not fit. */
    int length() {
        return end - place;
    }

    /** Goes to the next triple that fits, if there is one. */
    public boolean next() {
        while (true) {
            while (place < end) {
                int here = place++;
                if (accepted != null && !accepted[segment.graphSet(order, here)]) {
                    continue;
                }
                if (read(here)) {
                    return true;
                }
            }
            if (view == null || ++part >= view.parts().size()) {
                return false;
            }
            openPart();
        }
    }

    private boolean read(int here) {
        switch (order) {
            case SPO -> {
                if (wantedSubject == 0 && here >= subjectEnd) {
                    nextSubject(here);
                }
                if (wantedPredicate < 0) {
                    predicate = segment.spoPredicates().get(here);
                }
                int found = segment.spoObjects().get(here);
                if (wantedObject > 0 && found != wantedObject) {
                    return false;
                }
                object = found;
            }
            case PSO -> {
                subject = segment.psoSubjects().get(here);
                object = segment.psoObjects().get(here);
            }
            case OPS -> {
                if (wantedPredicate < 0) {
                    predicate = segment.opsPredicates().get(here);
                }
                int found = segment.opsSubjects().get(here);
                if (wantedSubject > 0 && found != wantedSubject) {
                    return false;
                }
                subject = found;
            }
        }
        return true;
    }

    private void nextSubject(int here) {
        subject = subject == 0 ? segment.subjectAt(here) : subject + 1;
        subjectEnd = segment.subjectTo(subject);
        while (subjectEnd <= here) {
            subject++;
            subjectEnd = segment.subjectTo(subject);
        }
    }

    /** The subject of the triple here. */
    public int subject() {
        return subject;
    }

    /** The number of its predicate. */
    public int predicate() {
        return predicate;
    }

    /** Its object. */
    public int object() {
        return object;
    }
}
