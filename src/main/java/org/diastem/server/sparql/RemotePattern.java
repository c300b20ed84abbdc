// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.VarFinder;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.diastem.server.http.Refusal;

/**
 * The pattern of a SERVICE as the other endpoint is to see it. ARQ renames variables of subqueries, which the other
 * endpoint need not know: names go out as the client wrote them and come back as ARQ calls them.
 */
final class RemotePattern {
    private final Element pattern;
    /** ARQ's name of each variable that the SERVICE shows, by the client's. */
    private final Map<Var, Var> ours = new HashMap<>();

    private final Set<Var> alwaysBound;

    private RemotePattern(Element pattern, Set<Var> shown, Set<Var> alwaysBound) {
        this.pattern = pattern;
        this.alwaysBound = alwaysBound;
        shown.forEach(variable -> ours.put((Var) Rename.reverseVarRename(variable), variable));
    }

    static RemotePattern of(OpService service, Budget budget) {
        Op asWritten = Rename.reverseVarRename(service.getSubOp(), true);
        NodeTransformLib.transform(node -> refuseBlank(node, budget), asWritten);
        Set<Var> shown = OpVars.visibleVars(service.getSubOp());
        return new RemotePattern(
                OpAsQuery.asElement(asWritten), shown, VarFinder.process(service.getSubOp()).getFixed());
    }

    /** A blank node that ARQ put in the place of a variable would be a variable again at the other endpoint. */
    private static Node refuseBlank(Node node, Budget budget) {
        if (node.isBlank()) {
            throw budget.refuse(Refusal.of(
                    400, "A blank node of this endpoint means nothing at another: name the thing by an address before "
                            + "SERVICE."));
        }
        return node;
    }

    /** Whether the other endpoint can have anything for a row: it never has a blank node of ours. */
    boolean mayMatch(Binding row) {
        return alwaysBound.stream().noneMatch(variable -> row.contains(variable) && row.get(variable).isBlank());
    }

    /** The query for some rows; the same for the same values of the variables that the SERVICE shows. */
    Query query(List<Binding> rows) {
        ElementData values = new ElementData();
        ours.forEach((written, named) -> {
            if (rows.stream().anyMatch(row -> isSendable(row.get(named)))) {
                values.add(written);
            }
        });
        ElementGroup group = new ElementGroup();
        if (!values.getVars().isEmpty()) {
            Set<Binding> distinct = new LinkedHashSet<>();
            rows.forEach(row -> distinct.add(sent(row, values.getVars())));
            distinct.forEach(values::add);
            group.addElement(values);
        }
        group.addElement(pattern);
        Query query = QueryFactory.create();
        query.setSyntax(Syntax.syntaxSPARQL_11);
        query.setQuerySelectType();
        query.setQueryResultStar(true);
        query.setQueryPattern(group);
        query.ensureResultVars();
        return query;
    }

    private Binding sent(Binding row, List<Var> variables) {
        BindingBuilder builder = BindingFactory.builder();
        for (Var written : variables) {
            Node value = row.get(ours.get(written));
            if (isSendable(value)) {
                builder.add(written, value);
            }
        }
        return builder.build();
    }

    /** What is left out is UNDEF there, and told apart here. */
    private static boolean isSendable(Node value) {
        return value != null && (value.isURI() || value.isLiteral());
    }

    /** A row of the other endpoint in ARQ's names, without what the SERVICE does not show. */
    Binding ours(Binding row) {
        BindingBuilder builder = BindingFactory.builder();
        ours.forEach((written, named) -> {
            Node value = row.get(written);
            if (value != null) {
                builder.add(named, value);
            }
        });
        return builder.build();
    }
}
