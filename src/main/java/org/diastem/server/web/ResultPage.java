// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.FmtUtils;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/** The result of an example query as a page. Only named examples run here; other queries go to the endpoint. */
final class ResultPage {
    private static final long SECONDS_ALLOWED = 30;
    private static final PrefixMapping PREFIXES = new PrefixMappingImpl().setNsPrefixes(Namespaces.all());

    private final LiveRelease.Loaded loaded;

    ResultPage(LiveRelease.Loaded loaded) {
        this.loaded = loaded;
    }

    PageServlet.Page page(String name) {
        Optional<ExampleQuery> example =
                ExampleQueries.of(loaded.dataset().getGraph(GraphName.EXAMPLES.node())).stream()
                        .filter(known -> name != null && known.isCalled(name))
                        .findFirst();
        if (example.isEmpty()) {
            String body = "<h1>No such query</h1>\n<p><a href=\"/\">Back to the start page.</a></p>\n"
                    + Html.chinese("p", "没有这个查询。<a href=\"/\">返回首页</a>。");
            return new PageServlet.Page(404, Html.page("No such query", body));
        }
        return page(example.get());
    }

    private PageServlet.Page page(ExampleQuery example) {
        StringBuilder body = new StringBuilder("<p><a href=\"/\">DiaStem</a></p>\n<h1>")
                .append(Html.text(example.label().en()))
                .append("</h1>\n")
                .append(Html.chinese("h2", Html.text(example.label().zh())));
        int status = 200;
        try {
            result(QueryFactory.create(example.text()), body);
        } catch (QueryCancelledException tooSlow) {
            status = 503;
            body.append("<p>The query took longer than ").append(SECONDS_ALLOWED).append(" seconds.</p>\n")
                    .append(Html.chinese("p", "查询超时。"));
        }
        body.append("<h2>Query <span lang=\"zh\">查询</span></h2>\n<pre>").append(Html.text(example.text()))
                .append("</pre>\n<p><a href=\"/sparql?query=").append(Html.parameter(example.text()))
                .append("\">The same from the endpoint <span lang=\"zh\">由端点返回同一结果</span></a></p>\n");
        return new PageServlet.Page(status, Html.page(example.label().en(), body.toString()));
    }

    private void result(Query query, StringBuilder body) {
        try (QueryExec execution = QueryExec.dataset(loaded.dataset())
                .query(query)
                .timeout(SECONDS_ALLOWED, TimeUnit.SECONDS)
                .build()) {
            if (query.isAskType()) {
                boolean answer = execution.ask();
                body.append("<p><strong>").append(answer ? "yes 是" : "no 否").append("</strong></p>\n");
            } else if (query.isSelectType()) {
                table(execution.select(), body);
            } else {
                ByteArrayOutputStream turtle = new ByteArrayOutputStream();
                RDFDataMgr.write(
                        turtle, query.isConstructType() ? execution.construct() : execution.describe(), Lang.TURTLE);
                body.append("<pre>").append(Html.text(turtle.toString(StandardCharsets.UTF_8))).append("</pre>\n");
            }
        }
    }

    private static void table(RowSet rows, StringBuilder body) {
        List<Var> columns = rows.getResultVars();
        body.append("<table><tr>");
        columns.forEach(column -> body.append("<th>").append(Html.text(column.getVarName())).append("</th>"));
        body.append("</tr>\n");
        long count = 0;
        while (rows.hasNext()) {
            Binding row = rows.next();
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
