// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.ImportModule;
import org.diastem.vocab.Namespaces;

/** Writes the terms in use of a foreign ontology as an OWL 2 module: classes, parents and, where we may, labels. */
public final class ImportAxioms {
    private ImportAxioms() {}

    /**
     * The module as a graph.
     *
     * @param version the version of our ontology
     */
    public static Graph of(ImportModule module, String version) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node header = NodeFactory.createURI(Namespaces.MODULE + "imports/" + module.name());
        graph.add(header, RDF.type.asNode(), OWL2.Ontology.asNode());
        graph.add(header, OWL2.versionInfo.asNode(), GraphSink.text(version));
        graph.add(header, DCTerms.title.asNode(), GraphSink.english(module.title()));
        module.licence()
                .ifPresentOrElse(
                        licence -> graph.add(header, DCTerms.license.asNode(), NodeFactory.createURI(licence)),
                        () -> graph.add(
                                header,
                                RDFS.comment.asNode(),
                                GraphSink.english("Identifiers and places only; labels are left with their owner.")));
        module.sources().forEach(source -> graph.add(header, DCTerms.source.asNode(), GraphSink.text(source)));
        for (ImportModule.ImportedTerm term : module.terms()) {
            Node node = iri(term.id());
            graph.add(node, RDF.type.asNode(), OWL2.Class.asNode());
            term.label().ifPresent(label -> graph.add(node, RDFS.label.asNode(), GraphSink.english(label)));
            term.parents().forEach(parent -> graph.add(node, RDFS.subClassOf.asNode(), iri(parent)));
        }
        return graph;
    }

    private static Node iri(String curie) {
        return NodeFactory.createURI(Namespaces.OBO + curie.replaceFirst(":", "_"));
    }
}
