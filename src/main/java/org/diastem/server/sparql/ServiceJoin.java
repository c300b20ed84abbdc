// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.diastem.server.http.Refusal;
import org.diastem.server.outgoing.RemoteEndpoints;
import org.diastem.server.outgoing.RemoteFailure;

/**
 * Joins rows of ours with what another endpoint answers: many rows go with one request, as VALUES, and the answer is
 * joined with them here. What a row says of no variable of the SERVICE stays here.
 */
final class ServiceJoin extends QueryIter1 {
    private final OpService service;
    private final RemoteCall call;
    private final Budget budget;
    private final RemotePattern pattern;
    private final ExecutionContext context;
    private QueryIterator joined;
    private Binding next;
    private String askedEndpoint;
    private Query asked;
    private List<Binding> answer;

    ServiceJoin(OpService service, QueryIterator input, ExecutionContext context, RemoteCall call, Budget budget) {
        super(input, context);
        this.service = service;
        this.context = context;
        this.call = call;
        this.budget = budget;
        this.pattern = RemotePattern.of(service, budget);
    }

    @Override
    protected boolean hasNextBinding() {
        while (joined == null || !joined.hasNext()) {
            if (next == null && !getInput().hasNext()) {
                return false;
            }
            closeSubIterator();
            joined = joinBlock();
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        return joined.next();
    }

    /** Takes rows as long as they go to the same endpoint, and joins them. */
    private QueryIterator joinBlock() {
        List<Binding> block = new ArrayList<>();
        Binding row = next == null ? getInput().next() : next;
        next = null;
        String endpoint = endpoint(row);
        while (true) {
            budget.check();
            block.add(row);
            if (block.size() == call.mostBindings() || !getInput().hasNext()) {
                break;
            }
            row = getInput().next();
            if (!endpoint(row).equals(endpoint)) {
                next = row;
                break;
            }
        }
        try {
            return join(block, endpoint);
        } catch (RemoteFailure failure) {
            if (service.getSilent() && failure.kind() != RemoteFailure.Kind.REFUSED) {
                // SPARQL 1.1 Federated Query, 2.3: as if it had answered with one row that binds nothing.
                return rows(block);
            }
            throw budget.refuse(refusal(failure));
        }
    }

    private QueryIterator join(List<Binding> block, String endpoint) {
        List<Binding> sent = block.stream().filter(pattern::mayMatch).toList();
        if (sent.isEmpty()) {
            return rows(List.of());
        }
        Query query = pattern.query(sent);
        if (!endpoint.equals(askedEndpoint) || !query.equals(asked)) {
            answer = call.rows(endpoint, query).stream().map(pattern::ours).toList();
            askedEndpoint = endpoint;
            asked = query;
        }
        return Join.join(rows(sent), rows(answer), context);
    }

    private QueryIterator rows(List<Binding> rows) {
        return QueryIterPlainWrapper.create(rows.iterator(), context);
    }

    /** @throws Refusal if none is named, or one that is not allowed, whether SILENT or not */
    private String endpoint(Binding row) {
        Node node = service.getService();
        Node named = node.isVariable() ? row.get(Var.alloc(node)) : node;
        if (named == null) {
            throw budget.refuse(
                    Refusal.of(400, "The variable ?" + node.getName()
                            + " of a SERVICE has no value where it is needed."));
        }
        if (!named.isURI() || !call.allows(named.getURI())) {
            throw budget.refuse(notAllowed(named));
        }
        return named.getURI();
    }

    /** What to tell of a SERVICE that may not be called. */
    static Refusal notAllowed(Node service) {
        Optional<String> address = service.isURI() ? Optional.of(service.getURI()) : Optional.empty();
        return refusal(RemoteEndpoints.refused(address));
    }

    private static Refusal refusal(RemoteFailure failure) {
        int status = switch (failure.kind()) {
            case REFUSED -> 403;
            case NO_ANSWER, TOO_LARGE -> 502;
            case TOO_LATE -> 504;
        };
        return Refusal.of(status, failure.getMessage());
    }

    @Override
    protected void requestSubCancel() {
        // The budget ends what is being waited for.
    }

    @Override
    protected void closeSubIterator() {
        if (joined != null) {
            joined.close();
            joined = null;
        }
    }
}
