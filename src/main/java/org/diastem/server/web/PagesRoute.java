// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.function.Function;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Html;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.Workshop;
import org.diastem.store.LiveRelease;

/** The start page at {@code /} and result pages of the example queries at {@code /query-result}. */
public final class PagesRoute implements Route {
    private static final String START = "/";
    private static final String RESULT = "/query-result";

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Limits limits;
    private final Workshop workshop;
    private final Function<Exchange, String> client;

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param client tells whose request it is
     */
    public PagesRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            Limits limits,
            Workshop workshop,
            Function<Exchange, String> client) {
        this.live = live;
        this.site = site;
        this.limits = limits;
        this.workshop = workshop;
        this.client = client;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(START) || path.equals(RESULT);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        LiveRelease.Loaded loaded = live.now();
        exchange.setHeader("Content-Security-Policy", Html.POLICY);
        exchange.setHeader(Exchange.RELEASE_HEADER, loaded.release().name());
        if (exchange.path().equals(START)) {
            exchange.send(new StartPage(loaded, site.apply(exchange)).page());
            return;
        }
        String name = exchange.parameters().single("name").orElse("");
        Budget budget = new Budget(limits);
        workshop.take(
                exchange, client.apply(exchange), budget, () -> exchange.send(new ResultPage(loaded, budget).page(name)));
    }
}
