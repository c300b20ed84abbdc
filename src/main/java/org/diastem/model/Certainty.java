// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Arrays;

/** How sure the text is. The weakest word that governs the clause decides. */
public enum Certainty {
    ESTABLISHED("Established"),
    REPORTED("Reported"),
    POTENTIAL("Potential"),
    RECOMMENDED("Recommended"),
    OPEN_NEED("OpenNeed");

    private final String term;

    Certainty(String term) {
        this.term = term;
    }

    /** The local name of the individual in the ontology. */
    public String term() {
        return term;
    }

    /** Whether the text tells it as fact or finding, rather than as hope, advice or need. */
    public boolean isTold() {
        return this == ESTABLISHED || this == REPORTED;
    }

    /**
     * The certainty of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Certainty ofTerm(String term) {
        return Arrays.stream(values())
                .filter(value -> value.term.equals(term))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no certainty " + term));
    }
}
