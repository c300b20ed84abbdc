// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Html;
import org.diastem.server.http.Route;
import org.diastem.server.page.ClaimTable;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.Workshop;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;
import org.diastem.vocab.GraphName;

/** The start page at {@code /}, and the lists of claims, contested claims and gaps, and the result of an example query. */
public final class PagesRoute implements Route {
    private static final String START = "/";
    private static final String CLAIMS = "/claims";
    private static final String CONTESTED = "/contested";
    private static final String GAPS = "/gaps";
    private static final String RESULT = "/query-result";
    private static final Set<String> PATHS = Set.of(START, CLAIMS, CONTESTED, GAPS, RESULT);
    private static final int EXAMPLES_SHOWN = 8;

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Limits limits;
    private final Workshop workshop;
    private final Function<Exchange, String> client;
    private final PerRelease<ClaimTable> claims = new PerRelease<>(ClaimTable::of);

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
        return PATHS.contains(path);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        LiveRelease.Loaded loaded = live.now();
        if (exchange.path().equals(RESULT)) {
            result(exchange, loaded);
            return;
        }
        Page page = Page.of(exchange, site.apply(exchange), loaded.release().name());
        Templates.addHeaders(exchange, page);
        ClaimTable table = claims.of(loaded);
        Answer answer = switch (exchange.path()) {
            case START -> start(page, loaded, table);
            case CLAIMS -> claims(page, ClaimFilter.of(exchange.parameters(), table), table);
            case CONTESTED -> Templates.fill(200, "contested.jte", page, ContestedView.of(loaded, table));
            default -> Templates.fill(200, "gaps.jte", page, GapsView.of(loaded, table, exchange.parameters()));
        };
        if (!exchange.isKnown(loaded.release().name(), page.asked())) {
            exchange.send(answer);
        }
    }

    private void result(Exchange exchange, LiveRelease.Loaded loaded) {
        exchange.setHeader("Content-Security-Policy", Html.POLICY);
        exchange.setHeader(Exchange.RELEASE_HEADER, loaded.release().name());
        String name = exchange.parameters().single("name").orElse("");
        Budget budget = new Budget(limits);
        workshop.take(
                exchange, client.apply(exchange), budget, () -> exchange.send(new ResultPage(loaded, budget).page(name)));
    }

    private static Answer claims(Page page, ClaimFilter filter, ClaimTable table) {
        return Templates.fill(200, "claims.jte", page, new ClaimsView(filter, filter.of(table), table.topics()));
    }

    private static Answer start(Page page, LiveRelease.Loaded loaded, ClaimTable table) {
        Map<String, Long> counts = loaded.release().manifest().counts();
        List<StartView.Count> shown = List.of(
                new StartView.Count("claims", table.rows().size(), CLAIMS),
                new StartView.Count("evidence", counts.getOrDefault("evidenceLines", 0L), "/graph/evidence"),
                new StartView.Count("references", counts.getOrDefault("references", 0L), "/graph/references"),
                new StartView.Count("trials", counts.getOrDefault("trials", 0L), "/graph/trials"),
                new StartView.Count("concepts", counts.getOrDefault("concepts", 0L), "/ontology"),
                new StartView.Count("mappings", counts.getOrDefault("mappings", 0L), "/graph/mappings"));
        List<ExampleQuery> examples = ExampleQueries.of(loaded.dataset().getGraph(GraphName.EXAMPLES.node())).stream()
                .limit(EXAMPLES_SHOWN)
                .toList();
        StartView view = new StartView(
                EvidenceMatrix.of(table), shown, examples, DatasetMarkup.of(loaded.release(), page.site()));
        return Templates.fill(200, "start.jte", page, view);
    }
}
