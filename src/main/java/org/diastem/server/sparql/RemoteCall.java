// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.WebContent;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.diastem.server.http.Refusal;
import org.diastem.server.outgoing.RemoteEndpoints;
import org.diastem.server.outgoing.RemoteFailure;

/** Asks other endpoints for one query of ours, within its budget. */
final class RemoteCall {
    private static final List<Lang> READABLE = List.of(ResultSetLang.RS_JSON, ResultSetLang.RS_XML);

    private final ServicePolicy policy;
    private final RemoteEndpoints endpoints;
    private final Budget budget;
    private final AtomicInteger requests;

    /** @param requests those that our query has sent so far, whatever part of it sent them */
    RemoteCall(ServicePolicy policy, RemoteEndpoints endpoints, Budget budget, AtomicInteger requests) {
        this.policy = policy;
        this.endpoints = endpoints;
        this.budget = budget;
        this.requests = requests;
    }

    /** Bindings that may go with one request. */
    int mostBindings() {
        return endpoints.limits().bindings();
    }

    boolean allows(String endpoint) {
        return policy.allows(endpoint);
    }

    /**
     * The rows that the endpoint answers with.
     *
     * @throws RemoteFailure if there are none that can be used
     */
    List<Binding> rows(String endpoint, Query query) {
        if (requests.incrementAndGet() > endpoints.limits().requests()) {
            budget.stop("The query needs more than " + endpoints.limits().requests()
                    + " requests to other endpoints. Bind fewer rows before SERVICE, or call this endpoint from "
                    + "your own engine.");
            throw budget.spent();
        }
        RemoteEndpoints.Rows answer = endpoints.ask(endpoint, query.serialize(), budget::check);
        Lang lang = WebContent.contentTypeToLangResultSet(answer.contentType().replaceFirst(";.*", "").strip());
        if (lang == null || !READABLE.contains(lang)) {
            throw RemoteEndpoints.noAnswer(endpoint);
        }
        try {
            RowSet rows = RowSetReaderRegistry.getFactory(lang)
                    .create(lang)
                    .read(new ByteArrayInputStream(answer.body()), new Context());
            return read(endpoint, rows);
        } catch (QueryCancelledException | RemoteFailure | Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever a reader makes of text that is no result.
            throw RemoteEndpoints.noAnswer(endpoint);
        }
    }

    private List<Binding> read(String endpoint, RowSet rows) {
        List<Binding> read = new ArrayList<>();
        while (rows.hasNext()) {
            budget.check();
            budget.keep();
            read.add(rows.next());
            if (read.size() > endpoints.limits().rows()) {
                throw RemoteEndpoints.tooLarge(endpoint, endpoints.limits().rows() + " rows");
            }
        }
        return read;
    }
}
