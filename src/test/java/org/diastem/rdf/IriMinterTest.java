// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.diastem.model.Term;
import org.junit.jupiter.api.Test;

class IriMinterTest {
    @Test
    void every_kind_of_term_has_its_namespace() {
        assertEquals(
                "https://w3id.org/diastem/ontology/Exosome", IriMinter.term(new Term.Concept("Exosome")).getURI());
        assertEquals(
                "https://w3id.org/diastem/figure/F1", IriMinter.term(new Term.Individual("figure", "F1")).getURI());
        assertEquals("https://w3id.org/diastem/claim/C0001", IriMinter.term(new Term.ClaimRef("C0001")).getURI());
        assertEquals("https://w3id.org/diastem/group/G001", IriMinter.term(new Term.GroupRef("G001")).getURI());
    }

    @Test
    void numbers_have_their_form() {
        assertEquals("https://w3id.org/diastem/mapping/M0007", IriMinter.mapping(7).getURI());
        assertEquals("https://w3id.org/diastem/line/L7", IriMinter.line(7).getURI());
    }

    @Test
    void an_unknown_kind_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> IriMinter.individual("claims", "C0001"));
    }
}
