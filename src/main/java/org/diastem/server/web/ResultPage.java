// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Html;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.GraphText;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.server.sparql.QueryRun;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/** The result of an example query as a page. Only named examples run here; other queries go to the endpoint. */
final class ResultPage {
    private static final PrefixMapping PREFIXES = new PrefixMappingImpl().setNsPrefixes(Namespaces.all());

    private final LiveRelease.Loaded loaded;
    private final Budget budget;

    ResultPage(LiveRelease.Loaded loaded, Budget budget) {
        this.loaded = loaded;
        this.budget = budget;
    }

    Answer page(String name) {
        Optional<ExampleQuery> example =
                ExampleQueries.of(loaded.dataset().getGraph(GraphName.EXAMPLES.node())).stream()
                        .filter(known -> name != null && known.isCalled(name))
                        .findFirst();
        if (example.isEmpty()) {
            String body = "<h1>No such query</h1>\n<p><a href=\"/\">Back to the start page.</a></p>\n"
                    + Html.chinese("p", "没有这个查询。<a href=\"/\">返回首页</a>。");
            return Html.page(404, "No such query", body);
        }
        return page(example.get());
    }

    private Answer page(ExampleQuery example) {
        StringBuilder body = new StringBuilder("<p><a href=\"/\">DiaStem</a></p>\n<h1>")
                .append(Html.text(example.label().en()))
                .append("</h1>\n")
                .append(Html.chinese("h2", Html.text(example.label().zh())));
        result(QueryFactory.create(example.text()), body);
        body.append("<h2>Query <span lang=\"zh\">查询</span></h2>\n<pre>").append(Html.text(example.text()))
                .append("</pre>\n<p><a href=\"/sparql?query=").append(Html.parameter(example.text()))
                .append("\">The same from the endpoint <span lang=\"zh\">由端点返回同一结果</span></a></p>\n");
        return Html.page(200, example.label().en(), body.toString());
    }

    private void result(Query query, StringBuilder body) {
        try (QueryRun run = new QueryRun(query, loaded.dataset(), budget)) {
            if (query.isAskType()) {
                body.append("<p><strong>").append(run.ask() ? "yes 是" : "no 否").append("</strong></p>\n");
            } else if (query.isSelectType()) {
                table(run.select(), body);
            } else {
                Graph graph = GraphFactory.createDefaultGraph();
                if (query.isConstructType()) {
                    run.construct().forEachRemaining(graph::add);
                } else {
                    GraphUtil.addInto(graph, run.describe());
                }
                ByteArrayOutputStream turtle = new ByteArrayOutputStream();
                GraphText.write(graph, Namespaces.all(), OutputFormat.OfGraph.TURTLE, turtle);
                body.append("<pre>").append(Html.text(turtle.toString(StandardCharsets.UTF_8))).append("</pre>\n");
            }
        }
    }

    private void table(RowSet rows, StringBuilder body) {
        List<Var> columns = rows.getResultVars();
        body.append("<table><tr>");
        columns.forEach(column -> body.append("<th>").append(Html.text(column.getVarName())).append("</th>"));
        body.append("</tr>\n");
        long count = 0;
        while (rows.hasNext()) {
            Binding row = rows.next();
            budget.row();
            body.append("<tr>");
            columns.forEach(column -> body.append("<td>").append(cell(row.get(column))).append("</td>"));
            body.append("</tr>\n");
            count++;
        }
        body.append("</table>\n<p>").append(count).append(" rows <span lang=\"zh\">行</span></p>\n");
    }

    private static String cell(Node node) {
        if (node == null) {
            return "";
        }
        if (node.isLiteral()) {
            String language = node.getLiteralLanguage();
            String text = Html.text(node.getLiteralLexicalForm());
            return language.isEmpty() ? text : "<span lang=\"" + Html.text(language) + "\">" + text + "</span>";
        }
        return "<code>" + Html.text(FmtUtils.stringForNode(node, PREFIXES)) + "</code>";
    }
}
