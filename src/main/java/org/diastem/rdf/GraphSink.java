// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.Bilingual;
import org.diastem.model.Filler;
import org.diastem.model.PlainValue;
import org.diastem.model.Term;
import org.diastem.vocab.GraphName;

/** Sends statements of one named graph to a stream, and makes our literals. */
final class GraphSink {
    private final StreamRDF stream;
    private final Node graph;

    GraphSink(StreamRDF stream, GraphName graph) {
        this.stream = stream;
        this.graph = graph.node();
    }

    void add(Node subject, Node property, Node object) {
        stream.quad(Quad.create(graph, subject, property, object));
    }

    void type(Node subject, Node type) {
        add(subject, RDF.type.asNode(), type);
    }

    void label(Node subject, Bilingual label) {
        both(subject, RDFS.label.asNode(), label);
    }

    void both(Node subject, Node property, Bilingual text) {
        add(subject, property, english(text.en()));
        add(subject, property, chinese(text.zh()));
    }

    static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    static Node chinese(String text) {
        return NodeFactory.createLiteralLang(text, "zh");
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node integer(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    static Node filler(Filler filler) {
        if (filler instanceof Term term) {
            return IriMinter.term(term);
        }
        PlainValue value = (PlainValue) filler;
        return switch (value.kind()) {
            case TEXT -> NodeFactory.createLiteralString(value.written());
            case CHINESE_TEXT -> chinese(value.written());
            case INTEGER -> NodeFactory.createLiteralDT(value.written(), XSDDatatype.XSDinteger);
            case DECIMAL -> NodeFactory.createLiteralDT(value.written(), XSDDatatype.XSDdecimal);
            case DATE -> NodeFactory.createLiteralDT(value.written(), XSDDatatype.XSDdate);
            case IRI -> NodeFactory.createURI(value.written());
        };
    }
}
