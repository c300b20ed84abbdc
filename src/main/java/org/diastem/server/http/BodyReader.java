// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;

/** Reads a body piece by piece as it arrives; no thread waits in between, however slow the client is. */
final class BodyReader implements Runnable {
    private final Content.Source source;
    private final int mostBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    BodyReader(Content.Source source, int mostBytes) {
        this.source = source;
        this.mostBytes = mostBytes;
    }

    CompletableFuture<byte[]> whole() {
        return whole;
    }

    @Override
    public void run() {
        while (!whole.isDone()) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            take(chunk);
        }
    }

    private static Refusal refusal(Throwable failure) {
        int code = failure instanceof HttpException known ? known.getCode() : HttpStatus.REQUEST_TIMEOUT_408;
        return switch (code) {
            case HttpStatus.BAD_REQUEST_400 -> Refusal.of(code, "The request's body is not well-formed: look at its chunks.");
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> Refusal.of(code, "The request's body is too long. Split the query.");
            default -> Refusal.of(
                    HttpStatus.REQUEST_TIMEOUT_408, "The request's body did not arrive whole and in time.");
        };
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            if (chunk.isLast()) {
                whole.completeExceptionally(refusal(chunk.getFailure()));
            }
            return;
        }
        ByteBuffer buffer = chunk.getByteBuffer();
        boolean last = chunk.isLast();
        boolean fits = bytes.size() + buffer.remaining() <= mostBytes;
        if (fits) {
            bytes.writeBytes(BufferUtil.toArray(buffer));
        }
        chunk.release();
        if (!fits) {
            whole.completeExceptionally(
                    Refusal.of(413, "The request's body is longer than " + mostBytes + " bytes. Split the query."));
        } else if (last) {
            whole.complete(bytes.toByteArray());
        }
    }
}
