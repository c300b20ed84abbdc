// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PublicAddressesTest {
    @Test
    void one_publication_has_one_address_however_its_doi_is_written() {
        assertEquals("https://doi.org/10.1016/s0140-6736(06)x", PublicAddresses.doi("10.1016/S0140-6736(06)X").getURI());
        assertEquals(PublicAddresses.doi("10.1000/abc"), PublicAddresses.publication("10.1000/ABC"));
    }

    @Test
    void what_a_path_cannot_hold_is_encoded() {
        assertEquals(
                "https://doi.org/10.1002/1097%3C1%3E%23%3F;2-x",
                PublicAddresses.doi("10.1002/1097<1>#?;2-X").getURI());
    }

    @Test
    void identifiers_of_registries_have_their_address() {
        assertEquals("https://identifiers.org/pubmed:123", PublicAddresses.pubMed("123").getURI());
        assertEquals("https://identifiers.org/pmc:PMC123", PublicAddresses.publication("PMC123").getURI());
        assertEquals(
                "https://identifiers.org/clinicaltrials:NCT00000001",
                PublicAddresses.registeredTrial("NCT00000001").getURI());
        assertEquals(
                "https://clinicaltrials.gov/study/NCT00000001", PublicAddresses.registryPage("NCT00000001").getURI());
    }
}
