// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Objects;

/**
 * An identifier that was given and is no longer in use. Its IRI still answers, and it is never given again.
 *
 * @param kind what it named, as the segment of its IRI: {@code claim}
 * @param replacedBy identifiers of the same kind that say what it said; often none
 * @param since the first release without it
 */
public record RetiredRecord(String id, String kind, List<String> replacedBy, String since, Bilingual reason) {
    public RetiredRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        replacedBy = List.copyOf(replacedBy);
        Objects.requireNonNull(since);
        Objects.requireNonNull(reason);
    }
}
