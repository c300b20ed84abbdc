// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

/** Whether the text says that it is so, or that it is not so. The names are those of the ontology's individuals. */
public enum Polarity {
    AFFIRMED("Affirmed"),
    DENIED("Denied");

    private final String term;

    Polarity(String term) {
        this.term = term;
    }

    /** The local name of the individual in the ontology. */
    public String term() {
        return term;
    }

    public static Polarity ofTerm(String term) {
        return term.equals(DENIED.term) ? DENIED : AFFIRMED;
    }
}
