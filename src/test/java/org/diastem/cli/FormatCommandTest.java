// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.diastem.problem.ExitCode;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLException;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyManager;

class FormatCommandTest {
    private static final Path ONTOLOGY = FixtureProject.REPOSITORY.resolve("ontology");
    private static final String CORE = "diastem.ttl";
    private static final String TWIN = "diastem-zh.ttl";
    private static final String INVERSES = "inverses.ttl";

    @TempDir
    private Path folder;

    private String out;
    private String err;

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of(CORE, TWIN, INVERSES)) {
            Files.copy(ONTOLOGY.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void the_files_of_the_repository_are_formatted() {
        assertEquals(0, run("format", "ontology", "--check", "--ontology", ONTOLOGY.toString()), out);
        assertEquals("", out + err);
    }

    @Test
    void a_file_in_disorder_is_named_and_left_alone_by_the_check_and_mended_without_it() throws IOException {
        String before = Files.readString(folder.resolve(CORE));
        String disorder = before + "dia:Cell rdfs:comment \"out of place\"@en .\n";
        Files.writeString(folder.resolve(CORE), disorder);
        assertEquals(ExitCode.FINDINGS.number(), format("--check"));
        assertEquals(folder.resolve(CORE) + "\n", out);
        assertEquals(disorder, Files.readString(folder.resolve(CORE)));
        assertEquals(0, format());
        assertEquals(folder.resolve(CORE) + "\n", out);
        assertTrue(Files.readString(folder.resolve(CORE)).contains("    rdfs:comment \"out of place\"@en .\n"));
        assertEquals(0, format("--check"));
        assertEquals("", out);
        assertEquals(Files.readString(ONTOLOGY.resolve(TWIN)), Files.readString(folder.resolve(TWIN)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(3, files.count(), "nothing is left aside");
        }
    }

    @Test
    void the_module_of_inverses_is_formatted_too_and_may_be_absent() throws IOException {
        Path file = folder.resolve(INVERSES);
        String before = Files.readString(file);
        Files.writeString(file, before.replace("dia:hasPart a", "dia:hasPart   a"));
        assertEquals(0, format());
        assertEquals(file + "\n", out);
        assertEquals(before, Files.readString(file));
        Files.delete(file);
        assertEquals(0, format("--check"));
    }

    @Test
    void a_file_that_does_not_parse_is_reported_and_nothing_is_written() throws IOException {
        Files.writeString(folder.resolve(TWIN), "dia:Cell a owl:Class .\n");
        assertEquals(ExitCode.FINDINGS.number(), format());
        assertTrue(err.contains(TWIN + ":1:"), err);
        assertEquals("dia:Cell a owl:Class .\n", Files.readString(folder.resolve(TWIN)));
    }

    @Test
    void a_class_added_in_an_editor_is_the_only_difference_afterwards() throws IOException, OWLException {
        addClassAsAnEditorDoes(folder.resolve(CORE));
        List<String> saved = Files.readAllLines(folder.resolve(CORE));
        assertFalse(saved.equals(Files.readAllLines(ONTOLOGY.resolve(CORE))));
        assertEquals(0, format());
        List<String> expected = new ArrayList<>(Files.readAllLines(ONTOLOGY.resolve(CORE)));
        int next = expected.indexOf("dia:CellularComponent a owl:Class ;");
        assertTrue(next > 0);
        expected.addAll(
                next,
                """
                dia:CellX a owl:Class ;
                    rdfs:label "cell X"@en ;
                    obo:IAO_0000115 "A cell that stands only in this test of the formatter."@en ;
                    rdfs:subClassOf dia:Cell .

                """
                        .lines()
                        .toList());
        assertEquals(expected, Files.readAllLines(folder.resolve(CORE)));
    }

    @Test
    void it_has_to_be_said_what_is_formatted() {
        assertEquals(ExitCode.USAGE.number(), run("format"));
        assertTrue(err.contains("diastem format ontology"), err);
    }

    private static void addClassAsAnEditorDoes(Path file) throws OWLException {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        OWLOntology ontology = manager.loadOntologyFromOntologyDocument(file.toFile());
        OWLDataFactory factory = manager.getOWLDataFactory();
        String namespace = "https://w3id.org/diastem/ontology/";
        OWLClass added = factory.getOWLClass(IRI.create(namespace + "CellX"));
        ontology.add(factory.getOWLDeclarationAxiom(added));
        ontology.add(factory.getOWLSubClassOfAxiom(added, factory.getOWLClass(IRI.create(namespace + "Cell"))));
        ontology.add(factory.getOWLAnnotationAssertionAxiom(
                factory.getRDFSLabel(), added.getIRI(), factory.getOWLLiteral("cell X", "en")));
        ontology.add(factory.getOWLAnnotationAssertionAxiom(
                factory.getOWLAnnotationProperty(IRI.create("http://purl.obolibrary.org/obo/IAO_0000115")),
                added.getIRI(),
                factory.getOWLLiteral("A cell that stands only in this test of the formatter.", "en")));
        manager.saveOntology(ontology, new TurtleDocumentFormat(), IRI.create(file.toFile()));
    }

    private int format(String... options) {
        List<String> arguments = new ArrayList<>(List.of("format", "ontology", "--ontology", folder.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        Outcome outcome = Outcome.of(arguments);
        out = outcome.out();
        err = outcome.err();
        return outcome.code();
    }
}
