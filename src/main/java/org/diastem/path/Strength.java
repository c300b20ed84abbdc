// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.diastem.vocab.Dia;

/** The value set of {@code dia:strength}, weakest first. */
public enum Strength {
    NONE("NoneFound"),
    STATEMENT("StatementOnly"),
    IN_VITRO("InVitroOnly"),
    ANIMAL("AnimalOnly"),
    OTHER_HUMAN("OtherHuman"),
    POOLED_HUMAN("RandomisedOrPooledHuman");

    private final String term;

    Strength(String term) {
        this.term = term;
    }

    /** The local name of the individual. */
    public String term() {
        return term;
    }

    public Node node() {
        return Dia.term(term);
    }

    /** The class of the style sheet that colours it. */
    public String style() {
        return "s" + ordinal();
    }

    /** The one that a node of the value set stands for. */
    public static Optional<Strength> of(Node individual) {
        return Arrays.stream(values()).filter(strength -> strength.node().equals(individual)).findFirst();
    }

    /** The one of that local name. */
    public static Optional<Strength> ofTerm(String term) {
        return Arrays.stream(values()).filter(strength -> strength.term.equals(term)).findFirst();
    }
}
