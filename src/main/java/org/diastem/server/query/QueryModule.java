// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import java.time.Duration;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.store.LiveRelease;

/**
 * Serves queries over the live release at {@code /sparql}, and nothing that could write. When the release changes, the
 * endpoint is replaced as a whole; a request that is under way ends on the release it began with.
 */
public final class QueryModule implements FusekiModule {
    /** The endpoint's path. */
    public static final String PATH = "/sparql";

    private final LiveRelease live;
    private final Duration longestQuery;

    /** @param longestQuery after which a query is given up and answered with 503 */
    public QueryModule(LiveRelease live, Duration longestQuery) {
        this.live = live;
        this.longestQuery = longestQuery;
    }

    @Override
    public String name() {
        return "DiaStem queries";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configModel) {
        builder.add(PATH, service(live.now().dataset()));
    }

    @Override
    public void server(FusekiServer server) {
        live.onSwitch(loaded -> {
            DataService service = service(loaded.dataset());
            service.setEndpointProcessors(server.getOperationRegistry());
            service.goActive();
            server.getDataAccessPointRegistry().put(PATH, new DataAccessPoint(PATH, service));
        });
    }

    private DataService service(DatasetGraph dataset) {
        // A query must not make this machine call another one.
        dataset.getContext().setFalse(ARQ.httpServiceAllowed);
        dataset.getContext().set(ARQ.queryTimeout, String.valueOf(longestQuery.toMillis()));
        return DataService.newBuilder(dataset).addEndpoint(Operation.Query).build();
    }
}
