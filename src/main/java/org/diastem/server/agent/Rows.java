// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.diastem.server.sparql.QueryGate;
import org.diastem.server.sparql.QueryRun;
import org.diastem.vocab.Namespaces;

/** Runs a query and gives its answer as plain values, with the query itself beside it. */
final class Rows {
    private static final int MOST_TRIPLES = 500;

    private Rows() {}

    /**
     * @param most rows that are given; if there are more, {@code more} says so
     * @throws org.diastem.server.http.Refusal as the endpoint would
     */
    static Map<String, Object> of(Setting setting, String text, int most) {
        String whole = withPrefixes(text);
        QueryGate.Admitted admitted = setting.gate().read(whole, Set.of(), Set.of());
        Query query = admitted.query();
        Map<String, Object> answer = new LinkedHashMap<>();
        try (QueryRun run = new QueryRun(query, setting.loaded().dataset(), setting.budget())) {
            if (query.isAskType()) {
                answer.put("boolean", run.ask());
            } else if (query.isSelectType()) {
                select(run.select(), most, answer);
            } else {
                triples(query.isConstructType() ? run.construct() : run.describe().find(), answer);
            }
        }
        answer.put("query", whole);
        return answer;
    }

    /** The project's prefixes before a query that uses one without declaring it. */
    static String withPrefixes(String text) {
        StringBuilder missing = new StringBuilder();
        Namespaces.all().forEach((prefix, namespace) -> {
            boolean used = text.matches("(?s).*(?<![\\w:-])" + prefix + ":.*");
            boolean declared = text.matches("(?is).*\\bPREFIX\\s+" + prefix + ":\\s*<.*");
            if (used && !declared) {
                missing.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n");
            }
        });
        return missing + text;
    }

    private static void select(RowSet found, int most, Map<String, Object> answer) {
        List<String> columns = found.getResultVars().stream().map(Var::getVarName).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        while (found.hasNext() && rows.size() < most) {
            Binding binding = found.next();
            Map<String, Object> row = new LinkedHashMap<>();
            for (Var variable : found.getResultVars()) {
                Node value = binding.get(variable);
                if (value != null) {
                    row.put(variable.getVarName(), value(value));
                }
            }
            rows.add(row);
        }
        answer.put("columns", columns);
        answer.put("rows", rows);
        answer.put("more", found.hasNext());
    }

    private static void triples(Iterator<Triple> found, Map<String, Object> answer) {
        List<List<Object>> triples = new ArrayList<>();
        while (found.hasNext() && triples.size() < MOST_TRIPLES) {
            Triple triple = found.next();
            triples.add(List.of(value(triple.getSubject()), value(triple.getPredicate()), value(triple.getObject())));
        }
        answer.put("triples", triples);
        answer.put("more", found.hasNext());
    }

    /** A number where it is one; otherwise the text, or the address. */
    static Object value(Node node) {
        if (node.isURI()) {
            return node.getURI();
        }
        if (node.isLiteral()) {
            Object known = node.getLiteral().isWellFormed() ? node.getLiteralValue() : null;
            return known instanceof Number || known instanceof Boolean ? known : node.getLiteralLexicalForm();
        }
        return node.toString();
    }
}
