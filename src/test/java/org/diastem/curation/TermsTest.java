// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.diastem.model.Predicate;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Terms terms = Terms.of(ontology());

    @Test
    void classes_are_concepts_and_properties_are_not() {
        assertTrue(terms.isConcept("StemCell"));
        assertFalse(terms.isConcept("promotes"));
        assertFalse(terms.isConcept("Affirmed"));
        assertTrue(terms.isDeclared("promotes") && terms.isDeclared("Affirmed"));
    }

    @Test
    void a_concept_is_found_by_what_it_is_called() {
        assertEquals("StemCell", terms.conceptCalled("Example Stem Cell").or(() -> terms.conceptCalled("stem cell")).orElseThrow());
        assertEquals("StemCell", terms.conceptCalled("示例干细胞").orElseThrow());
        assertTrue(terms.conceptCalled("nothing of the kind").isEmpty());
    }

    @Test
    void predicates_know_their_kind_of_claim_and_what_they_expect() {
        assertEquals(
                new Predicate("secretes", "MechanismClaim", List.of("Cell", "Vesicle"), List.of("Factor")),
                terms.predicate("secretes").orElseThrow());
        assertTrue(terms.predicate("bearsOn").isEmpty(), "it is never the predicate of a claim");
    }

    @Test
    void closed_lists_hold_the_individuals_of_their_class() {
        assertEquals(Set.of("Affirmed", "Denied"), terms.values("PolarityValue"));
        assertEquals(Set.of(), terms.values("Cell"));
    }

    @Test
    void labels_and_synonyms_are_kept_apart_by_language() {
        assertEquals(Set.of("example stem cell", "stem unit"), terms.labels("StemCell", "en"));
        assertEquals(Set.of("示例干细胞", "干性单元"), terms.labels("StemCell", "zh"));
    }

    @Test
    void the_hierarchy_is_reflexive_and_transitive() {
        assertTrue(terms.isA("StemCell", "StemCell"));
        assertTrue(terms.isA("LoadedCordVesicle", "Vesicle"));
        assertFalse(terms.isA("Vesicle", "LoadedCordVesicle"));
    }

    private static Graph ontology() {
        Graph graph = RDFDataMgr.loadGraph(
                FixtureProject.resource("project/ontology/diastem.ttl").toUri().toString());
        RDFParser.create()
                .source(FixtureProject.resource("project/ontology/diastem-zh.ttl"))
                .parse(graph);
        return graph;
    }
}
