// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/**
 * Reads the steps of paths from the default graph of a release. A step is a claim that is affirmed, told as
 * established or reported, with a mechanism predicate and two concepts. What is hoped, advised, needed or denied is
 * no step. What is said under a condition, of a part of the cases or in comparison is one, and leaves the net sign
 * undetermined.
 */
public final class ClaimSteps {
    private static final Node AFFIRMED = Dia.term("Affirmed");
    private static final Set<Node> TOLD = Set.of(Dia.term("Established"), Dia.term("Reported"));
    private static final Node ALL = Dia.term("All");
    private static final Node MECHANISM_PREDICATE = Dia.term("MechanismPredicate");
    private static final Node SIGN = Dia.term("sign");
    private static final Node STRENGTH = Dia.term("strength");
    private static final Node CONCERNS = Dia.term("concerns");
    private static final Node VIA = Dia.term("via");
    private static final Node PROCESS = NodeFactory.createURI(Namespaces.OBO + "BFO_0000015");
    private static final Node UNDER_CONDITION = Dia.term("underCondition");
    private static final Node COMPARATOR = Dia.term("comparator");
    private static final Node QUANTIFIER = Dia.term("quantifier");
    private static final Node CONTESTED = Dia.term("ContestedClaim");
    private static final Node CONTRADICTED_ONLY = Dia.term("ContradictedOnlyClaim");

    private final Graph data;
    private final Map<Node, Sign> signs = new HashMap<>();
    private final Map<Node, Set<Node>> deeds = new HashMap<>();

    private ClaimSteps(Graph data) {
        this.data = data;
        data.find(Node.ANY, RDF.type.asNode(), MECHANISM_PREDICATE).forEach(triple -> signs.put(
                triple.getSubject(), object(triple.getSubject(), SIGN).map(Sign::of).orElse(Sign.UNSTATED)));
    }

    /** The net of a release's claims, whose derived triples must be there. */
    public static MechanismNet net(Graph data) {
        ClaimSteps reader = new ClaimSteps(data);
        List<Step> steps = reader.steps();
        Map<Node, Set<Node>> ancestors = new HashMap<>();
        data.find(Node.ANY, Dia.ANCESTOR, Node.ANY).forEach(triple -> ancestors
                .computeIfAbsent(triple.getSubject(), concept -> new HashSet<>(Set.of(concept)))
                .add(triple.getObject()));
        ancestors.replaceAll((concept, above) -> Collections.unmodifiableSet(above));
        return new MechanismNet(steps, ancestors);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        signs.keySet().forEach(predicate -> data.find(Node.ANY, Dia.CLAIM_PREDICATE, predicate)
                .forEach(triple -> step(triple.getSubject(), predicate).ifPresent(steps::add)));
        return steps;
    }

    private Optional<Step> step(Node claim, Node predicate) {
        Optional<Node> subject = object(claim, Dia.CLAIM_SUBJECT).filter(ClaimSteps::isConcept);
        Optional<Node> object = object(claim, Dia.CLAIM_OBJECT).filter(ClaimSteps::isConcept);
        Optional<Node> document = object(claim, Foreign.PROV_WAS_QUOTED_FROM);
        Optional<Node> certainty = object(claim, Dia.CERTAINTY);
        if (subject.isEmpty()
                || object.isEmpty()
                || document.isEmpty()
                || certainty.filter(TOLD::contains).isEmpty()
                || !data.contains(claim, Dia.POLARITY, AFFIRMED)) {
            return Optional.empty();
        }
        return Optional.of(new Step(
                claim,
                document.get(),
                subject.get(),
                predicate,
                object.get(),
                signs.get(predicate),
                isQualified(claim),
                certainty.get().getURI().substring(Namespaces.DIA.length()),
                object(claim, STRENGTH).flatMap(Strength::of).orElse(Strength.NONE),
                data.contains(claim, RDF.type.asNode(), CONTESTED),
                data.contains(claim, RDF.type.asNode(), CONTRADICTED_ONLY),
                objects(claim, CONCERNS),
                deeds.computeIfAbsent(subject.get(), this::deeds)));
    }

    /**
     * "It remodels the environment; this remodeling eases the inflammation": a claim about a process carries another
     * as its means that something else does, so the process is what that one tells of. Where both have the same
     * subject, the second tells of what it does besides.
     */
    private Set<Node> deeds(Node concept) {
        Set<Node> above = objects(concept, Dia.ANCESTOR);
        if (above.stream().noneMatch(broader -> data.contains(broader, RDFS.subClassOf.asNode(), PROCESS))) {
            return Set.of();
        }
        Set<Node> told = new HashSet<>();
        data.find(Node.ANY, Dia.CLAIM_SUBJECT, concept)
                .forEach(triple -> told.addAll(objects(triple.getSubject(), VIA)));
        told.removeIf(claim -> objects(claim, Dia.CLAIM_SUBJECT).stream()
                .anyMatch(doer -> above.contains(doer) || data.contains(doer, Dia.ANCESTOR, concept)));
        return told;
    }

    private boolean isQualified(Node claim) {
        return data.contains(claim, UNDER_CONDITION, Node.ANY)
                || data.contains(claim, COMPARATOR, Node.ANY)
                || data.find(claim, QUANTIFIER, Node.ANY)
                        .filterKeep(triple -> !triple.getObject().equals(ALL))
                        .hasNext();
    }

    private static boolean isConcept(Node node) {
        return node.isURI() && node.getURI().startsWith(Namespaces.DIA);
    }

    private Set<Node> objects(Node subject, Node property) {
        return new HashSet<>(data.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList());
    }

    private Optional<Node> object(Node subject, Node property) {
        return data.find(subject, property, Node.ANY).mapWith(Triple::getObject).nextOptional();
    }
}
