// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.io.ByteArrayInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.diastem.store.NumberedBlankNodes;

/** Reads Turtle into a graph of which every writer makes the same bytes each time, as a strong ETag promises. */
final class SteadyGraph {
    private SteadyGraph() {}

    /** @param turtle which is itself the same each time */
    static Graph of(byte[] turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(turtle))
                .lang(Lang.TURTLE)
                .parse(new NumberedBlankNodes(StreamRDFLib.graph(graph)));
        return graph;
    }
}
