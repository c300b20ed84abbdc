// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.metadata;

import org.diastem.server.http.Answer;
import org.diastem.server.http.Html;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.store.Release;
import org.diastem.vocab.GraphName;

/** The service description for people. */
final class DescriptionPage {
    private final ServiceDescription description;
    private final Release release;
    private final String site;

    DescriptionPage(ServiceDescription description, Release release, String site) {
        this.description = description;
        this.release = release;
        this.site = site;
    }

    /** @param language {@code en} or {@code zh} */
    Answer in(String language) {
        boolean chinese = language.equals("zh");
        StringBuilder body = new StringBuilder("<p><a href=\"/\">DiaStem</a></p>\n<h1>")
                .append(chinese ? "SPARQL 端点" : "SPARQL endpoint")
                .append("</h1>\n<p><code>")
                .append(Html.text(site))
                .append("/sparql</code> ")
                .append(chinese
                        ? "以 GET 或 POST 接受 SPARQL 1.1 查询，不接受更新。默认图包含全部命名图。"
                        : "takes SPARQL 1.1 queries by GET and POST, and no updates. The default graph holds all named graphs.")
                .append("</p>\n<p>")
                .append(chinese ? "版本" : "Release")
                .append(" <code>")
                .append(Html.text(release.name()))
                .append("</code>. ");
        for (OutputFormat.OfGraph format : OutputFormat.OfGraph.values()) {
            body.append("<a href=\"/.well-known/void?format=").append(format.suffix()).append("\">")
                    .append(format.suffix()).append("</a> ");
        }
        body.append("</p>\n<h2>").append(chinese ? "限制" : "Limits").append("</h2>\n<table>\n");
        description.limits().forEach(limit -> body.append("<tr><td>")
                .append(Html.text(chinese ? limit.zh() : limit.en()))
                .append("</td><td>")
                .append(limit.value())
                .append(' ')
                .append(limit.unit())
                .append("</td></tr>\n"));
        body.append("</table>\n");
        if (!description.services().isEmpty()) {
            body.append("<h2>SERVICE</h2>\n<p>")
                    .append(chinese ? "查询可调用以下端点，不能调用其他端点。" : "A query may call these endpoints and no others.")
                    .append("</p>\n<ul>\n");
            description.services().forEach(address ->
                    body.append("<li><code>").append(Html.text(address)).append("</code></li>\n"));
            body.append("</ul>\n");
        }
        body.append("<h2>").append(chinese ? "命名图" : "Graphs").append("</h2>\n<table>\n");
        for (GraphName graph : GraphName.values()) {
            body.append("<tr><td><code>graph:").append(graph.key()).append("</code></td><td>")
                    .append(release.manifest().graphs().get(graph.key()).triples())
                    .append("</td><td>")
                    .append(Html.text(chinese ? graph.meaningZh() : graph.meaningEn()))
                    .append("</td></tr>\n");
        }
        body.append("</table>\n");
        return Html.page(200, language, chinese ? "SPARQL 端点" : "SPARQL endpoint", body.toString());
    }
}
