// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diastem.model.Uncovered;

/** How far the claims of one line of the source cover its clauses. */
public record LineCoverage(int line, String section, List<ClauseCoverage> clauses) {
    public LineCoverage {
        Objects.requireNonNull(section);
        clauses = List.copyOf(clauses);
    }

    /**
     * A run of letters, inside one clause, that no claim covers.
     *
     * @param reason the row that says why no claim is needed
     */
    public record Stretch(int start, int end, Optional<Uncovered> reason) {}

    /**
     * One clause.
     *
     * @param letters how many letters and digits it has, of which {@code covered} are in the words of some claim
     */
    public record ClauseCoverage(int start, int end, int letters, int covered, List<Stretch> uncovered) {
        public ClauseCoverage {
            uncovered = List.copyOf(uncovered);
        }

        /** Whether it is covered, or every part that is not has a reason, or one has none. */
        public State state() {
            if (uncovered.isEmpty()) {
                return State.COVERED;
            }
            return uncovered.stream().allMatch(stretch -> stretch.reason().isPresent())
                    ? State.WITH_REASON
                    : State.WITHOUT_REASON;
        }

        private String text() {
            StringBuilder text = new StringBuilder(start + "-" + end + " " + covered + "/" + letters);
            for (Stretch stretch : uncovered) {
                text.append(" [").append(stretch.start()).append('-').append(stretch.end()).append(' ');
                text.append(stretch.reason().map(row -> row.reason() + " " + row.id()).orElse("no reason")).append(']');
            }
            return text.toString();
        }
    }

    /** What became of a clause. */
    public enum State {
        COVERED,
        WITH_REASON,
        WITHOUT_REASON
    }

    public long count(State state) {
        return clauses.stream().filter(clause -> clause.state() == state).count();
    }

    /** One line: for each clause its offsets, covered letters of all letters, and what is not covered and why. */
    public String text() {
        return "line " + line + " (" + section + "): "
                + (clauses.isEmpty()
                        ? "no clause"
                        : String.join("; ", clauses.stream().map(ClauseCoverage::text).toList()));
    }
}
