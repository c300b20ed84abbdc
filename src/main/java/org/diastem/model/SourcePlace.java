// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a claim stands in the source page.
 *
 * @param line the line's number, from 1
 * @param start the first Unicode character of the claim's words in that line, from 0
 * @param end the character after the last
 * @param locus local name of body text, heading or caption
 */
public record SourcePlace(
        String section,
        int line,
        int start,
        int end,
        String locus,
        Optional<String> figure,
        Optional<String> table,
        Optional<String> quote) {
    public SourcePlace {
        Objects.requireNonNull(section);
        Objects.requireNonNull(locus);
        Objects.requireNonNull(figure);
        Objects.requireNonNull(table);
        Objects.requireNonNull(quote);
        if (line < 1 || start < 0 || end <= start) {
            throw new IllegalArgumentException("no place in a line: " + line + " [" + start + "," + end + ")");
        }
    }
}
