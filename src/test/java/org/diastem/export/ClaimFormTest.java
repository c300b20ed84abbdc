// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.diastem.build.Assembler;
import org.diastem.build.Assembly;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.curation.Terms;
import org.diastem.model.Claim;
import org.diastem.model.DirectTripleRule;
import org.diastem.model.PlainValue;
import org.diastem.model.Term;
import org.diastem.rdf.IriMinter;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLObjectSomeValuesFrom;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** Each export of the repository's claims, read back, is the same claims as the tables hold. */
class ClaimFormTest {
    private static final Project PROJECT = Project.at(FixtureProject.REPOSITORY);
    private static final Node REIFIES = NodeFactory.createURI(Namespaces.RDF + "reifies");

    private static List<Claim> claims;
    private static DatasetGraph release;
    private static Terms terms;

    @TempDir
    private Path folder;

    private record Core(
            String id, String subject, String predicate, String target, String polarity, String certainty) {}

    @BeforeAll
    static void assemble() {
        Assembly assembly = new Assembler(PROJECT, Progress.NONE).assemble();
        claims = assembly.data().orElseThrow().claims();
        release = assembly.dataset().orElseThrow();
        terms = Terms.of(release.getGraph(GraphName.ONTOLOGY.node()));
    }

    @Test
    void nanopublications_hold_every_claim_and_a_direct_triple_only_where_the_rule_allows_it() {
        DatasetGraph read = DatasetGraphFactory.createGeneral();
        RDFParser.fromString(text(ClaimForm.NANOPUB), Lang.TRIG).parse(read);
        assertEquals(4L * claims.size(), read.stream().map(quad -> quad.getGraph()).distinct().count());
        assertTrue(read.getDefaultGraph().isEmpty());
        Set<Core> found = new HashSet<>();
        Set<String> direct = new TreeSet<>();
        for (Claim claim : claims) {
            Node node = IriMinter.claim(claim.id());
            Graph assertion = read.getGraph(NodeFactory.createURI(node.getURI() + "-assertion"));
            Node subject = only(assertion, node, Dia.CLAIM_SUBJECT);
            Node predicate = only(assertion, node, Dia.CLAIM_PREDICATE);
            Node target = optional(assertion, node, Dia.CLAIM_OBJECT)
                    .orElseGet(() -> only(assertion, node, Dia.CLAIM_VALUE));
            found.add(core(assertion, node, Triple.create(subject, predicate, target)));
            if (assertion.contains(subject, predicate, target)) {
                direct.add(claim.id());
            }
        }
        assertEquals(expected(claim -> true), found);
        assertEquals(ids(ClaimFormTest::isDirect), direct);
    }

    @Test
    void nothing_about_a_claim_is_lost_in_a_nanopublication() {
        DatasetGraph read = DatasetGraphFactory.createGeneral();
        RDFParser.fromString(text(ClaimForm.NANOPUB), Lang.TRIG).parse(read);
        Graph union = GraphMemFactory.createDefaultGraph();
        read.stream().forEach(quad -> union.add(quad.asTriple()));
        Graph before = release.getGraph(GraphName.CLAIMS.node());
        for (Claim claim : claims) {
            Node node = IriMinter.claim(claim.id());
            Set<Triple> about = before.find(node, Node.ANY, Node.ANY)
                    .filterDrop(triple -> triple.getPredicate().getURI().startsWith(Namespaces.PROV))
                    .toSet();
            assertEquals(about, union.find(node, Node.ANY, Node.ANY).toSet(), claim.id());
        }
    }

    @Test
    void reifiers_hold_every_claim_with_all_its_properties_and_assert_what_the_rule_allows() {
        Graph read = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(text(ClaimForm.RDF12), Lang.TURTLE).parse(read);
        Set<Core> found = new HashSet<>();
        Set<Triple> reified = new HashSet<>();
        read.find(Node.ANY, REIFIES, Node.ANY).forEach(triple -> {
            found.add(core(read, triple.getSubject(), triple.getObject().getTriple()));
            reified.add(triple.getObject().getTriple());
        });
        assertEquals(expected(claim -> true), found);
        assertEquals(
                release.getGraph(GraphName.ASSERTIONS.node()).find().toSet(),
                reified.stream().filter(read::contains).collect(Collectors.toSet()));
        long details = claims.stream()
                .mapToLong(claim -> release.getGraph(GraphName.CLAIMS.node())
                        .find(IriMinter.claim(claim.id()), Node.ANY, Node.ANY)
                        .toList()
                        .size())
                .sum();
        // A record has three statements for what one triple term holds.
        assertEquals(
                details - 2L * claims.size() + release.getGraph(GraphName.ASSERTIONS.node()).size(), read.size());
    }

    @Test
    void axioms_hold_every_claim_told_as_fact_between_classes() throws IOException, OWLOntologyCreationException {
        Set<Core> found = axioms()
                .axioms(AxiomType.SUBCLASS_OF)
                .flatMap(axiom -> axiom.annotations().map(annotation -> core(
                        axiom, annotation.getValue().asIRI().orElseThrow().getIRIString())))
                .collect(Collectors.toSet());
        // Only claims that are affirmed become axioms; the certainty is the claim's.
        Set<Core> wanted = expected(claim -> isDirect(claim) && isClass(claim.subject()) && isClass(claim.target()));
        assertTrue(wanted.size() > 300, "saw " + wanted.size() + " claims");
        assertEquals(wanted, found);
    }

    @Test
    void axioms_with_the_core_are_owl_2_dl_and_answer_a_dl_query() throws IOException, OWLOntologyCreationException {
        OWLOntology axioms = axioms();
        assertEquals(1, axioms.imports().count());
        assertEquals(List.of(), new OWL2DLProfile().checkOntology(axioms).getViolations());
        OWLReasoner reasoner = new ReasonerFactory().createReasoner(axioms);
        assertTrue(reasoner.isConsistent());
        assertTrue(reasoner.getUnsatisfiableClasses().isSingleton());
        OWLDataFactory make = OWLManager.getOWLDataFactory();
        Set<String> answers = reasoner.getSubClasses(make.getOWLObjectIntersectionOf(
                        type("Cell"),
                        make.getOWLObjectSomeValuesFrom(
                                make.getOWLObjectProperty(IRI.create(Namespaces.DIA + "secretes")), type("VEGF"))), false)
                .entities()
                .map(entity -> entity.getIRI().getFragment())
                .collect(Collectors.toSet());
        reasoner.dispose();
        assertTrue(
                answers.containsAll(Set.of("MesenchymalStemCell", "BoneMarrowMSC", "DentalPulpMSC")),
                answers.toString());
        assertTrue(!answers.contains("Cell") && !answers.contains("Macrophage"), answers.toString());
    }

    @Test
    void the_same_release_gives_the_same_text() {
        for (ClaimForm form : ClaimForm.values()) {
            assertEquals(text(form), text(form), form.toString());
        }
    }

    private OWLOntology axioms() throws IOException, OWLOntologyCreationException {
        Path file = folder.resolve("claims-as-axioms.ttl");
        Files.writeString(file, text(ClaimForm.CLAIMS_AS_AXIOMS));
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        manager.getIRIMappers().add(imported -> IRI.create(PROJECT.english().toUri()));
        return manager.loadOntologyFromOntologyDocument(file.toFile());
    }

    private static Core core(OWLSubClassOfAxiom axiom, String claim) {
        OWLObjectSomeValuesFrom some = (OWLObjectSomeValuesFrom) axiom.getSuperClass();
        Node node = NodeFactory.createURI(claim);
        Graph graph = release.getGraph(GraphName.CLAIMS.node());
        return new Core(
                claim.substring(claim.lastIndexOf('/') + 1),
                axiom.getSubClass().asOWLClass().getIRI().getIRIString(),
                some.getProperty().asOWLObjectProperty().getIRI().getIRIString(),
                some.getFiller().asOWLClass().getIRI().getIRIString(),
                Namespaces.DIA + "Affirmed",
                only(graph, node, Dia.CERTAINTY).getURI());
    }

    private static Core core(Graph graph, Node node, Triple triple) {
        Node target = triple.getObject();
        return new Core(
                node.getURI().substring(node.getURI().lastIndexOf('/') + 1),
                triple.getSubject().getURI(),
                triple.getPredicate().getURI(),
                target.isURI() ? target.getURI() : target.getLiteralLexicalForm(),
                only(graph, node, Dia.POLARITY).getURI(),
                only(graph, node, Dia.CERTAINTY).getURI());
    }

    private static Set<Core> expected(Predicate<Claim> wanted) {
        return claims.stream()
                .filter(wanted)
                .map(claim -> new Core(
                        claim.id(),
                        IriMinter.term(claim.subject()).getURI(),
                        Namespaces.DIA + claim.predicate(),
                        claim.target() instanceof Term term
                                ? IriMinter.term(term).getURI()
                                : ((PlainValue) claim.target()).written(),
                        Namespaces.DIA + claim.polarity().term(),
                        Namespaces.DIA + claim.certainty().term()))
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(Predicate<Claim> wanted) {
        return claims.stream().filter(wanted).map(Claim::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isDirect(Claim claim) {
        return DirectTripleRule.allows(claim, terms.predicate(claim.predicate()).orElseThrow());
    }

    private static boolean isClass(Object filler) {
        return filler instanceof Term.Concept concept && terms.isConcept(concept.name());
    }

    private static Node only(Graph graph, Node subject, Node property) {
        return optional(graph, subject, property).orElseThrow();
    }

    private static Optional<Node> optional(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).nextOptional();
    }

    private static OWLClass type(String name) {
        return OWLManager.getOWLDataFactory().getOWLClass(IRI.create(Namespaces.DIA + name));
    }

    private static String text(ClaimForm form) {
        StringBuilder text = new StringBuilder();
        form.write(release, text::append);
        return text.toString();
    }
}
