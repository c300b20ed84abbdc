// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

/**
 * Decides which claims are also published as one direct triple, so that a query over direct triples can never take a
 * hope, a denial, a conditional effect, a part of the cases or a comparison for a plain finding.
 */
public final class DirectTripleRule {
    private static final String TREATS = "treats";

    private DirectTripleRule() {}

    /**
     * True exactly for a claim that is affirmed, told as established or reported, without condition, without quantifier
     * other than {@code All}, without comparator, whose predicate is neither of the comparison group nor
     * {@code treats}, and whose ends are concepts or individuals.
     */
    public static boolean allows(Claim claim, Predicate predicate) {
        return claim.polarity() == Polarity.AFFIRMED
                && claim.certainty().isTold()
                && !claim.has("underCondition")
                && !claim.has("comparator")
                && claim.fillers("quantifier").stream().allMatch(new Term.Concept("All")::equals)
                && !predicate.isComparison()
                && !predicate.name().equals(TREATS)
                && claim.subject().isThing()
                && claim.target() instanceof Term target
                && target.isThing();
    }
}
