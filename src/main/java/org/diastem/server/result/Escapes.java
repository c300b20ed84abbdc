// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

/** How the characters are written that a format does not take as they are. */
enum Escapes {
    /** Nothing is escaped. */
    NONE(4, "") {
        @Override
        void put(char character, ByteSink sink) {
            sink.put(character);
        }
    },

    /** Inside a string of JSON (RFC 8259, section 7). */
    JSON(6, controls() + "\"\\") {
        @Override
        void put(char character, ByteSink sink) {
            putBackslashed(character, sink);
        }
    },

    /** Inside a quoted string of N-Triples, Turtle and TSV. */
    QUOTED(6, controls() + "\"\\\u007F") {
        @Override
        void put(char character, ByteSink sink) {
            putBackslashed(character, sink);
        }
    },

    /** Between the angle brackets of an IRI. */
    IRI(6, controls() + " <>\"{}|^`\\\u007F") {
        @Override
        void put(char character, ByteSink sink) {
            putCode(character, sink);
        }
    },

    /**
     * Between the tags of XML 1.0 and in its attributes, which has no way to write most control characters: these are
     * replaced.
     */
    XML(6, controls() + "&<>\"") {
        @Override
        void put(char character, ByteSink sink) {
            switch (character) {
                case '&' -> sink.put(AMPERSAND);
                case '<' -> sink.put(LESS);
                case '>' -> sink.put(GREATER);
                case '"' -> sink.put(QUOTE);
                case '\t' -> sink.put(TAB);
                case '\n' -> sink.put(LINE_FEED);
                case '\r' -> sink.put(CARRIAGE_RETURN);
                default -> sink.put(REPLACEMENT);
            }
        }

        @Override
        char offered(char character) {
            return character >= '\uFFFE' ? ByteSink.REPLACEMENT : character;
        }
    },

    /** Inside a quoted field of CSV. */
    CSV(4, "\"") {
        @Override
        void put(char character, ByteSink sink) {
            sink.put('"');
            sink.put('"');
        }
    };

    private static final byte[] AMPERSAND = ByteSink.ascii("&amp;");
    private static final byte[] LESS = ByteSink.ascii("&lt;");
    private static final byte[] GREATER = ByteSink.ascii("&gt;");
    private static final byte[] QUOTE = ByteSink.ascii("&quot;");
    private static final byte[] TAB = ByteSink.ascii("&#x9;");
    private static final byte[] LINE_FEED = ByteSink.ascii("&#xA;");
    private static final byte[] CARRIAGE_RETURN = ByteSink.ascii("&#xD;");
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};
    private static final int ASCII = 128;

    private final int longest;
    private final boolean[] plain = new boolean[ASCII];

    Escapes(int longest, String escaped) {
        this.longest = longest;
        for (char character = 0; character < ASCII; character++) {
            plain[character] = escaped.indexOf(character) < 0;
        }
    }

    /** The most bytes that a character becomes. */
    int longest() {
        return longest;
    }

    /** By character: whether it is a byte of its own. What is beyond the end is never escaped. */
    boolean[] plain() {
        return plain;
    }

    /** Writes a character that is not plain. */
    abstract void put(char character, ByteSink sink);

    /** What is written for a character beyond ASCII. */
    char offered(char character) {
        return character;
    }

    private static String controls() {
        StringBuilder all = new StringBuilder();
        for (char character = 0; character < ' '; character++) {
            all.append(character);
        }
        return all.toString();
    }

    private static void putBackslashed(char character, ByteSink sink) {
        char letter =
                switch (character) {
                    case '\b' -> 'b';
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\f' -> 'f';
                    case '\r' -> 'r';
                    case '"', '\\' -> character;
                    default -> 'u';
                };
        if (letter == 'u') {
            putCode(character, sink);
        } else {
            sink.put('\\');
            sink.put(letter);
        }
    }

    private static void putCode(char character, ByteSink sink) {
        sink.put('\\');
        sink.put('u');
        sink.putHexadecimal(character);
    }
}
