// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One finding of one publication or trial, and how it bears on one claim. The link is our curation, not the source's.
 *
 * @param id the claim's number, a hyphen and a running number
 * @param direction local name of which way it bears
 * @param directness local name of whether it tests that very claim
 * @param judgement local name of why it was linked in this way
 * @param dimensions the coded dimensions: a property and a concept each; what was not seen is absent
 * @param studyType local name of the kind of study that this finding comes from
 * @param seenAt the pages on which the finding was seen, {@code seenOn} the day as YYYY-MM-DD
 * @param secondReading local name of what a second reader made of it
 */
public record EvidenceLine(
        String id,
        String claim,
        EvidenceItem item,
        String direction,
        String directness,
        String judgement,
        List<Qualifier> dimensions,
        String studyType,
        Optional<Integer> sampleSize,
        Optional<String> sampleNote,
        Effect effect,
        Bilingual finding,
        List<String> seenAt,
        String seenOn,
        String curatedBy,
        String secondReading) {
    public EvidenceLine {
        Objects.requireNonNull(id);
        Objects.requireNonNull(claim);
        Objects.requireNonNull(item);
        Objects.requireNonNull(direction);
        Objects.requireNonNull(directness);
        Objects.requireNonNull(judgement);
        dimensions = List.copyOf(dimensions);
        Objects.requireNonNull(studyType);
        Objects.requireNonNull(sampleSize);
        Objects.requireNonNull(sampleNote);
        Objects.requireNonNull(effect);
        Objects.requireNonNull(finding);
        seenAt = List.copyOf(seenAt);
        Objects.requireNonNull(seenOn);
        Objects.requireNonNull(curatedBy);
        Objects.requireNonNull(secondReading);
    }
}
