// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.tdb2.DatabaseMgr;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Fuseki as its builder makes it, at {@code /sparql}, over a TDB2 database. */
public final class FusekiOverTdb {
    private static final int SMALL_BUFFER = 32 * 1024;

    private FusekiOverTdb() {}

    /** @param arguments the database, the port, and whether the output buffer is made small */
    public static void main(String... arguments) {
        FusekiServer server = FusekiServer.create()
                .port(Integer.parseInt(arguments[1]))
                .loopback(true)
                .add("/sparql", DatabaseMgr.connectDatasetGraph(arguments[0]))
                .build();
        if (Boolean.parseBoolean(arguments[2])) {
            for (Connector connector : server.getJettyServer().getConnectors()) {
                connector.getConnectionFactory(HttpConnectionFactory.class)
                        .getHttpConfiguration()
                        .setOutputBufferSize(SMALL_BUFFER);
            }
        }
        server.start().join();
    }
}
