// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.jena.graph.NodeFactory;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Refusal;
import org.diastem.server.page.Message;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
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
        // What was typed is not said again: the page is the same for every address that leads nowhere.
        Page page = new Page(
                exchange.language(),
                site.apply(exchange),
                "/",
                "",
                exchange.parameters().has("lang"),
                loaded.release().name());
        exchange.forbidCaching();
        Templates.addHeaders(exchange, page);
        List<Message.Link> links = nearest.stream()
                .map(path -> new Message.Link(page.link('/' + path), label(path, known, page.language())))
                .toList();
        String text = nearest.isEmpty() ? page.say("thing.missingText") : page.say("thing.missingNearest");
        exchange.send(Templates.fill(404, "message.jte", page, new Message(page.say("thing.missing"), text, links)));
    }

    private static String label(String path, Names names, String language) {
        return names.label(NodeFactory.createURI(Namespaces.BASE + path), language)
                .map(label -> label + " · " + path)
                .orElse(path);
    }
}
