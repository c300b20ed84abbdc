// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diastem.build.Project;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2ELProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;

/** The repository's ontology stays within the profiles that its tools need. */
class OntologyProfileTest {
    private static final Project PROJECT = Project.at(FixtureProject.REPOSITORY);

    @Test
    void the_ontology_with_its_chinese_twin_is_owl_2_dl() throws OWLOntologyCreationException {
        assertEquals(List.of(), violations(new OWL2DLProfile(), PROJECT.english(), PROJECT.chinese()));
    }

    @Test
    void the_core_file_is_owl_2_el() throws OWLOntologyCreationException {
        assertEquals(List.of(), violations(new OWL2ELProfile(), PROJECT.english()));
    }

    @Test
    void both_checkers_see_what_is_outside_their_profile(@TempDir Path folder)
            throws IOException, OWLOntologyCreationException {
        Path seeded = folder.resolve("seeded.ttl");
        Files.writeString(
                seeded,
                Files.readString(PROJECT.english())
                        + """
                        dia:SeededFault a owl:Class ;
                            rdfs:subClassOf dia:NeverDeclared , [ a owl:Class ; owl:unionOf ( dia:Cell dia:Exosome ) ] .
                        """);
        assertTrue(violations(new OWL2DLProfile(), seeded).stream().anyMatch(text -> text.contains("NeverDeclared")));
        assertTrue(violations(new OWL2ELProfile(), seeded).stream().anyMatch(text -> text.contains("SeededFault")));
    }

    private static List<String> violations(OWLProfile profile, Path... files) throws OWLOntologyCreationException {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        // The twin imports the core file, which is given, so nothing is fetched.
        manager.getIRIMappers().add(imported -> IRI.create("file:///nowhere/"));
        OWLOntologyLoaderConfiguration lenient = new OWLOntologyLoaderConfiguration()
                .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT);
        List<OWLOntology> loaded = new ArrayList<>();
        for (Path file : files) {
            loaded.add(manager.loadOntologyFromOntologyDocument(new FileDocumentSource(file.toFile()), lenient));
        }
        OWLOntology whole = OWLManager.createOWLOntologyManager()
                .createOntology(
                        loaded.stream().flatMap(OWLOntology::axioms), IRI.create("https://w3id.org/diastem/ontology"));
        assertTrue(whole.getAxiomCount() > 1000, "saw " + whole.getAxiomCount() + " axioms");
        Stream<String> found = profile.checkOntology(whole).getViolations().stream().map(Object::toString);
        return found.sorted().toList();
    }
}
