// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.diastem.model.Effect;
import org.diastem.model.EvidenceItem;
import org.diastem.model.EvidenceLine;
import org.diastem.model.Qualifier;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;

/** Writes evidence lines to the graph {@code evidence}, each with who linked it and the page on which it was seen. */
final class EvidenceQuads {
    private final GraphSink sink;

    EvidenceQuads(StreamRDF stream) {
        sink = new GraphSink(stream, GraphName.EVIDENCE);
    }

    void write(EvidenceLine line) {
        Node node = IriMinter.evidence(line.id());
        sink.type(node, Dia.EVIDENCE_LINE);
        sink.add(node, Dia.FOR_CLAIM, IriMinter.claim(line.claim()));
        sink.add(node, Dia.EVIDENCE_ITEM, item(line.item()));
        sink.add(node, Dia.DIRECTION, Dia.term(line.direction()));
        sink.add(node, Dia.DIRECTNESS, Dia.term(line.directness()));
        sink.add(node, Dia.JUDGEMENT, Dia.term(line.judgement()));
        for (Qualifier dimension : line.dimensions()) {
            sink.add(node, Dia.term(dimension.property()), GraphSink.filler(dimension.filler()));
        }
        sink.add(node, Dia.STUDY_TYPE, Dia.term(line.studyType()));
        line.sampleSize().ifPresent(number -> sink.add(node, Dia.SAMPLE_SIZE, GraphSink.integer(number)));
        text(node, Dia.SAMPLE_NOTE, line.sampleNote());
        write(node, line.effect());
        sink.both(node, Dia.FINDING, line.finding());
        line.seenAt().forEach(page -> sink.add(node, Dia.SEEN_AT, NodeFactory.createURI(page)));
        sink.add(node, Dia.SEEN_ON, NodeFactory.createLiteralDT(line.seenOn(), XSDDatatype.XSDdate));
        sink.add(node, Dia.CURATED_BY, IriMinter.agent(line.curatedBy()));
        sink.add(node, Foreign.PROV_WAS_ATTRIBUTED_TO, IriMinter.agent(line.curatedBy()));
        sink.add(node, Dia.SECOND_READING, Dia.term(line.secondReading()));
    }

    private static Node item(EvidenceItem item) {
        return item instanceof EvidenceItem.Publication
                ? IriMinter.reference(item.id())
                : IriMinter.trial(item.id());
    }

    private void write(Node node, Effect effect) {
        text(node, Dia.EFFECT_MEASURE, effect.measure());
        text(node, Dia.EFFECT_VALUE, effect.value());
        text(node, Dia.EFFECT_UNIT, effect.unit());
        text(node, Dia.INTERVAL, effect.interval());
        text(node, Dia.P_VALUE, effect.pValue());
        text(node, Dia.EFFECT_NOTE, effect.note());
    }

    private void text(Node node, Node property, Optional<String> text) {
        text.ifPresent(words -> sink.add(node, property, GraphSink.text(words)));
    }
}
