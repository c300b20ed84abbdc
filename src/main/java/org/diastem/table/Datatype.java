// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diastem.problem.ProblemCode;

/**
 * What a cell of a column may hold: a row of {@code data/schema/datatypes.csv}.
 *
 * @param name as columns name it
 * @param kind which check decides
 * @param target for a reference the table it leads to, for a closed list the ontology class whose individuals it holds;
 *     else empty
 * @param pattern a regular expression for the whole value, if the datatype has one
 * @param problem the code of a value that does not match the pattern
 */
public record Datatype(
        String name, Kind kind, String target, Optional<Pattern> pattern, ProblemCode problem, String example) {

    /** A concept or a year. */
    public static final String TIMING = "timing";

    /** The kinds of check. */
    public enum Kind {
        /** The pattern alone decides. */
        TEXT,
        /** An identifier of a row of the target table. */
        REFERENCE,
        /** An individual of a class of the ontology. */
        CLOSED_LIST,
        /** An argument of a claim: a concept, an individual, and where the column says so a claim or a group. */
        ARGUMENT,
        /** A predicate of claims. */
        PREDICATE
    }

    public Datatype {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(target);
        Objects.requireNonNull(pattern);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(example);
    }

    /** Whether a value is the name of a term of the ontology, or may be. */
    public boolean namesTerm() {
        return switch (kind) {
            case CLOSED_LIST, ARGUMENT, PREDICATE -> true;
            case TEXT -> name.equals(TIMING);
            case REFERENCE -> false;
        };
    }

    boolean accepts(String value) {
        return pattern.map(known -> known.matcher(value).matches()).orElse(true);
    }
}
