// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diastem.problem.Place;

/** One cell of a table: its text, unquoted, and the place where it begins. */
public record Cell(String text, Place place) {
    /** Separates the values of a cell that holds several. */
    public static final char VALUE_SEPARATOR = '|';

    public Cell {
        Objects.requireNonNull(text);
        Objects.requireNonNull(place);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The values between the separators; none for an empty cell. */
    public List<String> values() {
        return isEmpty() ? List.of() : Arrays.asList(text.split("\\|", -1));
    }
}
