// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.path.ClaimSteps;
import org.diastem.path.MechanismNet;
import org.diastem.server.agent.AgentRoute;
import org.diastem.server.agent.ToolServer;
import org.diastem.server.dumps.DumpRoute;
import org.diastem.server.editor.EditorRoute;
import org.diastem.server.editor.ResultRoute;
import org.diastem.server.entity.EntityRoutes;
import org.diastem.server.explore.ExploreRoute;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.metadata.DescriptionRoute;
import org.diastem.server.page.Assets;
import org.diastem.server.page.ClaimTable;
import org.diastem.server.query.QueryRoute;
import org.diastem.server.scratch.UpdateRoute;
import org.diastem.server.search.FindRoute;
import org.diastem.server.search.Lookup;
import org.diastem.server.search.SearchRoute;
import org.diastem.server.sparql.DataView;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.QueryGate;
import org.diastem.server.sparql.ReleaseCounts;
import org.diastem.server.sparql.ServicePolicy;
import org.diastem.server.sparql.Workshop;
import org.diastem.server.web.MachineRoute;
import org.diastem.server.web.PagesRoute;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;

/** Which routes a server has, and what each is given: the one place that knows all modules. */
final class Routes implements AutoCloseable {
    private final ServerSettings settings;
    private final Desk desk;
    private final ServicePolicy services;
    private final QueryGate gate;
    private final HealthRoute health;
    private Optional<DumpRoute> dumps = Optional.empty();
    private Optional<QueryRoute> kept = Optional.empty();

    /**
     * @param services that a query may call
     * @param ready whether the server may be sent requests
     */
    Routes(ServerSettings settings, Workshop workshop, ServicePolicy services, BooleanSupplier ready) {
        this.settings = settings;
        this.desk = new Desk(settings.limits(), workshop, new Clients(settings.trustsProxy()));
        this.services = services;
        this.gate = new QueryGate(settings.limits(), services);
        this.health = new HealthRoute(ready);
    }

    /** Those of a server of releases: everything, and nothing that writes. */
    List<Route> curated(LiveRelease live) {
        AtomicReference<DataView> counted = new AtomicReference<>(counted(live.now()));
        live.onSwitch(loaded -> counted.set(counted(loaded)));
        Supplier<DataView> data = () -> {
            LiveRelease.Loaded now = live.now();
            DataView view = counted.get();
            // A release that was switched to a moment ago answers before it is counted.
            return view.dataset() == now.dataset()
                    ? view
                    : new DataView(now.dataset(), Optional.of(now.release().name()), Optional.empty());
        };
        Function<Exchange, String> site =
                exchange -> settings.publicUrl().orElseGet(exchange::requestedOrigin);
        PerRelease<ClaimTable> claims = new PerRelease<>(ClaimTable::of);
        PerRelease<MechanismNet> nets =
                new PerRelease<>(loaded -> ClaimSteps.net(loaded.dataset().getDefaultGraph()));
        DumpRoute files = new DumpRoute(live, site, desk);
        dumps = Optional.of(files);
        DescriptionRoute description = new DescriptionRoute(
                live, site, settings.limits(), settings.workLimits(),
                settings.services().addresses(), desk, files::facts);
        QueryRoute queries = queries(data, description);
        live.onSwitch(loaded -> queries.forgetAnswers());
        List<Route> routes = new ArrayList<>(List.of(
                health,
                queries,
                description,
                new EditorRoute(live, site),
                new ResultRoute(data, site, gate, services, desk),
                new SearchRoute(live, desk),
                new FindRoute(live, site, desk),
                agents(live, site, nets),
                new PagesRoute(live, site, desk, claims),
                new Assets(),
                new MachineRoute(live, site, settings.limits(), settings.workLimits()),
                files));
        routes.add(new ExploreRoute(live, site, desk, nets));
        routes.addAll(EntityRoutes.of(live, site, desk, claims, files::send));
        return routes;
    }

    private static DataView counted(LiveRelease.Loaded loaded) {
        return new DataView(
                loaded.dataset(),
                Optional.of(loaded.release().name()),
                Optional.of(new ReleaseCounts(loaded.dataset())));
    }

    /** Those of a scratch server: queries and updates of a dataset in memory. */
    List<Route> scratch(DatasetGraph dataset) {
        DataView view = new DataView(dataset, Optional.empty(), Optional.empty());
        return List.of(
                health,
                queries(() -> view, new NoDescription()),
                new UpdateRoute(dataset, gate, settings.longestBody(), desk));
    }

    @Override
    public void close() {
        dumps.ifPresent(DumpRoute::close);
    }

    private AgentRoute agents(
            LiveRelease live, Function<Exchange, String> site, PerRelease<MechanismNet> nets) {
        // Tools join no other endpoints: what a model is told comes from this release.
        QueryGate ours = new QueryGate(settings.limits(), ServicePolicy.NONE);
        ToolServer tools = new ToolServer(Lookup::find, Lookup.types(), nets);
        return new AgentRoute(live, site, ours, settings.longestBody(), desk, tools);
    }

    private QueryRoute queries(Supplier<DataView> data, Route description) {
        QueryRoute queries = new QueryRoute(
                data, gate, services, settings.longestBody(), desk, description, settings.keptAnswers());
        kept = Optional.of(queries);
        return queries;
    }

    /** How often an answer was given that was not worked out for it. */
    long repeatedAnswers() {
        return kept.map(QueryRoute::repeatedAnswers).orElse(0L);
    }

    /** Bytes of the answers that are kept for those who ask again. */
    long keptBytes() {
        return kept.map(QueryRoute::keptBytes).orElse(0L);
    }

    /** A scratch server holds what its user puts in; there is nothing to tell of it. */
    private static final class NoDescription implements Route {
        @Override
        public boolean covers(String path) {
            return false;
        }

        @Override
        public void answer(Exchange exchange) {
            throw Refusal.of(400, "The parameter query is missing; it holds the text of the query.");
        }
    }
}
