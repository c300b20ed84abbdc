// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

/** Rising ids in a column: what two of have in common is found by leaps. For one thread; used again and again. */
public final class Run {
    private Segment segment;
    private boolean[] accepted;
    private Segment.Order order;
    private Packed column;
    private int at;
    private int end;

    void set(GraphView.Part part, Segment.Order order, Packed column, int from, int to) {
        this.segment = part.segment();
        this.accepted = part.accepted();
        this.order = order;
        this.column = column;
        this.at = from;
        this.end = to;
        skip();
    }

    private void skip() {
        while (accepted != null && at < end && !accepted[segment.graphSet(order, at)]) {
            at++;
        }
    }

    /** How many ids are left; an upper bound where the graph is a part of a segment. */
    public int length() {
        return end - at;
    }

    public boolean isAtEnd() {
        return at >= end;
    }

    /** The id here; to be asked before the end only. */
    public int id() {
        return column.get(at);
    }

    /** One further. */
    public void advance() {
        at++;
        skip();
    }

    /** To the first id from here that is not smaller than another. */
    public void leapTo(int id) {
        at = column.gallop(at, end, id);
        skip();
    }
}
