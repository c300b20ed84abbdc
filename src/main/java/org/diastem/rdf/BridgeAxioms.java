// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.curation.Terms;
import org.diastem.model.Mapping;
import org.diastem.vocab.Namespaces;

/**
 * The OWL 2 axioms that follow from mappings: with them a reasoner places our classes below those of OBO. An exact
 * match with a class of an ontology that defines the same kinds of thing as ours becomes an equivalence, a broad match
 * with any OBO class a subclass axiom. Close and narrow matches, and matches with MeSH, HGNC and other vocabularies,
 * say nothing.
 */
public final class BridgeAxioms {
    private static final Node MODULE = NodeFactory.createURI(Namespaces.MODULE + "bridge");
    private static final Pattern OBO_CLASS = Pattern.compile(Pattern.quote(Namespaces.OBO) + "([A-Za-z]+)_[0-9]+");
    private static final Set<String> SAME_KINDS = Set.of("MONDO", "GO", "UBERON", "CHEBI", "SO", "ECO", "CL");
    private static final String STEM_CELL = "MesenchymalStemCell";
    private static final Node CL_STEM_CELL = NodeFactory.createURI(Namespaces.OBO + "CL_0000134");

    private final Graph graph = GraphMemFactory.createDefaultGraph();
    private final Terms terms;

    private BridgeAxioms(Terms terms) {
        this.terms = terms;
    }

    /**
     * The module as a graph.
     *
     * @param version the version of the ontology
     */
    public static Graph of(List<Mapping> mappings, Terms terms, String version) {
        BridgeAxioms axioms = new BridgeAxioms(terms);
        axioms.header(version);
        axioms.tissueStemCells();
        mappings.forEach(axioms::add);
        return axioms.graph;
    }

    private void header(String version) {
        add(MODULE, RDF.type.asNode(), OWL2.Ontology.asNode());
        add(MODULE, OWL2.versionInfo.asNode(), GraphSink.text(version));
        add(
                MODULE,
                OWL2.versionIRI.asNode(),
                NodeFactory.createURI(Namespaces.RELEASE + version + "/module/bridge"));
        add(MODULE, OWL2.imports.asNode(), NodeFactory.createURI(Namespaces.ONTOLOGY));
        add(MODULE, DCTerms.title.asNode(), GraphSink.english("DiaStem ontology, bridge to OBO classes"));
        add(
                MODULE,
                RDFS.comment.asNode(),
                GraphSink.english("Derived from mappings/diastem.sssom.tsv by: diastem derive bridge"));
        add(
                MODULE,
                DCTerms.license.asNode(),
                NodeFactory.createURI("https://creativecommons.org/licenses/by/4.0/"));
    }

    /** CL defines its tissue stem cells more narrowly than we do, so ours are only below its general one. */
    private void tissueStemCells() {
        for (String name : terms.concepts()) {
            if (isTissueStemCell(name)) {
                relate(NodeFactory.createURI(Namespaces.DIA + name), RDFS.subClassOf.asNode(), CL_STEM_CELL);
            }
        }
    }

    private void add(Mapping mapping) {
        Matcher obo = OBO_CLASS.matcher(mapping.object());
        String name = mapping.subject().startsWith(Namespaces.DIA)
                ? mapping.subject().substring(Namespaces.DIA.length())
                : "";
        if (!obo.matches() || !terms.isConcept(name) || isTissueStemCell(name)) {
            return;
        }
        Node ours = NodeFactory.createURI(mapping.subject());
        Node theirs = NodeFactory.createURI(mapping.object());
        if (mapping.predicate().equals(Namespaces.SKOS + "broadMatch")) {
            relate(ours, RDFS.subClassOf.asNode(), theirs);
        } else if (mapping.predicate().equals(Namespaces.SKOS + "exactMatch") && SAME_KINDS.contains(obo.group(1))) {
            relate(ours, OWL2.equivalentClass.asNode(), theirs);
        }
    }

    private boolean isTissueStemCell(String name) {
        return !name.equals(STEM_CELL) && terms.isA(name, STEM_CELL);
    }

    private void relate(Node ours, Node property, Node theirs) {
        add(ours, RDF.type.asNode(), OWL2.Class.asNode());
        add(theirs, RDF.type.asNode(), OWL2.Class.asNode());
        add(ours, property, theirs);
    }

    private void add(Node subject, Node property, Node object) {
        graph.add(subject, property, object);
    }
}
