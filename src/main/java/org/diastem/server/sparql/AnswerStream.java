// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;

/**
 * The bytes of an answer on their way to the client. The first ones are held back: as long as nothing has left, a query
 * that fails can still be answered with a proper status and a text, and a short answer gets its length.
 */
public final class AnswerStream extends OutputStream {
    private static final int HELD_BACK = 64 * 1024;

    private final Exchange exchange;
    private final String contentType;
    private final Budget budget;
    private final int heldBack;
    private final Runnable whenBegun;
    private ByteArrayOutputStream first = new ByteArrayOutputStream();
    private OutputStream rest;
    private long written;

    public AnswerStream(Exchange exchange, String contentType, Budget budget) {
        this(exchange, contentType, budget, HELD_BACK, () -> {});
    }

    /**
     * @param heldBack bytes that are kept before the first leave
     * @param whenBegun called when they do
     */
    public AnswerStream(Exchange exchange, String contentType, Budget budget, int heldBack, Runnable whenBegun) {
        this.exchange = exchange;
        this.contentType = contentType;
        this.budget = budget;
        this.heldBack = heldBack;
        this.whenBegun = whenBegun;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        budget.check();
        written += length;
        budget.bytes(written);
        if (rest == null && first.size() + length > heldBack) {
            whenBegun.run();
            rest = exchange.begin(200, contentType);
            first.writeTo(rest);
            first = null;
        }
        if (rest == null) {
            first.write(bytes, from, length);
        } else {
            rest.write(bytes, from, length);
        }
    }

    /** Nothing: writers flush as they like, the answer leaves when there is enough of it. */
    @Override
    public void flush() {
        // See above.
    }

    /** Nothing: a writer may close; the answer is whole only when {@link #finish} is called. */
    @Override
    public void close() {
        // See above.
    }

    /** All bytes so far, as long as none has left. */
    public Optional<byte[]> held() {
        return rest == null ? Optional.of(first.toByteArray()) : Optional.empty();
    }

    /** The answer is whole. */
    public void finish() throws IOException {
        budget.check();
        if (rest == null) {
            exchange.send(new Answer(200, contentType, first.toByteArray()));
        } else {
            rest.close();
        }
    }
}
