// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.Map;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Html;
import org.diastem.store.LiveRelease;
import org.diastem.store.Manifest;
import org.diastem.vocab.GraphName;

/** The start page: what this is, what it holds, and example queries that run with one click. */
final class StartPage {
    private final LiveRelease.Loaded loaded;
    private final String site;

    /** @param site where the server is reached, without a slash at the end */
    StartPage(LiveRelease.Loaded loaded, String site) {
        this.loaded = loaded;
        this.site = site;
    }

    Answer page() {
        StringBuilder body = new StringBuilder();
        body.append("<h1>DiaStem</h1>\n")
                .append("<p>An evidence graph of mesenchymal-stem-cell therapy for diabetes and its complications: "
                        + "what one review article claims, claim by claim, each with its place in the source, "
                        + "in English and Chinese. It is a record of what a text says, not medical advice.</p>\n")
                .append(Html.chinese(
                        "p",
                        "间充质干细胞治疗糖尿病及其并发症的证据图谱:逐条记录一篇综述的论断,"
                                + "每条都注明原文位置,中英文对照。本图谱记录文本所述,不构成医疗建议。"));
        release(body);
        examples(body);
        graphs(body);
        body.append("<p><a href=\"/ontology\">Ontology <span lang=\"zh\">本体</span></a> · ")
                .append("<a href=\"/dump/\">Dumps <span lang=\"zh\">整库下载</span></a> · ")
                .append("<a href=\"/.well-known/void\">Description <span lang=\"zh\">说明</span></a></p>\n")
                .append(DatasetMarkup.of(loaded.release(), site));
        return Html.page(200, "DiaStem", body.toString());
    }

    private void release(StringBuilder body) {
        Manifest manifest = loaded.release().manifest();
        Map<String, Long> counts = manifest.counts();
        body.append("<p>Release <code>").append(Html.text(manifest.name())).append("</code>: ")
                .append(counts.getOrDefault("claims", 0L)).append(" claims, ")
                .append(counts.getOrDefault("concepts", 0L)).append(" classes, ")
                .append(counts.getOrDefault("mappings", 0L)).append(" matches with community terms. ")
                .append("SPARQL endpoint: <a href=\"/sparql?query=").append(Html.parameter("ASK {}"))
                .append("\"><code>/sparql</code></a> (queries only).</p>\n")
                .append(Html.chinese(
                        "p",
                        "本版本含 " + counts.getOrDefault("claims", 0L) + " 条论断、"
                                + counts.getOrDefault("concepts", 0L) + " 个类、"
                                + counts.getOrDefault("mappings", 0L)
                                + " 条社区术语匹配。SPARQL 端点:<code>/sparql</code>(仅供查询)。"));
    }

    private void examples(StringBuilder body) {
        body.append("<h2>Example queries <span lang=\"zh\">示例查询</span></h2>\n<ul>\n");
        for (ExampleQuery example : ExampleQueries.of(loaded.dataset().getGraph(GraphName.EXAMPLES.node()))) {
            body.append("<li><a href=\"/query-result?name=").append(Html.parameter(example.name())).append("\">")
                    .append(Html.text(example.label().en())).append("<br><span lang=\"zh\">")
                    .append(Html.text(example.label().zh())).append("</span></a></li>\n");
        }
        body.append("</ul>\n");
    }

    private void graphs(StringBuilder body) {
        body.append("<h2>Graphs <span lang=\"zh\">命名图</span></h2>\n<table><tr><th>graph</th><th>triples</th>"
                + "<th>content</th><th lang=\"zh\">内容</th></tr>\n");
        for (GraphName graph : GraphName.values()) {
            body.append("<tr><td><a href=\"/graph/").append(graph.key()).append("\"><code>graph:").append(graph.key())
                    .append("</code></a></td><td>")
                    .append(loaded.release().manifest().graphs().get(graph.key()).triples())
                    .append("</td><td>").append(Html.text(graph.meaningEn()))
                    .append("</td><td lang=\"zh\">").append(Html.text(graph.meaningZh())).append("</td></tr>\n");
        }
        body.append("</table>\n<p>The default graph holds them all.</p>\n")
                .append(Html.chinese("p", "默认图包含以上全部。"));
    }
}
