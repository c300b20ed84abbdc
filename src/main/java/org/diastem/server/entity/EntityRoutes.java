// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.List;
import java.util.function.Function;
import org.diastem.export.DumpFormat;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.page.ClaimTable;
import org.diastem.server.sparql.Desk;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;
import org.diastem.vocab.GraphName;

/** The routes that answer for everything with an IRI of ours. They cover every path, so they come last. */
public final class EntityRoutes {
    private EntityRoutes() {}

    /** Sends a named graph whole, as the answer to an exchange whose headers are set. */
    public interface WholeGraph {
        void send(Exchange exchange, LiveRelease.Loaded loaded, GraphName graph, DumpFormat format);
    }

    /**
     * The ontology first, then everything else.
     *
     * @param site tells where the server is reached, without a slash at the end
     * @param desk takes the work
     */
    public static List<Route> of(
            LiveRelease live,
            Function<Exchange, String> site,
            Desk desk,
            PerRelease<ClaimTable> claims,
            WholeGraph graphs) {
        PerRelease<Known> known = new PerRelease<>(loaded -> Known.of(loaded, claims.of(loaded)));
        return List.of(
                new OntologyRoute(live, site, desk, known),
                new EntityRoute(live, site, desk, known, graphs));
    }
}
