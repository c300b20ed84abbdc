// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.List;
import java.util.function.Function;
import org.diastem.export.DumpFormat;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.Workshop;
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
     * @param client tells whose request it is
     */
    public static List<Route> of(
            LiveRelease live,
            Function<Exchange, String> site,
            Limits limits,
            Workshop workshop,
            Function<Exchange, String> client,
            WholeGraph graphs) {
        PerRelease<Known> known = new PerRelease<>(Known::of);
        return List.of(
                new OntologyRoute(live, site, limits, workshop, client, known),
                new EntityRoute(live, site, limits, workshop, client, known, graphs));
    }
}
