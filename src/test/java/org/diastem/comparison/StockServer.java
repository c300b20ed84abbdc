// SPDX-License-Identifier: Apache-2.0
package org.diastem.comparison;

import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.rdf.ReleaseData;
import org.diastem.store.ReleaseStore;

/** Fuseki as its builder makes it, over the same release, at {@code /sparql}, with ARQ's own timeout. */
public final class StockServer {
    private StockServer() {}

    /** @param arguments the build folder, the timeout in milliseconds, and whether updates are taken, as they are by default */
    public static void main(String... arguments) {
        DatasetGraph data = ReleaseData.create();
        new ReleaseStore(Path.of(arguments[0])).current().orElseThrow().readAll(ReleaseData.filling(data));
        data.getContext().set(ARQ.queryTimeout, arguments[1]);
        FusekiServer server =
                FusekiServer.create().port(0).loopback(true).add("/sparql", data, Boolean.parseBoolean(arguments[2])).build().start();
        System.out.println("ready at http://127.0.0.1:" + server.getPort() + "/");
        server.join();
    }
}
