// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sys.JenaSystem;

/**
 * A process of its own with Fuseki as it comes, over the file that is its argument; prints its port when it is ready.
 */
public final class PlainFuseki {
    private PlainFuseki() {}

    public static void main(String[] arguments) {
        JenaSystem.init();
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(dataset, arguments[0]);
        FusekiServer server =
                FusekiServer.create().loopback(true).port(0).add("/marks", dataset).build().start();
        System.out.println(server.getPort());
        server.join();
    }
}
