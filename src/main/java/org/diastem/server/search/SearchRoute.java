// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.List;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Desk;
import org.diastem.store.LiveRelease;

/** Search at {@code /search}, as JSON; {@code docs/search.md} is its contract. */
public final class SearchRoute implements Route {
    private static final String PATH = "/search";
    private static final String JSON = "application/json";

    private final LiveRelease live;
    private final Desk desk;

    /** @param desk takes the work */
    public SearchRoute(LiveRelease live, Desk desk) {
        this.live = live;
        this.desk = desk;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        SearchRequest request = SearchRequest.of(exchange.parameters());
        desk.take(exchange, budget -> find(exchange, request, budget));
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
