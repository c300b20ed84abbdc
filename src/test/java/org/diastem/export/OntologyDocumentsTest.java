// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.build.Assembler;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.Robot;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.FunctionalSyntaxDocumentFormat;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDeclarationAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentClassesAxiom;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2ELProfile;

/** The documents of the repository's ontology, read back by the OWL API and by ROBOT. */
class OntologyDocumentsTest {
    private static final int CLASSES_AT_LEAST = 800;
    private static final int DEFINITIONS_AT_LEAST = 200;

    @TempDir
    static Path folder;

    private static DatasetGraph release;
    private static SortedMap<String, byte[]> documents;
    private static OWLOntology whole;
    private static OWLOntology subset;

    @BeforeAll
    static void write() throws IOException {
        release = new Assembler(Project.at(FixtureProject.REPOSITORY), Progress.NONE)
                .assemble()
                .dataset()
                .orElseThrow();
        documents = OntologyDocuments.of(release);
        whole = OntologyDocuments.load(OntologyDocuments.whole(release));
        subset = OntologyDocuments.load(OboSubset.of(OntologyDocuments.whole(release)));
        Files.createDirectories(folder.resolve("ontology"));
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            Files.write(folder.resolve(document.getKey()), document.getValue());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TTL", "OWL", "OFN", "OMN"})
    void each_owl_syntax_read_back_is_the_same_ontology_and_owl_2_dl(OntologyForm form) throws Exception {
        OWLOntology read = read(form);
        assertEquals(whole.getOntologyID(), read.getOntologyID());
        assertEquals(whole.annotations().collect(Collectors.toSet()), read.annotations().collect(Collectors.toSet()));
        assertEquals(axioms(whole), axioms(read));
        assertEquals(List.of(), new OWL2DLProfile().checkOntology(read).getViolations());
    }

    @Test
    void the_exported_ontology_is_still_owl_2_el() {
        assertEquals(List.of(), new OWL2ELProfile().checkOntology(whole).getViolations());
    }

    @Test
    void the_parents_are_the_inferred_ones_and_both_languages_are_there() {
        Graph ontology = release.getGraph(GraphName.ONTOLOGY.node());
        Set<String> expected = new TreeSet<>();
        ontology.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)
                .filterKeep(triple -> triple.getSubject().isURI() && triple.getObject().isURI())
                .forEach(triple -> expected.add(triple.getSubject().getURI() + " " + triple.getObject().getURI()));
        assertEquals(expected, parents(whole));
        assertTrue(expected.size() > CLASSES_AT_LEAST, "saw " + expected.size());
        IRI exosome = IRI.create(Namespaces.DIA + "MSCExosome");
        Set<String> languages = whole.annotationAssertionAxioms(exosome)
                .filter(axiom -> axiom.getProperty().isLabel())
                .map(axiom -> axiom.getValue().asLiteral().orElseThrow().getLang())
                .collect(Collectors.toSet());
        assertEquals(Set.of("en", "zh"), languages);
        // Derives from a mesenchymal stem cell: nobody asserted that it is an MSC-derived vesicle.
        assertTrue(parents(whole)
                .contains(Namespaces.DIA + "MSCExosome " + Namespaces.DIA + "MSCExtracellularVesicle"));
    }

    @Test
    void obo_read_back_by_robot_has_the_same_classes_names_parents_and_logical_definitions() throws Exception {
        Path back = folder.resolve("back.ofn");
        Robot.Outcome outcome = Robot.run(
                "convert", "--input", file(OntologyForm.OBO).toString(), "--output", back.toString());
        assertEquals(0, outcome.code(), outcome.output());
        assertSameForObo(OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(back.toFile()));
    }

    @Test
    void so_has_obo_read_back_by_the_owl_api() throws Exception {
        assertSameForObo(read(OntologyForm.OBO));
    }

    private static void assertSameForObo(OWLOntology read) {
        Graph ontology = release.getGraph(GraphName.ONTOLOGY.node());
        Map<String, String> labels = new TreeMap<>();
        ontology.find(Node.ANY, RDF.type.asNode(), OWL2.Class.asNode())
                .filterKeep(triple -> triple.getSubject().isURI())
                .forEach(triple -> labels.put(triple.getSubject().getURI(), english(ontology, triple.getSubject())));
        assertTrue(labels.size() > CLASSES_AT_LEAST, "saw " + labels.size());
        Map<String, String> names = new TreeMap<>();
        read.classesInSignature()
                .filter(found -> !found.isBuiltIn())
                .forEach(found -> names.put(found.getIRI().getIRIString(), label(read, found.getIRI())));
        assertEquals(labels, names);
        assertEquals(parents(whole), parents(read));
        assertEquals(definitions(whole), definitions(read));
        assertTrue(definitions(read).size() > DEFINITIONS_AT_LEAST);
        assertEquals(relations(whole), relations(read));
    }

    @Test
    void a_chinese_name_is_an_exact_synonym_in_obo_and_no_second_name() throws IOException {
        String term = List.of(Files.readString(file(OntologyForm.OBO)).split("\n\n")).stream()
                .filter(frame -> frame.contains("id: " + Namespaces.DIA + "MSCExosome\n"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, term.lines().filter(line -> line.startsWith("name: ")).count(), term);
        assertEquals(1, term.lines().filter(line -> line.startsWith("def: ")).count(), term);
        assertTrue(term.contains("synonym: \"间充质干细胞来源外泌体\" EXACT"), term);
        assertTrue(term.contains("synonym: \"MSC-Exo\" EXACT " + Namespaces.DIA + "abbreviation"), term);
    }

    @Test
    void obo_graphs_are_what_robot_makes_of_the_same_ontology() throws Exception {
        Path source = folder.resolve("subset.ofn");
        subset.saveOntology(new FunctionalSyntaxDocumentFormat(), IRI.create(source.toFile()));
        Path target = folder.resolve("robot.json");
        Robot.Outcome outcome = Robot.run("convert", "--input", source.toString(), "--output", target.toString());
        assertEquals(0, outcome.code(), outcome.output());
        JsonObject robot = graph(target);
        JsonObject ours = graph(file(OntologyForm.OBOGRAPHS));
        assertEquals(robot.get("id"), ours.get("id"));
        assertEquals(unordered(robot.get("meta")), unordered(ours.get("meta")));
        assertEquals(byId(robot), byId(ours));
        for (String part : List.of("edges", "logicalDefinitionAxioms", "domainRangeAxioms")) {
            // Of a definition with a condition inside a condition ROBOT keeps the genus alone, which says that the class is
            // its genus; we leave such a one out.
            Set<Object> onlyRobot = without(robot.get(part), ours.get(part)).stream()
                    .filter(axiom -> !part.equals("logicalDefinitionAxioms") || axiom.toString().contains("restrictions"))
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), onlyRobot, part + " that only ROBOT has");
            assertEquals(Set.of(), without(ours.get(part), robot.get(part)), part + " that only we have");
            assertFalse(ours.get(part).getAsArray().isEmpty(), part);
        }
        assertEquals(robot.hasKey("propertyChainAxioms"), ours.hasKey("propertyChainAxioms"));
    }

    @Test
    void the_same_release_gives_the_same_bytes() {
        SortedMap<String, byte[]> again = OntologyDocuments.of(release);
        assertEquals(documents.keySet(), again.keySet());
        documents.forEach((path, bytes) -> assertEquals(
                new String(bytes, StandardCharsets.UTF_8), new String(again.get(path), StandardCharsets.UTF_8), path));
    }

    private static Path file(OntologyForm form) {
        return folder.resolve(form.path());
    }

    private static OWLOntology read(OntologyForm form) throws Exception {
        return OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(file(form).toFile());
    }

    /** Without declarations of what OWL itself has, which Manchester syntax adds. */
    private static Set<OWLAxiom> axioms(OWLOntology ontology) {
        return ontology.axioms()
                .filter(axiom -> !(axiom instanceof OWLDeclarationAxiom declaration
                        && declaration.getEntity().getIRI().isReservedVocabulary()))
                .collect(Collectors.toSet());
    }

    private static Set<String> parents(OWLOntology ontology) {
        return ontology.axioms(AxiomType.SUBCLASS_OF)
                .filter(axiom -> axiom.getSubClass().isOWLClass() && axiom.getSuperClass().isOWLClass())
                .map(axiom -> iri(axiom.getSubClass()) + " " + iri(axiom.getSuperClass()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> relations(OWLOntology ontology) {
        return ontology.axioms(AxiomType.SUBCLASS_OF)
                .filter(axiom -> axiom.getSubClass().isOWLClass() && axiom.getSuperClass().isAnonymous())
                .map(axiom -> iri(axiom.getSubClass()) + " " + axiom.getSuperClass())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> definitions(OWLOntology ontology) {
        return ontology.axioms(AxiomType.EQUIVALENT_CLASSES)
                .map(OntologyDocumentsTest::shown)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shown(OWLEquivalentClassesAxiom axiom) {
        return axiom.operands().sorted().map(Object::toString).collect(Collectors.joining(" = "));
    }

    private static String iri(OWLClassExpression named) {
        return named.asOWLClass().getIRI().getIRIString();
    }

    private static String label(OWLOntology ontology, IRI term) {
        return ontology.annotationAssertionAxioms(term)
                .filter(axiom -> axiom.getProperty().isLabel())
                .map(axiom -> axiom.getValue().asLiteral().orElseThrow().getLiteral())
                .collect(Collectors.joining(" | "));
    }

    private static String english(Graph ontology, Node term) {
        return ontology.find(term, RDFS.label.asNode(), Node.ANY)
                .filterKeep(label -> label.getObject().getLiteralLanguage().equals("en"))
                .mapWith(label -> label.getObject().getLiteralLexicalForm())
                .nextOptional()
                .orElse("");
    }

    private static JsonObject graph(Path file) throws IOException {
        return JSON.parse(Files.readString(file)).get("graphs").getAsArray().get(0).getAsObject();
    }

    private static Set<Object> without(JsonValue members, JsonValue others) {
        Set<Object> rest = new HashSet<>((Set<?>) unordered(members));
        rest.removeAll((Set<?>) unordered(others));
        return rest;
    }

    /** Nodes by their id, each without the order of its members. */
    private static Map<String, Object> byId(JsonObject graph) {
        Map<String, Object> nodes = new TreeMap<>();
        graph.get("nodes").getAsArray().forEach(node -> nodes.put(
                node.getAsObject().get("id").getAsString().value(), unordered(node)));
        return nodes;
    }

    private static Object unordered(JsonValue value) {
        if (value.isArray()) {
            Set<Object> members = new HashSet<>();
            value.getAsArray().forEach(member -> members.add(unordered(member)));
            return members;
        }
        if (value.isObject()) {
            Map<String, Object> members = new HashMap<>();
            value.getAsObject().forEach((key, member) -> members.put(key, unordered(member)));
            return members;
        }
        return value.toString();
    }
}
