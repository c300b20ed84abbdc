// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.diastem.build.Project;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's ontology says what can be nothing at once, and nothing that nature contradicts. */
class DisjointnessTest {
    private static final List<String> WRONG = List.of(
            "Cell AnatomicalEntity", "Cell CellularComponent", "Cell MolecularEntity", "AnatomicalEntity CellularComponent",
            "AnatomicalEntity MolecularEntity", "Protein RibonucleicAcid", "Protein SmallMolecule",
            "MultipotentStemCell PluripotentStemCell", "PluripotentStemCell UnipotentStemCell", "Multipotency Unipotency",
            "Human NonHumanAnimal", "EmbryonicStemCell InducedPluripotentStemCell",
            // A mesenchymal stem cell is multipotent, a cell is no process, a risk is no person.
            "MesenchymalStemCell EmbryonicStemCell", "Cell Apoptosis", "TreatmentRisk Human");

    /** Cells in transition, stem cells of the adult body, patients with two diseases: they exist. */
    private static final List<String> RIGHT = List.of(
            "M1Macrophage M2Macrophage", "SomaticCell StemCell",
            "AcuteKidneyInjury ChronicKidneyDisease", "Cell TherapeuticProduct", "MolecularEntity TherapeuticProduct",
            "Wound DiabeticComplication", "AnatomicalEntity Organism");

    @TempDir
    private Path folder;

    @Test
    void a_class_that_is_two_disjoint_kinds_at_once_is_caught_with_its_reason() throws IOException {
        List<String> lines = new ArrayList<>(List.of(Namespaces.sparqlPrologue()));
        add("Wrong", WRONG, lines);
        add("Right", RIGHT, lines);
        Path added = Files.write(folder.resolve("added.ttl"), lines);
        Classification classification =
                new OntologyReasoner().classify(List.of(Project.at(FixtureProject.REPOSITORY).english(), added));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < WRONG.size(); i++) {
            expected.add(Namespaces.DIA + "Wrong" + (char) ('A' + i));
        }
        assertEquals(expected, List.copyOf(classification.unsatisfiable().keySet()));
        List<String> reason = classification.unsatisfiable().get(Namespaces.DIA + "WrongA");
        assertTrue(reason.contains("WrongA SubClassOf Cell"), reason.toString());
        assertTrue(reason.stream().anyMatch(axiom -> axiom.startsWith("DisjointClasses:")), reason.toString());
    }

    private static void add(String name, List<String> pairs, List<String> lines) {
        for (int i = 0; i < pairs.size(); i++) {
            String[] parents = pairs.get(i).split(" ");
            lines.add("dia:" + name + (char) ('A' + i) + " a owl:Class ; rdfs:subClassOf dia:" + parents[0] + " , dia:"
                    + parents[1] + " .");
            lines.add("dia:" + parents[0] + " a owl:Class . dia:" + parents[1] + " a owl:Class .");
        }
    }
}
