// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Html;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/** The ontology or a module of it for people: its header, and its classes and properties in both languages. */
final class OntologyPage {
    private final Graph graph;
    private final String iri;
    private final Names names;
    private final String language;
    private final String site;
    private final boolean keepsLanguage;

    OntologyPage(Graph graph, String iri, Names names, String language, String site, boolean keepsLanguage) {
        this.graph = graph;
        this.iri = iri;
        this.names = names;
        this.language = language;
        this.site = site;
        this.keepsLanguage = keepsLanguage;
    }

    /**
     * @param address of the page without a suffix
     * @param documents the files of the release, to tell which modules there are
     */
    Answer page(String address, List<OntologyFormat> formats, Collection<String> documents) {
        Node header = NodeFactory.createURI(iri);
        Statements statements = new Statements(graph, names, language, site, keepsLanguage);
        String shown = iri.substring(Namespaces.BASE.length());
        String title = names.label(header, language).orElse(shown);
        String other = language.equals("zh") ? "en" : "zh";
        StringBuilder body = new StringBuilder("<p><a href=\"").append(Html.text(site))
                .append("/\">DiaStem</a> · <a href=\"")
                .append(Html.text(address)).append("?lang=").append(other).append("\" lang=\"").append(other)
                .append("\">")
                .append(other.equals("zh") ? "中文" : "English").append("</a></p>\n<h1>").append(Html.text(title))
                .append("</h1>\n<p><code>").append(Html.text(iri)).append("</code><br>").append(inEither("As data:", "数据："));
        formats.forEach(format -> body.append(" <a href=\"").append(Html.text(address)).append('.')
                .append(format.suffix())
                .append("\">").append(format.suffix()).append("</a>"));
        body.append("<br>").append(inEither("Modules:", "模块："));
        documents.stream().filter(path -> path.startsWith("module/")).map(path -> path.replaceFirst("\\.ttl$", ""))
                .forEach(module -> body.append(" <a href=\"").append(Html.text(site)).append('/')
                .append(module).append("\">")
                        .append(module.substring("module/".length())).append("</a>"));
        body.append("</p>\n<p>").append(graph.size()).append(' ').append(inEither("triples", "条三元组")).append("</p>\n");
        statements.table(header, body);
        terms(body, inEither("Classes", "类"), "classes", OWL2.Class.asNode());
        terms(body, inEither("Object properties", "对象属性"), "object-properties", OWL2.ObjectProperty.asNode());
        terms(body, inEither("Data properties", "数据属性"), "data-properties", OWL2.DatatypeProperty.asNode());
        terms(body, inEither("Annotation properties", "注释属性"), "annotation-properties", OWL2.AnnotationProperty.asNode());
        return Html.page(200, language, title, body.toString());
    }

    private void terms(StringBuilder body, String title, String anchor, Node type) {
        List<Node> terms = graph.find(Node.ANY, RDF.type.asNode(), type)
                .filterKeep(triple -> triple.getSubject().isURI())
                .mapWith(triple -> triple.getSubject())
                .toList()
                .stream()
                .distinct()
                .sorted(Comparator.comparing(this::order).thenComparing(Node::getURI))
                .toList();
        if (terms.isEmpty()) {
            return;
        }
        body.append("<h2 id=\"").append(anchor).append("\">").append(title).append(" (").append(terms.size())
                .append(")</h2>\n<table>\n<tr><th>").append(inEither("term", "术语")).append("</th><th>English</th>")
                .append("<th lang=\"zh\">中文</th></tr>\n");
        for (Node term : terms) {
            String shown = Names.shortForm(term.getURI());
            boolean ours = term.getURI().startsWith(Namespaces.BASE);
            String target =
                    ours ? site + '/' + term.getURI().substring(Namespaces.BASE.length()) + parameter() : term.getURI();
            body.append("<tr id=\"").append(Html.text(shown.replace(':', '-'))).append("\"><td><a href=\"")
                    .append(Html.text(target))
                    .append("\"><code>").append(Html.text(shown)).append("</code></a></td><td lang=\"en\">")
                    .append(text(term, "en")).append("</td><td lang=\"zh\">").append(text(term, "zh"))
                    .append("</td></tr>\n");
        }
        body.append("</table>\n");
    }

    private String text(Node term, String tag) {
        String label = Html.text(names.labelIn(term, tag).or(() -> names.labelIn(term, "")).orElse(""));
        Optional<String> definition = graph.find(term, Foreign.IAO_DEFINITION, Node.ANY)
                .filterKeep(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralLanguage().equals(tag))
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .nextOptional();
        return "<strong>" + label + "</strong>" + definition.map(text -> "<br>" + Html.text(text)).orElse("");
    }

    private String order(Node term) {
        return names.label(term, language).orElse("").toLowerCase(Locale.ROOT);
    }

    private String parameter() {
        return keepsLanguage ? "?lang=" + language : "";
    }

    private String inEither(String en, String zh) {
        return language.equals("zh") ? zh : en;
    }
}
