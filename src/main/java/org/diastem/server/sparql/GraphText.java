// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;

/** Writes graphs, with the prefixes that they use and no others. */
public final class GraphText {
    private GraphText() {}

    /** @param prefixes to choose from */
    public static void write(Graph graph, Map<String, String> prefixes, OutputFormat.OfGraph format, OutputStream out) {
        Set<String> namespaces = new HashSet<>();
        for (Iterator<Triple> triples = graph.find(); triples.hasNext(); ) {
            Triple triple = triples.next();
            addNamespaces(namespaces, triple.getSubject(), triple.getPredicate(), triple.getObject());
        }
        prefixes.forEach((prefix, namespace) -> {
            if (namespaces.contains(namespace)) {
                graph.getPrefixMapping().setNsPrefix(prefix, namespace);
            }
        });
        RDFWriter.source(graph).format(format.format()).output(out);
    }

    private static void addNamespaces(Set<String> namespaces, Node... nodes) {
        for (Node node : nodes) {
            if (node.isURI()) {
                addNamespace(namespaces, node.getURI());
            } else if (node.isLiteral()) {
                addNamespace(namespaces, node.getLiteralDatatypeURI());
            }
        }
    }

    private static void addNamespace(Set<String> namespaces, String iri) {
        int cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
        if (cut > 0) {
            namespaces.add(iri.substring(0, cut + 1));
            // Prefixes such as obo: end inside a name.
            int underscore = iri.indexOf('_', cut);
            if (underscore > 0) {
                namespaces.add(iri.substring(0, underscore + 1));
            }
        }
    }
}
