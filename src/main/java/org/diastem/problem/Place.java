// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import java.util.Comparator;
import java.util.Objects;

/**
 * Where something stands in a file.
 *
 * @param file the file's name as a person would type it, relative to the project
 * @param line counted from 1; 0 for the file as a whole
 * @param column the character in that line, counted from 1 in Unicode characters; 0 for the line as a whole
 * @param field the name of the table column, or empty
 */
public record Place(String file, int line, int column, String field) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::file)
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column)
            .thenComparing(Place::field);

    public Place {
        Objects.requireNonNull(file);
        Objects.requireNonNull(field);
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("a place has no negative line or column");
        }
    }

    /** The file as a whole. */
    public static Place ofFile(String file) {
        return new Place(file, 0, 0, "");
    }

    public static Place ofLine(String file, int line) {
        return new Place(file, line, 0, "");
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column (field)}, without the parts that are not known. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        if (!field.isEmpty()) {
            text.append(" (").append(field).append(')');
        }
        return text.toString();
    }
}
