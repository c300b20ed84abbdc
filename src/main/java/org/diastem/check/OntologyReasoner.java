// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Place;
import org.diastem.problem.Severity;
import org.diastem.vocab.Namespaces;
import org.semanticweb.elk.owlapi.ElkReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.reasoner.InferenceType;
import org.semanticweb.owlapi.reasoner.Node;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.reasoner.OWLReasonerFactory;

/** Classifies the ontology. Each call loads the files anew; nothing is fetched from the network. */
public final class OntologyReasoner {
    private static final String CHECK = "reasoner";
    /**
     * Where imports are looked for: the modules that belong together are all given, so none must be fetched, and the
     * OWL API would ask the network for each.
     */
    private static final IRI NOWHERE = IRI.create("file:///nowhere/");
    /** One wrong axiom can leave hundreds of classes without a member; to explain each would take minutes. */
    private static final int MOST_EXPLAINED = 5;

    private final OWLReasonerFactory factory;

    /** With ELK, which the build uses. */
    public OntologyReasoner() {
        this(new ElkReasonerFactory());
    }

    public OntologyReasoner(OWLReasonerFactory factory) {
        this.factory = factory;
    }

    /**
     * Classifies the union of some ontology files.
     *
     * @throws EnvironmentException if the OWL API cannot load one of them
     */
    public Classification classify(List<Path> files) {
        OWLOntology ontology = load(files);
        OWLReasoner reasoner = factory.createNonBufferingReasoner(ontology);
        try {
            long definitions = definitions(ontology);
            if (!reasoner.isConsistent()) {
                return new Classification(false, new TreeMap<>(), new TreeMap<>(), definitions);
            }
            reasoner.precomputeInferences(InferenceType.CLASS_HIERARCHY);
            return new Classification(
                    true, unsatisfiable(ontology, reasoner), directParents(ontology, reasoner), definitions);
        } finally {
            reasoner.dispose();
        }
    }

    /** What must stop a build: an inconsistent ontology, and classes that can have no member. */
    public static List<Finding> findings(Classification classification, String shownFile) {
        List<Finding> findings = new ArrayList<>();
        Optional<Place> place = Optional.of(Place.ofFile(shownFile));
        if (!classification.consistent()) {
            findings.add(new Finding(
                    CHECK,
                    Severity.ERROR,
                    place,
                    "",
                    "The ontology contradicts itself; open it in Protégé and ask for an explanation."));
        }
        classification.unsatisfiable().forEach((iri, axioms) -> {
            String reason = axioms.isEmpty()
                    ? "This class can have no member. Mend the others first, then check again."
                    : "This class can have no member, because: " + String.join("; ", axioms)
                            + ". Mend or remove one of these.";
            findings.add(new Finding(CHECK, Severity.ERROR, place, iri, reason));
        });
        return findings;
    }

    private SortedMap<String, List<String>> unsatisfiable(OWLOntology ontology, OWLReasoner reasoner) {
        List<OWLClass> classes = reasoner.getUnsatisfiableClasses()
                .entities()
                .filter(entity -> !entity.isOWLNothing())
                .sorted()
                .toList();
        SortedMap<String, List<String>> explained = new TreeMap<>();
        for (OWLClass entity : classes) {
            boolean explain = explained.size() < MOST_EXPLAINED;
            explained.put(
                    iri(entity),
                    explain ? Explanations.unsatisfiable(entity, ontology, factory, reasoner) : List.of());
        }
        return explained;
    }

    private static OWLOntology load(List<Path> files) {
        OWLOntologyLoaderConfiguration lenient = new OWLOntologyLoaderConfiguration()
                .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT);
        try {
            OWLOntology union = OWLManager.createOWLOntologyManager().createOntology();
            for (Path file : files) {
                OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
                manager.getIRIMappers().add(imported -> NOWHERE);
                manager.loadOntologyFromOntologyDocument(new FileDocumentSource(file.toFile()), lenient)
                        .axioms()
                        .forEach(union::add);
            }
            return union;
        } catch (OWLOntologyCreationException e) {
            throw new EnvironmentException("The OWL API cannot load the ontology: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static long definitions(OWLOntology ontology) {
        return ontology.axioms(AxiomType.EQUIVALENT_CLASSES)
                .filter(axiom -> axiom.operands().anyMatch(operand -> operand.isAnonymous()))
                .flatMap(axiom -> axiom.namedClasses())
                .filter(OntologyReasoner::isOurs)
                .distinct()
                .count();
    }

    private static SortedMap<String, SortedSet<String>> directParents(OWLOntology ontology, OWLReasoner reasoner) {
        SortedMap<String, SortedSet<String>> parents = new TreeMap<>();
        Set<OWLClass> classes =
                ontology.classesInSignature().filter(OntologyReasoner::isOurs).collect(Collectors.toSet());
        for (OWLClass child : classes) {
            Node<OWLClass> equals = reasoner.getEquivalentClasses(child);
            if (equals.isBottomNode()) {
                continue;
            }
            SortedSet<String> iris = new TreeSet<>();
            reasoner.getSuperClasses(child, true)
                    .nodes()
                    .filter(node -> !node.isTopNode())
                    .forEach(node -> iris.addAll(representatives(node)));
            parents.put(iri(child), iris);
        }
        return parents;
    }

    /** Of classes that mean the same, ours are all named as parents; where none is ours, the first. */
    private static Set<String> representatives(Node<OWLClass> node) {
        Set<String> ours = new HashSet<>();
        node.entities().filter(OntologyReasoner::isOurs).forEach(entity -> ours.add(iri(entity)));
        if (ours.isEmpty()) {
            node.entities().map(OntologyReasoner::iri).sorted().findFirst().ifPresent(ours::add);
        }
        return ours;
    }

    private static boolean isOurs(OWLClass entity) {
        return iri(entity).startsWith(Namespaces.DIA);
    }

    private static String iri(OWLClass entity) {
        return entity.getIRI().getIRIString();
    }
}
