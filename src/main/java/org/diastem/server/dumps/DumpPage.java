// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.dumps;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diastem.export.Dump;
import org.diastem.export.DumpFacts;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Html;
import org.diastem.store.Release;
import org.diastem.vocab.GraphName;

/** The list of dumps for people. */
final class DumpPage {
    private final Release release;
    private final String site;
    private final String language;
    private final boolean chinese;

    /**
     * @param site where the server is reached, without a slash at the end
     * @param language {@code en} or {@code zh}
     */
    DumpPage(Release release, String site, String language) {
        this.release = Objects.requireNonNull(release);
        this.site = Objects.requireNonNull(site);
        this.language = language;
        this.chinese = language.equals("zh");
    }

    /** @param dumps in the order of the page */
    Answer page(Map<Dump, DumpFacts> dumps) {
        String title = inEither("Dumps", "整库下载");
        String here = Html.text(site);
        String base = here + "/release/" + release.name() + "/dump/";
        String other = chinese ? "en" : "zh";
        StringBuilder body = new StringBuilder("<p><a href=\"" + here + "/\">DiaStem</a> · <a href=\"" + here)
                .append("/dump/?lang=").append(other).append("\" lang=\"").append(other).append("\">")
                .append(chinese ? "English" : "中文").append("</a></p>\n<h1>")
                .append(title).append("</h1>\n<p>")
                .append(inEither("Release", "版本")).append(" <code>").append(Html.text(release.name())).append("</code>. ")
                .append(inEither(
                        "Ontology, data and queries: CC BY 4.0; imported labels: the licence named in each import module. "
                                + "<code>/dump/NAME</code> always gives the current release, the links here this one.",
                        "本体、数据与查询采用 CC BY 4.0 许可；导入标签的许可见各导入模块。"
                                + "<code>/dump/NAME</code> 始终指向当前版本，本页链接指向本版本。"))
                .append(" <a href=\"").append(here).append("/dump/?format=json\">JSON</a></p>\n<table>\n<tr>");
        for (String head : new String[] {
            inEither("file", "文件"), inEither("content", "内容"), inEither("triples", "三元组"), inEither("bytes", "字节"), "SHA-256"
        }) {
            body.append("<th>").append(head).append("</th>");
        }
        body.append("</tr>\n");
        dumps.forEach((dump, facts) -> {
            body.append("<tr><td><a href=\"").append(base).append(dump.fileName()).append("\">").append(dump.fileName())
                    .append("</a></td><td>").append(content(dump))
                    .append("</td><td>").append(number(facts.triples()))
                    .append("</td><td>").append(number(facts.bytes()))
                    .append("</td><td><code style=\"overflow-wrap:anywhere\">").append(facts.sha256())
                    .append("</code></td></tr>\n");
        });
        body.append("</table>\n");
        return Html.page(200, language, title, body.toString());
    }

    private String content(Dump dump) {
        return Html.text(dump.graph()
                .map(this::meaning)
                .orElseGet(() -> switch (dump.format()) {
                    case NQUADS, TRIG, JSONLD -> inEither("Everything, with the names of the graphs", "全部内容，含命名图名称");
                    default -> inEither("Everything, all graphs together", "全部内容，各图合并");
                }));
    }

    private String meaning(GraphName graph) {
        return chinese ? graph.meaningZh() : graph.meaningEn();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private String inEither(String en, String zh) {
        return chinese ? zh : en;
    }
}
