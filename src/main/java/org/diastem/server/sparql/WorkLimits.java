// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.time.Duration;
import java.util.Objects;

/**
 * What all queries together and one client may use.
 *
 * @param running queries at once, each in a thread
 * @param queue queries that wait for one of these
 * @param longestWait in the queue
 * @param perClient queries of one client, running or waiting
 * @param clientWork time of work for one client within a minute; zero is no limit
 */
public record WorkLimits(int running, int queue, Duration longestWait, int perClient, Duration clientWork) {
    /** Twice the processors: a query that waits for its reader leaves one free. */
    public static final WorkLimits STANDARD = new WorkLimits(
            2 * Runtime.getRuntime().availableProcessors(), 16, Duration.ofSeconds(2), 10, Duration.ofSeconds(60));

    public WorkLimits {
        Objects.requireNonNull(longestWait);
        Objects.requireNonNull(clientWork);
        if (running < 1 || queue < 0 || perClient < 0) {
            throw new IllegalArgumentException("a limit must be more than nothing");
        }
    }
}
