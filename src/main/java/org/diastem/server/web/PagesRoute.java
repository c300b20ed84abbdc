// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.page.ClaimTable;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Desk;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;
import org.diastem.vocab.GraphName;

/** The start page at {@code /}, and the lists of claims, contested claims and gaps. */
public final class PagesRoute implements Route {
    private static final String START = "/";
    private static final String CLAIMS = "/claims";
    private static final String CONTESTED = "/contested";
    private static final String GAPS = "/gaps";
    private static final Set<String> PATHS = Set.of(START, CLAIMS, CONTESTED, GAPS);
    private static final int EXAMPLES_SHOWN = 8;

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final Desk desk;
    private final PerRelease<ClaimTable> claims;
    private final PerRelease<EvidenceMatrix> matrices;

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param desk takes the work
     */
    public PagesRoute(
            LiveRelease live, Function<Exchange, String> site, Desk desk, PerRelease<ClaimTable> claims) {
        this.live = live;
        this.site = site;
        this.desk = desk;
        this.claims = claims;
        this.matrices = new PerRelease<>(loaded -> EvidenceMatrix.of(claims.of(loaded)));
    }

    @Override
    public boolean covers(String path) {
        return PATHS.contains(path);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        LiveRelease.Loaded loaded = live.now();
        Page page = Page.of(exchange, site.apply(exchange), loaded.release().name());
        Templates.addHeaders(exchange, page);
        Supplier<Answer> answer = answer(exchange, loaded, page);
        if (!exchange.isKnown(loaded.release().name(), page.asked())) {
            desk.take(exchange, budget -> exchange.send(answer.get()));
        }
    }

    /** Looks at the parameters at once; the page is made when it is needed. */
    private Supplier<Answer> answer(Exchange exchange, LiveRelease.Loaded loaded, Page page) {
        ClaimTable table = claims.of(loaded);
        switch (exchange.path()) {
            case START -> {
                return () -> start(page, loaded, table);
            }
            case CLAIMS -> {
                ClaimFilter filter = ClaimFilter.of(exchange.parameters(), table);
                return () -> claims(page, filter, table);
            }
            case CONTESTED -> {
                return () -> Templates.fill(200, "contested.jte", page, ContestedView.of(loaded, table));
            }
            default -> {
                GapsView gaps = GapsView.of(loaded, table, exchange.parameters());
                return () -> Templates.fill(200, "gaps.jte", page, gaps);
            }
        }
    }

    private static Answer claims(Page page, ClaimFilter filter, ClaimTable table) {
        return Templates.fill(200, "claims.jte", page, new ClaimsView(filter, filter.of(table), table.topics()));
    }

    private Answer start(Page page, LiveRelease.Loaded loaded, ClaimTable table) {
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
                matrices.of(loaded), shown, examples, DatasetMarkup.of(loaded.release(), page.site()));
        return Templates.fill(200, "start.jte", page, view);
    }
}
