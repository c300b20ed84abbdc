// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.Map;
import java.util.SortedSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;

/**
 * Writes the ontology of both languages to the graph {@code ontology}. Between named classes it holds the direct
 * parents that the reasoner found in place of those the file asserts; definitions stand a second time as
 * {@code skos:definition}, where tools that do not know the OBO property look for them.
 */
final class OntologyQuads {
    private final GraphSink sink;

    OntologyQuads(StreamRDF stream) {
        sink = new GraphSink(stream, GraphName.ONTOLOGY);
    }

    /**
     * Writes the graph.
     *
     * @param directParents the IRIs of the direct parents of each class of ours, as inferred
     */
    void write(Graph ontology, Map<String, SortedSet<String>> directParents) {
        ontology.find().forEach(triple -> {
            if (!isReplaced(triple, directParents)) {
                sink.add(triple.getSubject(), triple.getPredicate(), triple.getObject());
            }
            if (triple.getPredicate().equals(Foreign.IAO_DEFINITION)) {
                sink.add(triple.getSubject(), SKOS.definition.asNode(), triple.getObject());
            }
        });
        directParents.forEach((child, parents) -> parents.forEach(parent -> sink.add(
                NodeFactory.createURI(child), RDFS.subClassOf.asNode(), NodeFactory.createURI(parent))));
    }

    private static boolean isReplaced(Triple triple, Map<String, SortedSet<String>> directParents) {
        Node child = triple.getSubject();
        return triple.getPredicate().equals(RDFS.subClassOf.asNode())
                && triple.getObject().isURI()
                && child.isURI()
                && directParents.containsKey(child.getURI());
    }
}
