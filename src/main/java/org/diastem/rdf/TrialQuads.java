// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.model.Qualifier;
import org.diastem.model.Trial;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;

/** Writes registered trials to the graph {@code trials}. */
final class TrialQuads {
    private static final int CHARACTERS_OF_A_YEAR = 4;

    private final GraphSink sink;

    TrialQuads(StreamRDF stream) {
        sink = new GraphSink(stream, GraphName.TRIALS);
    }

    void write(Trial trial) {
        Node node = IriMinter.trial(trial.id());
        sink.type(node, trial.scope().isPresent() ? Dia.ADJACENT_TRIAL : Dia.CLINICAL_TRIAL);
        sink.type(node, Foreign.SCHEMA_MEDICAL_TRIAL);
        trial.scope().ifPresent(scope -> sink.add(node, Dia.TRIAL_SCOPE, Dia.term(scope)));
        sink.label(node, trial.title());
        sink.add(node, DCTerms.identifier.asNode(), GraphSink.text(trial.identifier()));
        if (trial.identifier().startsWith("NCT")) {
            sink.add(node, SKOS.exactMatch.asNode(), PublicAddresses.registeredTrial(trial.identifier()));
            sink.add(node, RDFS.seeAlso.asNode(), PublicAddresses.registryPage(trial.identifier()));
        }
        trial.conditions().forEach(name -> sink.add(node, Foreign.SCHEMA_HEALTH_CONDITION, Dia.term(name)));
        trial.cells().forEach(name -> sink.add(node, Dia.TESTS_INTERVENTION, Dia.term(name)));
        for (Qualifier fact : trial.facts()) {
            sink.add(node, Dia.term(fact.property()), GraphSink.filler(fact.filler()));
        }
        trial.stateSeen().ifPresent(date -> sink.add(node, Dia.STATE_SEEN_AT, dayOrYear(date)));
        trial.resultPublications()
                .forEach(id -> sink.add(node, Dia.RESULT_PUBLICATION, PublicAddresses.publication(id)));
        trial.pages().forEach(page -> sink.add(node, Dia.SEEN_AT, NodeFactory.createURI(page)));
        trial.secondPage().ifPresent(page -> sink.add(node, Dia.SECOND_SEEN_AT, NodeFactory.createURI(page)));
        trial.note().ifPresent(note -> sink.add(node, RDFS.comment.asNode(), GraphSink.english(note)));
    }

    private static Node dayOrYear(String date) {
        return NodeFactory.createLiteralDT(
                date, date.length() == CHARACTERS_OF_A_YEAR ? XSDDatatype.XSDgYear : XSDDatatype.XSDdate);
    }
}
