// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Html;
import org.diastem.server.http.Refusal;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.Namespaces;

/** Says that there is nothing at an address, and what was probably meant: to people as a page, to programs as text. */
final class Missing {
    private static final int MOST_SUGGESTIONS = 5;

    private final Function<Exchange, String> site;

    /** @param site tells where the server is reached, without a slash at the end */
    Missing(Function<Exchange, String> site) {
        this.site = Objects.requireNonNull(site);
    }

    /**
     * Answers with a page.
     *
     * @param typed the path, without the slash before it
     * @throws Refusal 404 to a client that asks for no page
     */
    void answer(Exchange exchange, String typed, Names known, LiveRelease.Loaded loaded) {
        List<String> nearest = known.nearest(typed, MOST_SUGGESTIONS);
        if (!OutputFormat.prefersPage(exchange, EntityRoute.FORMATS)) {
            throw Refusal.of(
                    404,
                    "Release " + loaded.release().name() + " holds nothing of this name."
                            + (nearest.isEmpty() ? "" : " Did you mean /" + String.join(", /", nearest) + "?"));
        }
        String language = exchange.language();
        exchange.forbidCaching();
        exchange.setHeader("Content-Language", language);
        exchange.setHeader("Content-Security-Policy", Html.POLICY);
        exchange.send(page(nearest, known, language, site.apply(exchange)));
    }

    private static Answer page(List<String> nearest, Names names, String language, String site) {
        boolean chinese = language.equals("zh");
        String title = chinese ? "没有这个地址" : "Nothing at this address";
        StringBuilder body = new StringBuilder("<p><a href=\"").append(Html.text(site))
                .append("/\">DiaStem</a></p>\n<h1>")
                .append(title).append("</h1>\n");
        if (!nearest.isEmpty()) {
            body.append("<p>").append(chinese ? "是否指：" : "Did you mean:").append("</p>\n<ul>\n");
            for (String path : nearest) {
                String label = names.label(NodeFactory.createURI(Namespaces.BASE + path), language).orElse("");
                body.append("<li><a href=\"").append(Html.text(site + '/' + path)).append("\">").append(Html.text(path))
                        .append("</a> ").append(Html.text(label)).append("</li>\n");
            }
            body.append("</ul>\n");
        }
        return Html.page(404, language, title, body.toString());
    }
}
