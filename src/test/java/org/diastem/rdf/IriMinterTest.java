// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.TreeMap;
import org.diastem.model.Mapping;
import org.diastem.model.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertEquals("https://w3id.org/diastem/line/L7", IriMinter.line(7).getURI());
    }

    @ParameterizedTest
    @CsvSource({
        "exactMatch, http://purl.obolibrary.org/obo/CL_0000034, exact-CL-0000034",
        "narrowMatch, http://purl.uniprot.org/uniprot/P15692, narrow-P15692",
        "closeMatch, http://identifiers.org/hgnc/12680, close-hgnc-12680",
        "exactMatch, https://identifiers.org/mirbase:MIMAT0000449, exact-MIMAT0000449",
        "broadMatch, https://w3id.org/biolink/vocab/has_part, broad-has-part"
    })
    void a_mapping_is_named_by_what_it_says(String predicate, String object, String name) {
        Mapping mapping = new Mapping(
                "https://w3id.org/diastem/ontology/Example",
                "http://www.w3.org/2004/02/skos/core#" + predicate,
                object,
                "https://w3id.org/semapv/vocab/ManualMappingCuration",
                new TreeMap<>());
        assertEquals("https://w3id.org/diastem/mapping/Example-" + name, IriMinter.mapping(mapping).getURI());
    }

    @Test
    void an_unknown_kind_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> IriMinter.individual("claims", "C0001"));
    }
}
