// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.export.Dump;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Html;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/** What there is to say of one thing, for people: its names, its triples, its evidence, and what leads to it. */
final class EntityPage {
    /** Of what leads to a thing by one predicate, so many are shown. */
    static final int MOST_LINKS = 50;

    private final String path;
    private final Names names;
    private final String language;
    private final String site;
    private final boolean keepsLanguage;

    /** @param path of the thing behind our base namespace */
    EntityPage(String path, Names names, String language, String site, boolean keepsLanguage) {
        this.path = path;
        this.names = names;
        this.language = language;
        this.site = site;
        this.keepsLanguage = keepsLanguage;
    }

    /**
     * @param told the description of the thing
     * @param links what leads to it
     * @param dataset only to tell which graphs speak of the thing
     */
    Answer page(Graph told, Map<Node, SortedSet<String>> links, DatasetGraph dataset) {
        Node thing = NodeFactory.createURI(Namespaces.BASE + path);
        Statements statements = new Statements(told, names, language, site, keepsLanguage);
        String shown = Names.shortForm(thing.getURI());
        String title = names.label(thing, language).orElse(shown);
        StringBuilder body = new StringBuilder();
        head(body, thing, title);
        statements.table(thing, body);
        evidence(body, told, thing, statements);
        links(body, thing, links, statements);
        body.append("<p>").append(inEither("In the graphs", "所在命名图")).append(' ');
        for (GraphName graph : GraphName.values()) {
            if (dataset.getGraph(graph.node()).contains(thing, Node.ANY, Node.ANY)) {
                body.append("<a href=\"").append(Html.text(site + "/graph/" + graph.key() + parameter())).append("\">")
                        .append(graph.key()).append("</a> ");
            }
        }
        body.append("</p>\n").append(new EntityMarkup(told, site).of(thing));
        return Html.page(200, language, title.equals(shown) ? shown : title + " (" + shown + ")", body.toString());
    }

    private void head(StringBuilder body, Node thing, String title) {
        String other = language.equals("zh") ? "en" : "zh";
        String self = Html.text(site + '/' + path);
        body.append("<p><a href=\"").append(Html.text(site)).append("/").append(parameter())
                .append("\">DiaStem</a> · <a href=\"")
                .append(self).append("?lang=").append(other).append("\" lang=\"").append(other).append("\">")
                .append(other.equals("zh") ? "中文" : "English").append("</a></p>\n<h1>").append(Html.text(title))
                .append("</h1>\n");
        names.labelIn(thing, other)
                .filter(label -> !label.equals(title))
                .ifPresent(label -> body.append("<p lang=\"").append(other).append("\">")
                .append(Html.text(label)).append("</p>\n"));
        body.append("<p><code>").append(Html.text(thing.getURI())).append("</code><br>").append(inEither("As data:", "数据："));
        for (OutputFormat.OfGraph format : EntityRoute.FORMATS) {
            body.append(" <a href=\"").append(self).append('.').append(format.suffix()).append("\">")
                    .append(format.suffix())
                    .append("</a>");
        }
        body.append("</p>\n");
        Optional<GraphName> named = GraphName.ofKey(path.replaceFirst("^graph/", ""));
        named.filter(graph -> path.startsWith("graph/")).ifPresent(graph -> {
            body.append("<p>").append(inEither("The whole graph:", "整个命名图："));
            Dump.all().stream().filter(dump -> dump.graph().equals(Optional.of(graph))).forEach(dump -> body
                    .append(" <a href=\"")
                    .append(Html.text(site)).append("/dump/").append(dump.fileName()).append("\">")
                    .append(dump.fileName())
                    .append("</a>"));
            body.append("</p>\n");
        });
    }

    private void evidence(StringBuilder body, Graph told, Node thing, Statements statements) {
        List<Node> lines = told.find(Node.ANY, Dia.FOR_CLAIM, thing)
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
        if (lines.isEmpty()) {
            return;
        }
        body.append("<h2>").append(inEither("Evidence lines", "证据线")).append(" (").append(lines.size()).append(")</h2>\n");
        for (Node line : lines) {
            body.append("<h3>");
            statements.link(line, body);
            body.append("</h3>\n");
            statements.table(line, body);
        }
    }

    private void links(StringBuilder body, Node thing, Map<Node, SortedSet<String>> links, Statements statements) {
        if (links.isEmpty()) {
            return;
        }
        body.append("<h2>").append(inEither("What leads here", "指向此处的内容")).append("</h2>\n<table>\n");
        links.entrySet().stream()
                .sorted(Comparator.comparing(entry ->
                        names.label(entry.getKey(), language).orElse("") + entry.getKey().getURI()))
                .forEach(entry -> {
                    int count = entry.getValue().size();
                    body.append("<tr><th scope=\"row\">");
                    statements.link(entry.getKey(), body);
                    body.append("<br>").append(count).append("</th><td>\n");
                    for (String iri : entry.getValue().stream().limit(MOST_LINKS).toList()) {
                        body.append("<div>");
                        statements.link(NodeFactory.createURI(iri), body);
                        body.append("</div>\n");
                    }
                    if (count > MOST_LINKS) {
                        String query = "SELECT ?s WHERE { ?s <" + entry.getKey().getURI() + "> <" + thing.getURI()
                                + "> } ORDER BY ?s";
                        body.append("<div><a href=\"").append(Html.text(site)).append("/sparql?query=")
                                .append(Html.parameter(query))
                                .append("\">").append(inEither("all " + count, "全部 " + count + " 项")).append("</a></div>\n");
                    }
                    body.append("</td></tr>\n");
                });
        body.append("</table>\n");
    }

    private String parameter() {
        return keepsLanguage ? "?lang=" + language : "";
    }

    private String inEither(String en, String zh) {
        return language.equals("zh") ? zh : en;
    }
}
