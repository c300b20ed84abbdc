// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Goes over what is sorted in each lot in the order of all of them.
 *
 * @param <R> reads one lot, and is compared by what it has just read
 */
final class LotMerge<R extends LotMerge.Reader<R>> implements Closeable {
    /** Reads what is in one lot, one after the other. */
    interface Reader<R> extends Comparable<R>, Closeable {
        /** Goes to the next one, if there is one. */
        boolean next() throws IOException;
    }

    /** Begins to read a lot. */
    interface Opener<R> {
        R open(Lot lot) throws IOException;
    }

    private final List<R> readers = new ArrayList<>();
    private final PriorityQueue<R> queue = new PriorityQueue<>();

    LotMerge(List<Lot> lots, Opener<R> opener) throws IOException {
        try {
            for (Lot lot : lots) {
                R reader = opener.open(lot);
                readers.add(reader);
                enqueue(reader);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void enqueue(R reader) throws IOException {
        if (reader.next()) {
            queue.add(reader);
        }
    }

    /** The reader that has what comes next; null at the end. */
    R head() {
        return queue.peek();
    }

    /** Leaves what comes next behind. */
    void advance() throws IOException {
        enqueue(queue.remove());
    }

    @Override
    public void close() throws IOException {
        for (R reader : readers) {
            reader.close();
        }
    }
}
