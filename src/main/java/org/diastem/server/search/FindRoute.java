// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Route;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Desk;
import org.diastem.store.LiveRelease;
import org.diastem.text.TextSpan;
import org.diastem.vocab.Namespaces;

/** What was found, as a page for people, at {@code /find}; the search is that of {@link SearchRoute}. */
public final class FindRoute implements Route {
    private static final String PATH = "/find";
    private static final int SHOWN = 20;

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Desk desk;

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param desk takes the work
     */
    public FindRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            Desk desk) {
        this.live = live;
        this.site = site;
        this.desk = desk;
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
        Parameters asked = exchange.parameters();
        if (asked.single("q").orElse("").isBlank()) {
            exchange.send(Templates.fill(200, "find.jte", page, new FindView("", 0, 0, SHOWN, List.of())));
            return;
        }
        SearchRequest given = SearchRequest.of(asked);
        // The parameter lang is the page's language here, and no reason to leave out texts in the other.
        SearchRequest request = SearchRequest.of(given.text(), Set.of(), SHOWN, given.offset());
        desk.take(exchange, budget -> {
            if (!exchange.isKnown(page.release(), page.asked())) {
                exchange.send(Templates.fill(200, "find.jte", page, view(page, request, new Finder(loaded.dataset(), budget))));
            }
        });
    }

    private static FindView view(Page page, SearchRequest request, Finder finder) {
        List<Hit> all = finder.find(request);
        List<FindView.Found> shown = all.stream()
                .skip(request.offset())
                .limit(request.limit())
                .map(hit -> found(page, finder, finder.withSpans(request, hit)))
                .toList();
        return new FindView(request.text(), all.size(), request.offset(), request.limit(), shown);
    }

    private static FindView.Found found(Page page, Finder finder, Hit hit) {
        String iri = hit.best().subject().getURI();
        boolean ours = iri.startsWith(Namespaces.BASE);
        Map<String, String> labels = finder.labels(hit);
        String label = Optional.ofNullable(labels.get(page.language()))
                .or(() -> labels.values().stream().findFirst())
                .orElseGet(() -> iri.substring(iri.lastIndexOf('/') + 1));
        return new FindView.Found(
                ours ? "/" + iri.substring(Namespaces.BASE.length()) : iri,
                ours,
                finder.type(hit),
                label,
                pieces(hit),
                hit.best().language());
    }

    private static List<FindView.Piece> pieces(Hit hit) {
        String text = hit.best().text();
        List<FindView.Piece> pieces = new ArrayList<>();
        int at = 0;
        for (TextSpan span : hit.spans()) {
            if (span.start() >= at) {
                pieces.add(new FindView.Piece(text.substring(at, span.start()), false));
                pieces.add(new FindView.Piece(text.substring(span.start(), span.end()), true));
                at = span.end();
            }
        }
        pieces.add(new FindView.Piece(text.substring(at), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
