// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.List;
import java.util.function.Function;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.Workshop;
import org.diastem.store.LiveRelease;

/** Search at {@code /search}, as JSON; {@code docs/search.md} is its contract. */
public final class SearchRoute implements Route {
    private static final String PATH = "/search";
    private static final String JSON = "application/json";

    private final LiveRelease live;
    private final Limits limits;
    private final Workshop workshop;
    private final Function<Exchange, String> client;

    /** @param client tells whose request it is */
    public SearchRoute(LiveRelease live, Limits limits, Workshop workshop, Function<Exchange, String> client) {
        this.live = live;
        this.limits = limits;
        this.workshop = workshop;
        this.client = client;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        SearchRequest request = SearchRequest.of(exchange.parameters());
        Budget budget = new Budget(limits);
        workshop.take(exchange, client.apply(exchange), budget, () -> find(exchange, request, budget));
    }

    private void find(Exchange exchange, SearchRequest request, Budget budget) {
        LiveRelease.Loaded loaded = live.now();
        exchange.setHeader(Exchange.RELEASE_HEADER, loaded.release().name());
        if (exchange.isKnown(loaded.release().name(), request.key())) {
            return;
        }
        Finder finder = new Finder(loaded.dataset(), budget);
        List<Hit> all = finder.find(request);
        exchange.send(Answer.ok(JSON, SearchAnswer.json(request, all, finder)));
    }
}
