// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.Claim;
import org.diastem.model.SourceThing;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/** Writes the source and its parts, and where in it each claim stands, to the graph {@code document}. */
final class SourceQuads {
    private final GraphSink sink;

    SourceQuads(StreamRDF stream) {
        sink = new GraphSink(stream, GraphName.DOCUMENT);
    }

    void write(SourceThing thing) {
        if (thing instanceof SourceThing.Document document) {
            write(document);
        } else if (thing instanceof SourceThing.Section section) {
            write(section);
        } else if (thing instanceof SourceThing.Line line) {
            write(line);
        } else if (thing instanceof SourceThing.Figure figure) {
            write(figure);
        } else if (thing instanceof SourceThing.SourceTable table) {
            write(table);
        } else if (thing instanceof SourceThing.Agent agent) {
            write(agent);
        } else if (thing instanceof SourceThing.Registry registry) {
            write(registry);
        }
    }

    private void write(SourceThing.Document document) {
        Node node = IriMinter.individual("document", document.id());
        document.types().forEach(type -> sink.type(node, prefixed(type)));
        sink.label(node, document.label());
        // A journal has no language of its own and is only what a document stands in.
        document.language().ifPresent(language -> {
            sink.type(node, Dia.SOURCE_DOCUMENT);
            sink.add(node, DCTerms.language.asNode(), NodeFactory.createLiteralString(language));
        });
        document.sameAs().ifPresent(iri -> sink.add(node, Foreign.SCHEMA_SAME_AS, NodeFactory.createURI(iri)));
        document.partOf()
                .ifPresent(whole -> sink.add(node, DCTerms.isPartOf.asNode(), IriMinter.individual("document", whole)));
    }

    private void write(SourceThing.Section section) {
        Node node = IriMinter.individual("section", section.id());
        sink.type(node, Dia.SECTION);
        sink.type(node, Foreign.DOCO_SECTION);
        sink.label(node, section.label());
        sink.add(node, DCTerms.isPartOf.asNode(), IriMinter.individual("document", section.document()));
        sink.add(node, Dia.FIRST_LINE, GraphSink.integer(section.firstLine()));
        sink.add(node, Dia.LAST_LINE, GraphSink.integer(section.lastLine()));
        section.topic().ifPresent(topic -> sink.add(node, Dia.SECTION_TOPIC, Dia.term(topic)));
    }

    private void write(SourceThing.Line line) {
        Node node = IriMinter.individual("line", line.id());
        sink.type(node, Dia.TEXT_LINE);
        sink.add(node, Dia.IN_SECTION, IriMinter.individual("section", line.section()));
        sink.add(node, Dia.LINE_NUMBER, GraphSink.integer(line.number()));
        sink.add(node, Dia.LINE_ROLE, NodeFactory.createLiteralString(line.role()));
        sink.add(node, Dia.LINE_LENGTH, GraphSink.integer(line.length()));
        sink.add(node, Dia.LINE_HASH, NodeFactory.createLiteralString(line.sha256()));
    }

    private void write(SourceThing.Figure figure) {
        Node node = IriMinter.individual("figure", figure.id());
        sink.type(node, Dia.FIGURE);
        sink.type(node, Foreign.DOCO_FIGURE);
        sink.label(node, figure.label());
        place(node, figure.section(), figure.line());
        figure.depicts().forEach(concept -> sink.add(node, Dia.DEPICTS, Dia.term(concept)));
    }

    private void write(SourceThing.SourceTable table) {
        Node node = IriMinter.individual("table", table.id());
        sink.type(node, Dia.SOURCE_TABLE);
        sink.type(node, Foreign.DOCO_TABLE);
        sink.label(node, table.label());
        place(node, table.section(), table.line());
        sink.add(
                node,
                Dia.ROWS_PRESENT,
                NodeFactory.createLiteralDT(Boolean.toString(table.rowsPresent()), XSDDatatype.XSDboolean));
        sink.both(node, RDFS.comment.asNode(), table.note());
    }

    private void write(SourceThing.Agent agent) {
        Node node = IriMinter.individual("agent", agent.id());
        sink.type(node, agent.person() ? FOAF.Person.asNode() : FOAF.Organization.asNode());
        sink.label(node, agent.label());
        agent.note().ifPresent(note -> sink.both(node, RDFS.comment.asNode(), note));
    }

    private void write(SourceThing.Registry registry) {
        Node node = IriMinter.individual("registry", registry.id());
        sink.type(node, Dia.TRIAL_REGISTRY);
        sink.label(node, registry.label());
        sink.add(node, FOAF.homepage.asNode(), NodeFactory.createURI(registry.homepage()));
    }

    /** Where the words of a claim stand, in the form of the Web Annotation model. */
    void writeSelector(Claim claim) {
        Node node = IriMinter.selector(claim.id());
        sink.type(node, Foreign.OA_TEXT_POSITION_SELECTOR);
        sink.add(node, Dia.ON_LINE, IriMinter.line(claim.place().line()));
        sink.add(node, Foreign.OA_START, GraphSink.integer(claim.place().start()));
        sink.add(node, Foreign.OA_END, GraphSink.integer(claim.place().end()));
        claim.place().quote().ifPresent(quote -> {
            sink.type(node, Foreign.OA_TEXT_QUOTE_SELECTOR);
            sink.add(node, Foreign.OA_EXACT, GraphSink.chinese(quote));
        });
    }

    private void place(Node node, String section, int line) {
        sink.add(node, Dia.IN_SECTION, IriMinter.individual("section", section));
        sink.add(node, Dia.SOURCE_LINE, GraphSink.integer(line));
        sink.add(node, Dia.ON_LINE, IriMinter.line(line));
    }

    private static Node prefixed(String name) {
        int colon = name.indexOf(':');
        Map<String, String> prefixes = Namespaces.all();
        String namespace = prefixes.get(name.substring(0, colon));
        if (namespace == null) {
            throw new IllegalArgumentException("no prefix " + name.substring(0, colon));
        }
        return NodeFactory.createURI(namespace + name.substring(colon + 1));
    }
}
