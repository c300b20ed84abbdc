// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.List;
import org.apache.jena.graph.Node;
import org.diastem.vocab.Dia;

/** The value set of {@code dia:netSign}: which way the start of a path moves its end. */
public enum NetSign {
    RAISES("Raises"),
    LOWERS("Lowers"),
    UNDETERMINED("Undetermined");

    private final String term;

    NetSign(String term) {
        this.term = term;
    }

    /** The local name of the individual. */
    public String term() {
        return term;
    }

    public Node node() {
        return Dia.term(term);
    }

    /**
     * The product of the signs: two that lower make one that raises, and a neutral step passes on what came before.
     * It is undetermined where a step states no direction, where a step is said to hold only under a condition, for a
     * part of the cases or beside something else, and where every step is neutral.
     */
    static NetSign of(List<Step> steps) {
        int product = 0;
        for (Step step : steps) {
            if (step.isQualified() || step.sign() == Sign.UNSTATED) {
                return UNDETERMINED;
            }
            if (step.sign() != Sign.NEUTRAL) {
                product = (product == 0 ? 1 : product) * (step.sign() == Sign.RAISES ? 1 : -1);
            }
        }
        return product == 0 ? UNDETERMINED : product > 0 ? RAISES : LOWERS;
    }

    /** Whether two paths between the same ends cannot both be right. */
    public boolean isOppositeOf(NetSign other) {
        return this != UNDETERMINED && other != UNDETERMINED && this != other;
    }
}
