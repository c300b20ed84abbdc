// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** The bytes of an answer that is sent more than once. They are zipped when somebody first wants them so, and only once. */
public final class KeptBody {
    private final byte[] plain;
    private byte[] zipped;

    /** @param plain which nobody changes any more */
    public KeptBody(byte[] plain) {
        this.plain = Objects.requireNonNull(plain);
    }

    byte[] plain() {
        return plain;
    }

    synchronized byte[] zipped() {
        if (zipped == null) {
            zipped = zipped(plain);
        }
        return zipped;
    }

    /** Bytes that are held now. */
    public synchronized int size() {
        return plain.length + (zipped == null ? 0 : zipped.length);
    }

    static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream made = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream zip = new GZIPOutputStream(made)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return made.toByteArray();
    }
}
