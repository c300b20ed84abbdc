// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.diastem.model.Mapping;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;

/**
 * Writes matches to the graph {@code mappings}: the plain triple, and a node with what is known about the match. The
 * node has SSSOM's own properties rather than {@code owl:annotatedSource} and its kin, so that no tool takes it for an
 * axiom.
 */
final class MappingQuads {
    private final GraphSink sink;

    MappingQuads(StreamRDF stream) {
        sink = new GraphSink(stream, GraphName.MAPPINGS);
    }

    void write(List<Mapping> mappings) {
        for (Mapping mapping : mappings) {
            write(mapping, IriMinter.mapping(mapping));
        }
    }

    private void write(Mapping mapping, Node node) {
        Node subject = NodeFactory.createURI(mapping.subject());
        Node predicate = NodeFactory.createURI(mapping.predicate());
        Node object = NodeFactory.createURI(mapping.object());
        sink.add(subject, predicate, object);
        sink.type(node, Foreign.SSSOM_MAPPING);
        sink.add(node, Foreign.sssom("subject_id"), subject);
        sink.add(node, Foreign.sssom("predicate_id"), predicate);
        sink.add(node, Foreign.sssom("object_id"), object);
        sink.add(node, Foreign.sssom("mapping_justification"), NodeFactory.createURI(mapping.justification()));
        mapping.details().forEach((column, text) -> sink.add(node, Foreign.sssom(column), detail(column, text)));
    }

    private static Node detail(String column, String text) {
        return switch (column) {
            case "confidence" -> NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal);
            case "subject_source", "object_source" -> NodeFactory.createURI(text);
            default -> NodeFactory.createLiteralString(text);
        };
    }
}
