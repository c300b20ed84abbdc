// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.diastem.store.LiveRelease;

/** Adds the start page at {@code /} and result pages of the example queries at {@code /query-result}. */
public final class WebModule implements FusekiModule {
    private final LiveRelease live;

    public WebModule(LiveRelease live) {
        this.live = live;
    }

    @Override
    public String name() {
        return "DiaStem pages";
    }

    @Override
    public void prepare(FusekiServer.Builder builder, Set<String> datasetNames, Model configModel) {
        // The empty pattern is the root alone; "/" would take every path that nothing else serves.
        builder.addServlet("", new PageServlet(request -> new StartPage(live.now()).page()));
        builder.addServlet(
                "/query-result",
                new PageServlet(request -> new ResultPage(live.now()).page(request.getParameter("name"))));
    }
}
