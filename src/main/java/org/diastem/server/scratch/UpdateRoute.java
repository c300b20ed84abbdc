// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.scratch;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.modify.UsingList;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.system.Txn;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.FrontDoor;
import org.diastem.server.http.MediaType;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.QueryGate;
import org.diastem.server.sparql.UpdateRun;
import org.diastem.vocab.Namespaces;

/** Updates at {@code /update}, by the SPARQL 1.1 Protocol, section 2.2: each request is done as a whole or not at all. */
public final class UpdateRoute implements Route {
    private static final String PATH = "/update";
    private static final String METHODS = "POST, OPTIONS";
    private static final MediaType FORM = MediaType.of("application/x-www-form-urlencoded");
    private static final MediaType UPDATE = MediaType.of("application/sparql-update");
    private static final String USING = "using-graph-uri";
    private static final String USING_NAMED = "using-named-graph-uri";

    private final DatasetGraph dataset;
    private final QueryGate gate;
    private final int longestBody;
    private final Desk desk;

    /**
     * @param dataset with transactions
     * @param longestBody in bytes
     * @param desk takes the work
     */
    public UpdateRoute(
            DatasetGraph dataset,
            QueryGate gate,
            int longestBody,
            Desk desk) {
        this.dataset = dataset;
        this.gate = gate;
        this.longestBody = longestBody;
        this.desk = desk;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        switch (exchange.method()) {
            case "POST" -> {
                MediaType type = exchange.bodyType(
                        List.of(UPDATE, FORM), "Send an update by POST as " + UPDATE + ", or as " + FORM
                                + " with the parameter update.");
                exchange.body(longestBody).whenComplete((body, failure) -> FrontDoor.guard(exchange, failure, () -> {
                    desk.take(exchange, budget -> run(exchange, type, body, budget));
                }));
            }
            case "OPTIONS" -> {
                exchange.setHeader("Allow", METHODS);
                exchange.sendNothing(204);
            }
            default -> throw Refusal.method(exchange.method(), METHODS);
        }
    }

    private void run(Exchange exchange, MediaType type, byte[] body, Budget budget) {
        exchange.forbidCaching();
        Parameters parameters = exchange.parameters();
        String text = Parameters.utf8(body);
        if (type.equals(FORM)) {
            parameters = Parameters.of(text).and(parameters);
            text = parameters
                    .single("update")
                    .orElseThrow(() -> Refusal.of(400, "The parameter update is missing; it holds the text of the update."));
        }
        UpdateRequest request = read(text, parameters);
        Txn.executeWrite(dataset, () -> UpdateRun.run(request, dataset, budget));
        exchange.sendNothing(204);
    }

    private UpdateRequest read(String text, Parameters parameters) {
        gate.checkText(text);
        UsingList using = new UsingList();
        parameters.all(USING).forEach(name -> using.addUsing(NodeFactory.createURI(name)));
        parameters.all(USING_NAMED).forEach(name -> using.addUsingNamed(NodeFactory.createURI(name)));
        UpdateRequest request = new UpdateRequest();
        try {
            UpdateFactory.read(
                            using,
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            Namespaces.BASE,
                            Syntax.syntaxSPARQL_11)
                    .forEach(request::add);
        } catch (QueryParseException e) {
            throw gate.unparsable(text, e);
        } catch (JenaException e) {
            // Such as USING in the text and in the parameters, which the protocol forbids.
            throw Refusal.of(400, "The update cannot be used: " + e.getMessage());
        }
        for (Update update : request) {
            if (update instanceof UpdateLoad) {
                throw Refusal.of(403, "LOAD is not offered: the server fetches nothing. Send the data to /graphs instead.");
            }
            if (update instanceof UpdateModify modify) {
                gate.check(modify.getWherePattern());
            }
        }
        return request;
    }
}
