// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diastem.build.Project;
import org.diastem.rdf.TurtleFiles;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.semanticweb.elk.owlapi.ElkReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2ELProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** With the bridge and the import modules, our classes stand where the community's ontologies have them. */
class BridgeTest {
    private static final Project PROJECT = Project.at(FixtureProject.REPOSITORY);
    private static final List<String> KINDS = List.of(
            "BFO:0000015", "BFO:0000016", "BFO:0000019", "BFO:0000040", "IAO:0000030");

    private static OWLOntology whole;
    private static OWLReasoner reasoner;

    @BeforeAll
    static void classify() throws OWLOntologyCreationException {
        List<Path> files = new ArrayList<>(List.of(PROJECT.english(), PROJECT.bridge()));
        files.addAll(TurtleFiles.list(PROJECT.imports(), ".ttl"));
        whole = OWLManager.createOWLOntologyManager().createOntology();
        for (Path file : files) {
            load(file).axioms().forEach(whole::add);
        }
        reasoner = new ElkReasonerFactory().createNonBufferingReasoner(whole);
    }

    @AfterAll
    static void dispose() {
        reasoner.dispose();
    }

    @Test
    void nothing_contradicts_and_every_class_can_have_members() {
        assertTrue(reasoner.isConsistent());
        assertEquals(Set.of(), unsatisfiable(reasoner));
    }

    /** Foreign roots are held to the kind of entity that they are, as upper ontologies do: no process is a cell. */
    @Test
    void no_class_is_matched_with_another_kind_of_entity() throws IOException, OWLOntologyCreationException {
        OWLDataFactory make = OWLManager.getOWLDataFactory();
        OWLOntology sorted = OWLManager.createOWLOntologyManager().createOntology(whole.axioms());
        sorted.add(make.getOWLDisjointClassesAxiom(KINDS.stream().map(BridgeTest::obo).toList()));
        for (String[] row : rows("kinds.csv")) {
            sorted.add(make.getOWLSubClassOfAxiom(obo(row[0]), obo(row[1])));
        }
        OWLReasoner strict = new ElkReasonerFactory().createNonBufferingReasoner(sorted);
        assertEquals(Set.of(), unsatisfiable(strict));
        strict.dispose();
    }

    @Test
    void no_two_classes_of_ours_become_one() {
        Set<Set<String>> merged = whole.classesInSignature()
                .map(type -> reasoner.getEquivalentClasses(type)
                        .entities()
                        .map(BridgeTest::iri)
                        .filter(iri -> iri.startsWith(Namespaces.DIA))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(ours -> ours.size() > 1)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), merged);
    }

    @TestFactory
    Stream<DynamicTest> each_class_has_its_ancestor_there() throws IOException {
        return rows("ancestors.csv").stream().map(row -> DynamicTest.dynamicTest(row[0] + " is a " + row[2], () -> {
            OWLClass ours = type(Namespaces.DIA + row[0]);
            assertTrue(whole.containsClassInSignature(ours.getIRI()), row[0]);
            Set<OWLClass> above = Stream.concat(
                            reasoner.getSuperClasses(ours).entities(), reasoner.getEquivalentClasses(ours).entities())
                    .collect(Collectors.toSet());
            assertTrue(above.contains(obo(row[1])), row[1]);
        }));
    }

    /** An ontology without a module of ours, such as MPATH, is only pointed to. */
    @Test
    void what_the_bridge_points_to_stands_in_its_import_module() throws OWLOntologyCreationException {
        Set<String> missing = new TreeSet<>();
        for (OWLClass theirs : load(PROJECT.bridge()).classesInSignature().toList()) {
            String id = iri(theirs).replace(Namespaces.OBO, "");
            Path module = PROJECT.imports().resolve(id.replaceFirst("_.*", "").toLowerCase(Locale.ROOT) + ".ttl");
            if (iri(theirs).startsWith(Namespaces.OBO) && Files.exists(module)
                    && !load(module).containsClassInSignature(theirs.getIRI())) {
                missing.add(id);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void the_bridge_with_the_core_is_owl_2_el() throws OWLOntologyCreationException {
        OWLOntology both = OWLManager.createOWLOntologyManager()
                .createOntology(
                        Stream.concat(load(PROJECT.english()).axioms(), load(PROJECT.bridge()).axioms()),
                        IRI.create(Namespaces.ONTOLOGY));
        assertEquals(List.of(), new OWL2ELProfile().checkOntology(both).getViolations());
    }

    private static OWLOntology load(Path file) throws OWLOntologyCreationException {
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        manager.getIRIMappers().add(imported -> IRI.create("file:///nowhere/"));
        return manager.loadOntologyFromOntologyDocument(
                new FileDocumentSource(file.toFile()),
                new OWLOntologyLoaderConfiguration()
                        .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT));
    }

    private static Set<String> unsatisfiable(OWLReasoner reasoner) {
        return reasoner.getUnsatisfiableClasses()
                .entities()
                .filter(entity -> !entity.isOWLNothing())
                .map(BridgeTest::iri)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String[]> rows(String table) throws IOException {
        return Files.readAllLines(FixtureProject.resource("bridge/" + table)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static OWLClass obo(String curie) {
        return type(Namespaces.OBO + curie.replace(':', '_'));
    }

    private static OWLClass type(String iri) {
        return OWLManager.getOWLDataFactory().getOWLClass(IRI.create(iri));
    }

    private static String iri(OWLClass type) {
        return type.getIRI().getIRIString();
    }
}
