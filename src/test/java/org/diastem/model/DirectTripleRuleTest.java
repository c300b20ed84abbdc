// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectTripleRuleTest {
    private static final Predicate SECRETES = new Predicate("secretes", "MechanismClaim", List.of(), List.of());
    private static final Term CELL = new Term.Concept("Cell");
    private static final Term FACTOR = new Term.Concept("Factor");

    @Test
    void a_plain_claim_has_a_direct_triple() {
        assertTrue(allowed(CELL, FACTOR, Polarity.AFFIRMED, Certainty.REPORTED, SECRETES));
        assertTrue(allowed(CELL, FACTOR, Polarity.AFFIRMED, Certainty.ESTABLISHED, SECRETES));
        assertTrue(allowed(
                new Term.Individual("figure", "F1"), FACTOR, Polarity.AFFIRMED, Certainty.ESTABLISHED, SECRETES));
    }

    @Test
    void a_denial_a_hope_an_advice_and_a_need_have_none() {
        assertFalse(allowed(CELL, FACTOR, Polarity.DENIED, Certainty.REPORTED, SECRETES));
        for (Certainty certainty : List.of(Certainty.POTENTIAL, Certainty.RECOMMENDED, Certainty.OPEN_NEED)) {
            assertFalse(allowed(CELL, FACTOR, Polarity.AFFIRMED, certainty, SECRETES), certainty.term());
        }
    }

    @Test
    void a_comparison_and_a_treatment_have_none() {
        assertFalse(allowed(CELL, FACTOR, Polarity.AFFIRMED, Certainty.REPORTED,
                new Predicate("superiorTo", "ComparisonClaim", List.of(), List.of())));
        assertFalse(allowed(CELL, FACTOR, Polarity.AFFIRMED, Certainty.REPORTED,
                new Predicate("treats", "TreatmentClaim", List.of(), List.of())));
        assertTrue(allowed(CELL, FACTOR, Polarity.AFFIRMED, Certainty.REPORTED,
                new Predicate("studiedToTreat", "TreatmentClaim", List.of(), List.of())));
    }

    @Test
    void a_claim_about_a_claim_or_with_a_value_has_none() {
        Term claim = new Term.ClaimRef("C0001");
        assertFalse(allowed(claim, FACTOR, Polarity.AFFIRMED, Certainty.REPORTED, SECRETES));
        assertFalse(allowed(CELL, claim, Polarity.AFFIRMED, Certainty.REPORTED, SECRETES));
        assertFalse(allowed(CELL, new Term.GroupRef("G001"), Polarity.AFFIRMED, Certainty.REPORTED, SECRETES));
        PlainValue twelve = new PlainValue("12", PlainValue.Kind.INTEGER);
        assertFalse(allowed(CELL, twelve, Polarity.AFFIRMED, Certainty.REPORTED, SECRETES));
    }

    @Test
    void of_the_qualifiers_a_condition_a_comparator_and_a_part_of_the_cases_stand_in_the_way() {
        assertFalse(allowedWith("underCondition", "Hypoxia"));
        assertFalse(allowedWith("comparator", "Cell"));
        assertFalse(allowedWith("quantifier", "Most"));
        assertTrue(allowedWith("quantifier", "All"));
        assertTrue(allowedWith("despite", "Hypoxia"));
        assertTrue(allowedWith("inContextOf", "Diabetes"));
    }

    private static boolean allowedWith(String property, String value) {
        Qualifier qualifier = new Qualifier(property, new Term.Concept(value));
        return DirectTripleRule.allows(
                claim(CELL, FACTOR, Polarity.AFFIRMED, Certainty.REPORTED, List.of(qualifier)), SECRETES);
    }

    private static boolean allowed(
            Term subject, Filler target, Polarity polarity, Certainty certainty, Predicate predicate) {
        return DirectTripleRule.allows(claim(subject, target, polarity, certainty, List.of()), predicate);
    }

    private static Claim claim(
            Term subject, Filler target, Polarity polarity, Certainty certainty, List<Qualifier> qualifiers) {
        SourcePlace place = new SourcePlace(
                "S6", 1, 0, 5, "BodyText", Optional.empty(), Optional.empty(), Optional.empty());
        return new Claim(
                "C0001", subject, "secretes", target, Optional.empty(), polarity, certainty, "NoneNamed", place,
                Optional.empty(), Optional.empty(), qualifiers, new Bilingual("It secretes.", "它分泌。"));
    }
}
