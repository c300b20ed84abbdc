// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.EarlierRelease;
import org.diastem.model.RetiredRecord;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/** Writes what was before: retired records, each to the graph of its kind, and the releases before this one. */
final class HistoryQuads {
    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    private final StreamRDF stream;

    HistoryQuads(StreamRDF stream) {
        this.stream = stream;
    }

    /** A retired record is none of its kind any more: whoever counts claims must not count it. */
    void write(RetiredRecord retired) {
        GraphSink sink = new GraphSink(stream, graph(retired.kind()));
        Node node = IriMinter.individual(retired.kind(), retired.id());
        sink.type(node, Dia.RETIRED_RECORD);
        sink.add(node, OWL2.deprecated.asNode(), TRUE);
        sink.add(node, Dia.RETIRED_IN, GraphSink.text(retired.since()));
        sink.both(node, RDFS.comment.asNode(), retired.reason());
        retired.replacedBy()
                .forEach(id -> sink.add(
                        node, DCTerms.isReplacedBy.asNode(), IriMinter.individual(retired.kind(), id)));
    }

    /** The ontology's version before this one, and the versions with which this one agrees. */
    void write(List<EarlierRelease> releases) {
        GraphSink sink = new GraphSink(stream, GraphName.ONTOLOGY);
        Node ontology = NodeFactory.createURI(Namespaces.ONTOLOGY);
        if (!releases.isEmpty()) {
            sink.add(ontology, OWL2.priorVersion.asNode(), version(releases.get(releases.size() - 1)));
        }
        releases.stream()
                .filter(EarlierRelease::compatible)
                .forEach(release -> sink.add(ontology, OWL2.backwardCompatibleWith.asNode(), version(release)));
    }

    private static Node version(EarlierRelease release) {
        return IriMinter.ontologyVersion(release.version());
    }

    private static GraphName graph(String kind) {
        return switch (kind) {
            case "claim", "group", "tension" -> GraphName.CLAIMS;
            case "evidence" -> GraphName.EVIDENCE;
            case "reference" -> GraphName.REFERENCES;
            case "trial" -> GraphName.TRIALS;
            default -> throw new IllegalArgumentException("no graph for " + kind);
        };
    }
}
