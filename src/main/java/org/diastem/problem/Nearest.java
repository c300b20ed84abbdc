// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the valid value that a mistyped one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the smallest edit distance, compared without regard to case; none if more than a third of the
     * characters would have to change. Ties go to the first in alphabetical order, so that messages are repeatable.
     */
    public static Optional<String> of(String typed, Collection<String> candidates) {
        return several(typed, candidates, 1).stream().findFirst();
    }

    /** As {@link #of}, the nearest first. */
    public static List<String> several(String typed, Collection<String> candidates, int most) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, wanted.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(allowed);
        record Scored(String value, int score) {}
        return candidates.stream()
                .map(value -> new Scored(value, distance.apply(wanted, value.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.score >= 0)
                .sorted(Comparator.comparingInt(Scored::score).thenComparing(Scored::value))
                .limit(most)
                .map(Scored::value)
                .toList();
    }
}
