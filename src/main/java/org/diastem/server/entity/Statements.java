// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.diastem.server.http.Html;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/** Writes the triples of a graph as tables that people read: with labels, and links that lead to the server at hand. */
final class Statements {
    private static final List<Node> FIRST = List.of(
            RDF.type.asNode(),
            RDFS.label.asNode(),
            Dia.STATEMENT,
            Foreign.IAO_DEFINITION,
            RDFS.comment.asNode());

    private final Graph graph;
    private final Names names;
    private final String language;
    private final String site;
    private final String parameter;

    /**
     * @param language {@code en} or {@code zh}
     * @param site where the server is reached, without a slash at the end
     * @param keepsLanguage whether links go on in this language, because it was asked for by the address
     */
    Statements(Graph graph, Names names, String language, String site, boolean keepsLanguage) {
        this.graph = Objects.requireNonNull(graph);
        this.names = Objects.requireNonNull(names);
        this.language = Objects.requireNonNull(language);
        this.site = Objects.requireNonNull(site);
        this.parameter = keepsLanguage ? "?lang=" + language : "";
    }

    /** All that the graph says of a thing. */
    void table(Node subject, StringBuilder out) {
        table(subject, out, new HashSet<>());
    }

    private void table(Node subject, StringBuilder out, Set<Node> open) {
        Map<String, List<Node>> byPredicate = new TreeMap<>();
        Map<String, Node> predicates = new TreeMap<>();
        graph.find(subject, Node.ANY, Node.ANY).forEach(triple -> {
            String key = order(triple.getPredicate());
            predicates.put(key, triple.getPredicate());
            byPredicate.computeIfAbsent(key, unused -> new ArrayList<>()).add(triple.getObject());
        });
        out.append("<table>\n");
        byPredicate.forEach((key, objects) -> {
            out.append("<tr><th scope=\"row\">");
            link(predicates.get(key), out);
            out.append("</th><td>");
            objects.sort(Comparator.comparing(this::order));
            boolean several = objects.size() > 1;
            for (Node object : objects) {
                out.append(several ? "<div>" : "");
                value(object, out, open);
                out.append(several ? "</div>\n" : "");
            }
            out.append("</td></tr>\n");
        });
        out.append("</table>\n");
    }

    /** A link with the thing's label and its short name. */
    void link(Node thing, StringBuilder out) {
        String iri = thing.getURI();
        String shown = Names.shortForm(iri);
        String label = names.label(thing, language).orElse(shown);
        boolean leadsSomewhere = iri.startsWith("http://") || iri.startsWith("https://");
        if (leadsSomewhere) {
            out.append("<a href=\"").append(Html.text(address(iri))).append("\">");
        }
        out.append(Html.text(label)).append(leadsSomewhere ? "</a>" : "");
        if (!label.equals(shown)) {
            out.append(" <small><code>").append(Html.text(shown)).append("</code></small>");
        }
    }

    private String address(String iri) {
        boolean ours = iri.startsWith(Namespaces.BASE);
        return ours ? site + '/' + iri.substring(Namespaces.BASE.length()) + parameter : iri;
    }

    private void value(Node node, StringBuilder out, Set<Node> open) {
        if (node.isURI()) {
            link(node, out);
        } else if (node.isLiteral()) {
            literal(node, out);
        } else if (!open.add(node)) {
            out.append('…');
        } else if (graph.contains(node, RDF.first.asNode(), Node.ANY)) {
            list(node, out, open);
        } else {
            table(node, out, open);
        }
    }

    private static void literal(Node node, StringBuilder out) {
        String text = node.getLiteralLexicalForm();
        String tag = node.getLiteralLanguage();
        boolean isCode = text.indexOf('\n') >= 0;
        out.append(isCode ? "<pre" : "<span");
        if (!tag.isEmpty()) {
            out.append(" lang=\"").append(Html.text(tag)).append('"');
        }
        out.append('>').append(Html.text(text)).append(isCode ? "</pre>" : "</span>");
        String datatype = node.getLiteralDatatypeURI();
        if (!tag.isEmpty()) {
            out.append(" <small>").append(Html.text(tag)).append("</small>");
        } else if (!datatype.equals(XSD.xstring.getURI())) {
            out.append(" <small>").append(Html.text(Names.shortForm(datatype))).append("</small>");
        }
    }

    private void list(Node first, StringBuilder out, Set<Node> open) {
        out.append("<ol>\n");
        Node cell = first;
        while (cell.isBlank()) {
            open.add(cell);
            Node member = only(cell, RDF.first.asNode());
            out.append("<li>");
            value(member, out, open);
            out.append("</li>\n");
            Node rest = only(cell, RDF.rest.asNode());
            cell = open.contains(rest) ? RDF.nil.asNode() : rest;
        }
        out.append("</ol>\n");
    }

    private Node only(Node subject, Node predicate) {
        return graph.find(subject, predicate, Node.ANY).nextOptional().map(Triple::getObject).orElse(RDF.nil.asNode());
    }

    /**
     * What to sort by: texts in the page's language before others, then named things by their label, then the unnamed.
     */
    private String order(Node node) {
        int place = FIRST.indexOf(node);
        if (place >= 0) {
            return "0" + place;
        }
        if (node.isLiteral()) {
            String tag = node.getLiteralLanguage();
            return (tag.equals(language) ? "1" : "2") + node.getLiteralLexicalForm() + tag;
        }
        return node.isURI()
                ? "3" + names.label(node, language).orElse(Names.shortForm(node.getURI())) + node.getURI()
                : "4";
    }
}
