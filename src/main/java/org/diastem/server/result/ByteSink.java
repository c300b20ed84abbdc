// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes on their way to a stream. They leave between two rows, when there are enough of them; a row that is longer than
 * the usual makes the buffer grow for a while.
 */
final class ByteSink {
    private static final int FIRST = 2 * 1_024;
    private static final int ENOUGH = 24 * 1_024;
    private static final int KEPT = 64 * 1_024;
    /** Characters that are made room for at once, each for its longest escape. */
    private static final int CHUNK = 1_024;

    private static final char[] HEXADECIMAL = "0123456789ABCDEF".toCharArray();
    /** What stands for half of a surrogate pair, which no UTF-8 can hold, and for what no XML can hold. */
    static final char REPLACEMENT = '\uFFFD';

    private final OutputStream out;
    private byte[] bytes = new byte[FIRST];
    private int size;

    ByteSink(OutputStream out) {
        this.out = out;
    }

    int size() {
        return size;
    }

    /** What was put in since the size was that. */
    byte[] since(int mark) {
        return Arrays.copyOfRange(bytes, mark, size);
    }

    /** All that has not left, as text. */
    String text() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    /** Forgets what has not left. */
    void clear() {
        size = 0;
    }

    /** A part of what another one holds. */
    void put(ByteSink other, int from, int to) {
        reserve(to - from);
        System.arraycopy(other.bytes, from, bytes, size, to - from);
        size += to - from;
    }

    void put(byte[] piece) {
        reserve(piece.length);
        System.arraycopy(piece, 0, bytes, size, piece.length);
        size += piece.length;
    }

    /** @param ascii a single byte in UTF-8 */
    void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    /** Text without escapes. */
    void put(String text) {
        put(text, Escapes.NONE);
    }

    void put(String text, Escapes escapes) {
        int length = text.length();
        for (int from = 0; from < length; from += CHUNK) {
            int to = Math.min(length, from + CHUNK);
            reserve((to - from) * escapes.longest());
            put(text, from, to, escapes);
        }
    }

    private void put(String text, int from, int to, Escapes escapes) {
        byte[] into = bytes;
        int at = size;
        boolean[] plain = escapes.plain();
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character < plain.length) {
                if (plain[character]) {
                    into[at++] = (byte) character;
                } else {
                    size = at;
                    escapes.put(character, this);
                    into = bytes;
                    at = size;
                }
            } else if (character < 0x800) {
                into[at++] = (byte) (0xC0 | character >> 6);
                into[at++] = (byte) (0x80 | character & 0x3F);
            } else if (!Character.isSurrogate(character)) {
                at = three(escapes.offered(character), into, at);
            } else if (isHighOfPair(text, i)) {
                // The other half is in the next chunk at worst, and is passed over there.
                int point = Character.toCodePoint(character, text.charAt(i + 1));
                into[at++] = (byte) (0xF0 | point >> 18);
                into[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                into[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                into[at++] = (byte) (0x80 | point & 0x3F);
            } else if (i == 0 || !isHighOfPair(text, i - 1)) {
                at = three(REPLACEMENT, into, at);
            }
        }
        size = at;
    }

    private static boolean isHighOfPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private static int three(char character, byte[] into, int at) {
        into[at] = (byte) (0xE0 | character >> 12);
        into[at + 1] = (byte) (0x80 | character >> 6 & 0x3F);
        into[at + 2] = (byte) (0x80 | character & 0x3F);
        return at + 3;
    }

    /** Four digits. */
    void putHexadecimal(char character) {
        reserve(4);
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[size++] = (byte) HEXADECIMAL[character >> shift & 0xF];
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, Math.min(2 * bytes.length, bytes.length + KEPT)));
        }
    }

    /** To be called where the bytes so far may leave. */
    void flushIfFull() throws IOException {
        if (size >= ENOUGH) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(bytes, 0, size);
        size = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
