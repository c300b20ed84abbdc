// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diastem.problem.Severity;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.HermiT.ReasonerFactory;

class OntologyReasonerTest {
    private static final String PREFIXES =
            """
            @prefix dia: <https://w3id.org/diastem/ontology/> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            <https://w3id.org/diastem/ontology> a owl:Ontology .
            dia:A a owl:Class . dia:B a owl:Class ; owl:disjointWith dia:A .
            """;

    @TempDir
    private Path folder;

    @Test
    void a_parent_follows_from_definitions_and_an_implied_one_is_left_out() {
        Classification classification = new OntologyReasoner().classify(fixture());
        assertTrue(classification.consistent());
        assertEquals(Map.of(), classification.unsatisfiable());
        assertEquals(3, classification.logicalDefinitions());
        assertEquals(Set.of(iri("StemCellVesicle")), classification.directParents().get(iri("CordVesicle")));
        assertEquals(Set.of(iri("StemCell")), classification.directParents().get(iri("CordStemCell")));
        assertEquals(Set.of(iri("DiabeticComplication")), classification.directParents().get(iri("KidneyDisease")));
        assertEquals(
                Set.of(Namespaces.OBO + "BFO_0000015"), classification.directParents().get(iri("Process")));
    }

    @Test
    void another_reasoner_finds_the_same_parents() {
        assertEquals(
                new OntologyReasoner(new ReasonerFactory()).classify(fixture()),
                new OntologyReasoner().classify(fixture()));
    }

    @Test
    void a_class_that_can_have_no_member_is_a_finding_with_its_iri() throws IOException {
        Classification classification = classify("dia:C a owl:Class ; rdfs:subClassOf dia:A , dia:B .");
        assertEquals(Set.of(iri("C")), classification.unsatisfiable().keySet());
        List<Finding> findings = OntologyReasoner.findings(classification, "ontology/diastem.ttl");
        assertEquals(1, findings.size());
        assertEquals(Severity.ERROR, findings.get(0).severity());
        assertTrue(findings.get(0).line().startsWith("ontology/diastem.ttl: error reasoner: " + iri("C")));
    }

    @Test
    void the_finding_names_the_axioms_that_leave_no_member_and_no_others() throws IOException {
        Classification classification = classify(
                """
                dia:r a owl:ObjectProperty .
                dia:X a owl:Class ; rdfs:label "ex" .
                dia:C a owl:Class ; rdfs:subClassOf dia:A , dia:X ;
                  owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( dia:X <https://example.org/Y> ) ] .
                <https://example.org/Y> a owl:Class ; rdfs:label "why" ; rdfs:subClassOf dia:B .
                dia:D a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty dia:r ;
                  owl:someValuesFrom dia:C ] .
                """);
        assertEquals(
                List.of("A DisjointWith B", "C EquivalentTo 'why' and X", "C SubClassOf A", "'why' SubClassOf B")
                        .stream().sorted().toList(),
                classification.unsatisfiable().get(iri("C")));
        assertEquals(Set.of(iri("C"), iri("D")), classification.unsatisfiable().keySet());
        List<Finding> findings = OntologyReasoner.findings(classification, "x");
        assertTrue(findings.get(0).line().contains("because: 'why' SubClassOf B; A DisjointWith B; "), findings.toString());
        assertTrue(findings.get(1).line().contains("D SubClassOf r some C"), findings.toString());
    }

    @Test
    void where_many_classes_have_no_member_some_are_explained() throws IOException {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            turtle.append("dia:C").append(i).append(" a owl:Class ; rdfs:subClassOf dia:A , dia:B .\n");
        }
        Classification classification = classify(turtle.toString());
        assertEquals(8, classification.unsatisfiable().size());
        assertEquals(5, classification.unsatisfiable().values().stream().filter(axioms -> !axioms.isEmpty()).count());
        assertTrue(OntologyReasoner.findings(classification, "x").get(7).line().contains("Mend the others first"));
    }

    @Test
    void a_contradiction_is_a_finding() throws IOException {
        Classification classification = classify("dia:c a owl:NamedIndividual , dia:A , dia:B .");
        assertFalse(classification.consistent());
        assertEquals(1, OntologyReasoner.findings(classification, "x").size());
    }

    @Test
    void an_import_is_not_fetched() throws IOException {
        Classification classification =
                classify("<https://w3id.org/diastem/ontology> owl:imports <https://example.org/nowhere> .");
        assertTrue(classification.consistent());
    }

    private Classification classify(String turtle) throws IOException {
        Path file = folder.resolve("small.ttl");
        Files.writeString(file, PREFIXES + turtle);
        return new OntologyReasoner().classify(List.of(file));
    }

    private static List<Path> fixture() {
        return List.of(
                FixtureProject.resource("project/ontology/diastem.ttl"),
                FixtureProject.resource("project/ontology/imports/bfo.ttl"));
    }

    private static String iri(String name) {
        return Namespaces.DIA + name;
    }
}
