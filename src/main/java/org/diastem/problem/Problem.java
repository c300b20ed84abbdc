// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One problem in a curated source.
 *
 * @param found the offending text, cut to a readable length by the reader of the message, never here
 * @param detail what was expected at this place, beyond the sentence of the code; may be empty
 * @param nearest the nearest valid value, if one is near
 */
public record Problem(ProblemCode code, Place place, String found, String detail, Optional<String> nearest)
        implements Comparable<Problem> {
    private static final int SHOWN_CHARACTERS = 80;
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::place)
            .thenComparing(Problem::code)
            .thenComparing(Problem::found)
            .thenComparing(Problem::detail);

    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(place);
        Objects.requireNonNull(found);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(nearest);
    }

    public Severity severity() {
        return code.severity();
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** One line for people: place, severity, code, and the {@link #explanation()}. */
    public String message() {
        return place + ": " + severity().word() + " " + code.key() + ": " + explanation();
    }

    /** What was found, what was expected, the nearest valid value. */
    public String explanation() {
        StringBuilder text = new StringBuilder();
        if (!found.isEmpty()) {
            text.append("found \"").append(shown(found)).append("\". ");
        }
        text.append(code.expectation());
        if (!detail.isEmpty()) {
            text.append(' ').append(detail);
        }
        nearest.ifPresent(value -> text.append(" Did you mean ").append(value).append('?'));
        return text.toString();
    }

    private static String shown(String raw) {
        StringBuilder text = new StringBuilder();
        raw.codePoints().limit(SHOWN_CHARACTERS).forEach(character -> {
            if (Character.isISOControl(character)) {
                text.append(String.format(Locale.ROOT, "\\u%04X", character));
            } else {
                text.appendCodePoint(character);
            }
        });
        if (raw.codePointCount(0, raw.length()) > SHOWN_CHARACTERS) {
            text.append("...");
        }
        return text.toString();
    }
}
