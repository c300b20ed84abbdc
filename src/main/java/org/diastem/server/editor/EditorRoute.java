// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.editor;

import java.util.Optional;
import java.util.function.Function;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;

/**
 * The query editor at {@code /query}. {@code query=} is a text that it begins with and runs, {@code example=} the name
 * of an example to begin with, {@code release=} the release that a permanent link was made for.
 */
public final class EditorRoute implements Route {
    private static final String PATH = "/query";
    /** The libraries of the editor write styles into the page; scripts stay those of this server. */
    private static final String POLICY = Page.POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final PerRelease<EditorContent> contents = new PerRelease<>(EditorContent::of);

    /** @param site tells where the server is reached, without a slash at the end */
    public EditorRoute(LiveRelease live, Function<Exchange, String> site) {
        this.live = live;
        this.site = site;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        LiveRelease.Loaded loaded = live.now();
        Page page = Page.of(exchange, site.apply(exchange), loaded.release().name());
        Templates.addHeaders(exchange, page);
        exchange.setHeader("Content-Security-Policy", POLICY);
        if (exchange.isKnown(page.release(), page.asked())) {
            return;
        }
        EditorView view = EditorView.of(
                contents.of(loaded),
                page,
                asked(exchange, "query"),
                asked(exchange, "example"),
                asked(exchange, "release"));
        exchange.send(Templates.fill(view.isUnknown() ? 404 : 200, "editor.jte", page, view));
    }

    private static Optional<String> asked(Exchange exchange, String name) {
        return exchange.parameters().single(name).filter(value -> !value.isBlank());
    }
}
