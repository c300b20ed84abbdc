// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.editor;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.page.Page;
import org.diastem.server.page.Templates;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.DataView;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.QueryGate;
import org.diastem.server.sparql.QueryRun;
import org.diastem.server.sparql.ServicePolicy;

/** The answer to a query as a page at {@code /query-result}: where the editor's form leads without JavaScript. */
public final class ResultRoute implements Route {
    private static final String PATH = "/query-result";

    private final Supplier<DataView> data;
    private final Function<Exchange, String> site;
    private final QueryGate gate;
    private final ServicePolicy services;
    private final Desk desk;

    /**
     * @param data of a release
     * @param site tells where the server is reached, without a slash at the end
     * @param services that a query may call, as the gate knows them
     * @param desk takes the work
     */
    public ResultRoute(
            Supplier<DataView> data,
            Function<Exchange, String> site,
            QueryGate gate,
            ServicePolicy services,
            Desk desk) {
        this.data = data;
        this.site = site;
        this.gate = gate;
        this.services = services;
        this.desk = desk;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        String text = exchange.parameters()
                .single("query")
                .orElseThrow(() -> Refusal.of(400, "The parameter query is missing; it holds the text of the query."));
        desk.take(exchange, budget -> answer(exchange, text, budget));
    }

    private void answer(Exchange exchange, String text, Budget budget) {
        DataView view = data.get();
        Page page = Page.of(exchange, site.apply(exchange), view.release().orElseThrow());
        Templates.addHeaders(exchange, page);
        QueryGate.Admitted admitted;
        try {
            admitted = gate.read(text, Set.of(), Set.of());
        } catch (Refusal refusal) {
            exchange.forbidCaching();
            exchange.send(Templates.fill(
                    refusal.status(), "result.jte", page, ResultView.ofRefusal(text, refusal.getMessage())));
            return;
        }
        if (admitted.repeatable()) {
            if (exchange.isKnown(page.release(), page.asked())) {
                return;
            }
        } else {
            exchange.forbidCaching();
        }
        exchange.send(Templates.fill(200, "result.jte", page, run(admitted.query(), text, page, view, budget)));
    }

    private ResultView run(Query query, String text, Page page, DataView view, Budget budget) {
        try (QueryRun run = new QueryRun(query, view, budget, services)) {
            if (query.isAskType()) {
                return ResultView.ofVerdict(text, run.ask());
            }
            if (query.isSelectType()) {
                return rows(run.select(), text, page, budget);
            }
            return triples(query.isConstructType() ? run.construct() : run.describe().find(), text, page, budget);
        }
    }

    private static ResultView rows(RowSet found, String text, Page page, Budget budget) {
        List<Var> columns = found.getResultVars();
        ResultView.Rows rows = new ResultView.Rows(page);
        while (found.hasNext() && rows.hasRoom()) {
            Binding row = found.next();
            budget.row();
            rows.add(columns.stream().map(column -> Optional.ofNullable(row.get(column))).toList());
        }
        return rows.view(text, columns.stream().map(Var::getVarName).toList(), false, found.hasNext());
    }

    private static ResultView triples(Iterator<Triple> found, String text, Page page, Budget budget) {
        ResultView.Rows rows = new ResultView.Rows(page);
        while (found.hasNext() && rows.hasRoom()) {
            Triple triple = found.next();
            budget.row();
            rows.add(List.of(
                    Optional.of(triple.getSubject()),
                    Optional.of(triple.getPredicate()),
                    Optional.of(triple.getObject())));
        }
        List<String> columns =
                List.of(page.say("thing.subject"), page.say("thing.predicate"), page.say("thing.object"));
        return rows.view(text, columns, true, found.hasNext());
    }
}
