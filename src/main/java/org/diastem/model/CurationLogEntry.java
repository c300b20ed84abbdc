// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Objects;

/**
 * What the second reading of a claim came to.
 *
 * @param outcome {@code Changed}, or {@code Upheld} where one tried to refute the claim and could not
 * @param field the column that changed; empty for an upheld claim
 */
public record CurationLogEntry(
        String id, String claim, String section, String outcome, String field, String before, String after, String why) {
    public CurationLogEntry {
        Objects.requireNonNull(id);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(outcome);
    }
}
