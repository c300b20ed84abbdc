// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.diastem.vocab.Dia;

/** The value set of {@code dia:sign}: which way a predicate moves its object. */
public enum Sign {
    RAISES("Raises"),
    LOWERS("Lowers"),
    NEUTRAL("Neutral"),
    UNSTATED("Unstated");

    private final String term;

    Sign(String term) {
        this.term = term;
    }

    /** The local name of the individual. */
    public String term() {
        return term;
    }

    /** The sign of that individual; a predicate without a known sign states no direction. */
    static Sign of(Node individual) {
        return Arrays.stream(values())
                .filter(sign -> Dia.term(sign.term).equals(individual))
                .findFirst()
                .orElse(UNSTATED);
    }
}
