// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told of a query without parsing it, because parsing is what it would hurt: the parser recurses on each
 * bracket, and the compiler of paths writes out each count.
 *
 * @param depth how many brackets enclose each other
 * @param pathCount the greatest product of the counts of one path, as 6 in {@code (p{2}){3}}
 * @param pathSteps the sum of these products over the whole text
 */
record QueryText(int depth, long pathCount, long pathSteps) {
    /** By the IRIREF rule of SPARQL 1.1; what begins with this is no "less than". */
    private static final Pattern IRI = Pattern.compile("<[^<>\"{}|^`\\\\\\x00-\\x20]*+>");

    private static final Pattern COUNT = Pattern.compile("\\{\\s*+(\\d*+)\\s*+(?:,\\s*+(\\d*+)\\s*+)?\\}");
    private static final int DIGITS_OF_A_COUNT = 9;
    /** So that no product of counts overflows. */
    private static final long BEYOND = Long.MAX_VALUE / 1_000_000_000L;

    static QueryText of(String text) {
        return new Scan(text).result();
    }

    private static final class Scan {
        private final String text;
        /** For each open bracket, the greatest product of counts inside it. */
        private final Deque<Long> open = new ArrayDeque<>();
        private int deepest;
        private long greatest;
        private long steps;
        /** The greatest product inside the group that closed just before this place; 1 where none did. */
        private long closed = 1;
        private long inside = 1;

        Scan(String text) {
            this.text = text;
        }

        QueryText result() {
            int at = 0;
            while (at < text.length()) {
                at = step(at, text.charAt(at)) + 1;
            }
            return new QueryText(deepest, greatest, steps);
        }

        /** @return the last place that belongs to what begins here */
        private int step(int at, char character) {
            if (Character.isWhitespace(character)) {
                return at;
            }
            if (character == '{') {
                Matcher count = COUNT.matcher(text).region(at, text.length());
                if (count.lookingAt() && count.end() > at + 2) {
                    count(count);
                    return count.end() - 1;
                }
            }
            long before = closed;
            closed = 1;
            switch (character) {
                case '(', '[', '{' -> open();
                case ')', ']', '}' -> close();
                case '#' -> {
                    closed = before;
                    return endOfLine(at);
                }
                case '"', '\'' -> {
                    return endOfString(at, character);
                }
                case '<' -> {
                    Matcher iri = IRI.matcher(text).region(at, text.length());
                    return iri.lookingAt() ? iri.end() - 1 : at;
                }
                default -> {
                    // Nothing that opens, closes or hides.
                }
            }
            return at;
        }

        private void open() {
            open.push(inside);
            inside = 1;
            deepest = Math.max(deepest, open.size());
        }

        private void close() {
            closed = inside;
            if (!open.isEmpty()) {
                inside = Math.max(open.pop(), inside);
            }
        }

        private void count(Matcher found) {
            long factor = Math.max(number(found.group(1)), number(found.group(2)));
            long product = Math.min(BEYOND, closed * Math.max(1, factor));
            closed = 1;
            inside = Math.max(inside, product);
            greatest = Math.max(greatest, product);
            steps = Math.min(BEYOND, steps + product);
        }

        private static long number(String digits) {
            if (digits == null || digits.isEmpty()) {
                return 0;
            }
            return digits.length() > DIGITS_OF_A_COUNT ? BEYOND : Math.min(BEYOND, Long.parseLong(digits));
        }

        private int endOfLine(int from) {
            int at = from;
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            return at;
        }

        /** The last character of the string that begins there, or the end of the text if it does not end. */
        private int endOfString(int from, char quote) {
            String three = String.valueOf(quote).repeat(3);
            boolean isLong = text.startsWith(three, from);
            int at = from + (isLong ? 3 : 1);
            while (at < text.length()) {
                char character = text.charAt(at);
                if (character == '\\') {
                    at++;
                } else if (isLong ? text.startsWith(three, at) : character == quote) {
                    return isLong ? at + 2 : at;
                } else if (!isLong && (character == '\n' || character == '\r')) {
                    return at;
                }
                at++;
            }
            return text.length();
        }
    }
}
