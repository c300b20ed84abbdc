// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.diastem.problem.Place;
import org.diastem.problem.Problem;
import org.diastem.problem.Severity;

/**
 * What a check found in the graph.
 *
 * @param check the name of the check, as in reports and severity profiles
 * @param place the row or file that the offending node came from, where that is known
 * @param node the offending node, as short as it can be written; may be empty
 * @param message what is wrong and what to do, as a sentence
 */
public record Finding(String check, Severity severity, Optional<Place> place, String node, String message)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::check)
            .thenComparing(
                    finding -> finding.place().orElse(null), Comparator.nullsFirst(Comparator.<Place>naturalOrder()))
            .thenComparing(Finding::node)
            .thenComparing(Finding::message);

    public Finding {
        Objects.requireNonNull(check);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(place);
        Objects.requireNonNull(node);
        Objects.requireNonNull(message);
    }

    /** The same of a problem that reading the sources found; the code is the check. */
    public static Finding of(Problem problem) {
        return new Finding(
                problem.code().key(), problem.severity(), Optional.of(problem.place()), "", problem.explanation());
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** One line for people, of the same form as that of a problem. */
    public String line() {
        StringBuilder text = new StringBuilder();
        place.ifPresent(known -> text.append(known).append(": "));
        text.append(severity.word()).append(' ').append(check).append(": ");
        if (!node.isEmpty()) {
            text.append(node).append(": ");
        }
        return text.append(message).toString();
    }
}
