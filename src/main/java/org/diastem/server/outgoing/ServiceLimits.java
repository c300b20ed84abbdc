// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import java.time.Duration;
import java.util.Objects;

/**
 * What a query may ask of other endpoints, beside its own limits.
 *
 * @param time until one request is answered whole
 * @param bytes of one answer
 * @param rows of one answer
 * @param requests of one query
 * @param bindings sent with one request
 */
public record ServiceLimits(Duration time, int bytes, long rows, int requests, int bindings) {
    /** Shorter than a query may take, so that it is the other endpoint that is named. */
    public static final ServiceLimits STANDARD =
            new ServiceLimits(Duration.ofSeconds(8), 10_000_000, 100_000, 100, 100);

    public ServiceLimits {
        Objects.requireNonNull(time);
        if (time.isNegative() || time.isZero() || bytes < 1 || rows < 1 || requests < 1 || bindings < 1) {
            throw new IllegalArgumentException("a limit must be more than nothing");
        }
    }

    public ServiceLimits withTime(Duration other) {
        return new ServiceLimits(other, bytes, rows, requests, bindings);
    }
}
