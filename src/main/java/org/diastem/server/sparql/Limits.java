// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.time.Duration;
import java.util.Objects;

/**
 * What one query may use.
 *
 * @param time until the last byte of its answer has left
 * @param rows of a SELECT, triples of a CONSTRUCT or DESCRIBE
 * @param bytes of the answer before compression
 * @param keptRows kept at once for sorting, grouping, DISTINCT and joins; the measure of memory
 * @param textBytes of the query in UTF-8
 * @param nesting of brackets of any kind
 * @param operators of its algebra and expressions; members of VALUES and IN do not count
 * @param pathCount the product of the counts of a property path, as 6 in {@code (p{2}){3}}
 * @param stringLength characters of a string that the query builds
 * @param digits of a number that the query works out
 */
public record Limits(
        Duration time,
        long rows,
        long bytes,
        long keptRows,
        int textBytes,
        int nesting,
        int operators,
        int pathCount,
        int stringLength,
        int digits) {

    /** Generous for questions over one graph, small enough that many strangers may ask at once in 1 GB. */
    public static final Limits STANDARD =
            new Limits(Duration.ofSeconds(10), 1_000_000, 100_000_000, 400_000, 262_144, 150, 2_000, 100, 1_000_000, 10_000);

    public Limits {
        Objects.requireNonNull(time);
        if (time.isNegative() || time.isZero() || rows < 1 || bytes < 1 || keptRows < 1 || textBytes < 1) {
            throw new IllegalArgumentException("a limit must be more than nothing");
        }
    }

    public Limits withTime(Duration other) {
        return new Limits(other, rows, bytes, keptRows, textBytes, nesting, operators, pathCount, stringLength, digits);
    }

    public Limits withRows(long other) {
        return new Limits(time, other, bytes, keptRows, textBytes, nesting, operators, pathCount, stringLength, digits);
    }

    public Limits withBytes(long other) {
        return new Limits(time, rows, other, keptRows, textBytes, nesting, operators, pathCount, stringLength, digits);
    }

    public Limits withKeptRows(long other) {
        return new Limits(time, rows, bytes, other, textBytes, nesting, operators, pathCount, stringLength, digits);
    }
}
