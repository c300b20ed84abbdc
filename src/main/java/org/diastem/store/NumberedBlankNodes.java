// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/** Numbers the blank nodes of a stream in the order of their appearance, so that the same stream prints the same. */
public final class NumberedBlankNodes extends StreamRDFWrapper {
    private final Map<Node, Node> numbered = new HashMap<>();

    public NumberedBlankNodes(StreamRDF stream) {
        super(stream);
    }

    @Override
    public void triple(Triple triple) {
        super.triple(Triple.create(named(triple.getSubject()), triple.getPredicate(), named(triple.getObject())));
    }

    @Override
    public void quad(Quad quad) {
        super.quad(Quad.create(
                quad.getGraph(), named(quad.getSubject()), quad.getPredicate(), named(quad.getObject())));
    }

    private Node named(Node node) {
        return node.isBlank()
                ? numbered.computeIfAbsent(node, key -> NodeFactory.createBlankNode("b" + numbered.size()))
                : node;
    }
}
