// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.diastem.model.Sha256;

/**
 * How much a query returned, and the SHA-256 of what it returned in a form that does not depend on order.
 *
 * <p>The canonical form is UTF-8 text in which every line ends with a line feed. The first line names the form. Of a
 * table it is the names of its columns, each with its question mark, in the order in which the query selects them; each
 * further line is a row, its terms in the syntax of N-Triples, nothing for what is not bound. Of a graph the first line
 * is {@code GRAPH}, and each further line is a triple as its three terms. Of a yes or no the first line is {@code ASK}
 * and the second {@code true} or {@code false}. Names and terms are parted by a tab. The lines after the first are
 * sorted by code unit; a row that comes twice stays there twice. So the order of rows is not part of the result, even if the
 * query sorts them: what comes first among equals is nowhere fixed.
 *
 * <p>A blank node is written {@code _:} and the SHA-256 of what is said of it. That is found in rounds: at first all
 * blank nodes are alike; in each round the new name of one is the hash of the sorted lines in which it stands, itself
 * written {@code _:self} and the others by their names of the round before; the rounds end when they tell no more blank
 * nodes apart. Two blank nodes that nothing tells apart have the same name.
 *
 * @param rows of a table; the triples of a graph; 1 for a yes or no
 * @param hash in hexadecimal digits
 */
public record QueryResult(long rows, String hash) {
    private static final String SELF = "_:self";

    public QueryResult {
        Objects.requireNonNull(hash);
    }

    /** Runs a query over a dataset. */
    public static QueryResult of(Query query, DatasetGraph dataset) {
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            if (query.isAskType()) {
                return hashed("ASK", List.of(Boolean.toString(execution.ask())));
            }
            if (query.isSelectType()) {
                return of(execution.select());
            }
            return of(query.isConstructType() ? execution.construct() : execution.describe());
        }
    }

    private static QueryResult of(RowSet answer) {
        List<Var> columns = answer.getResultVars();
        List<List<Node>> rows = new ArrayList<>();
        for (Binding binding : (Iterable<Binding>) () -> answer) {
            List<Node> row = new ArrayList<>();
            columns.forEach(column -> row.add(binding.get(column)));
            rows.add(row);
        }
        return hashed(String.join("\t", columns.stream().map(Var::toString).toList()), lines(rows));
    }

    private static QueryResult of(Graph graph) {
        List<List<Node>> rows = new ArrayList<>();
        for (Triple triple : graph.find().toList()) {
            rows.add(List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()));
        }
        return hashed("GRAPH", lines(rows));
    }

    private static QueryResult hashed(String first, List<String> lines) {
        List<String> sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        StringBuilder text = new StringBuilder(first).append('\n');
        sorted.forEach(line -> text.append(line).append('\n'));
        return new QueryResult(lines.size(), Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(List<List<Node>> rows) {
        Map<Node, String> names = blankNodeNames(rows);
        return rows.stream().map(row -> line(row, names)).toList();
    }

    private static Map<Node, String> blankNodeNames(List<List<Node>> rows) {
        Map<Node, List<List<Node>>> rowsOf = new HashMap<>();
        for (List<Node> row : rows) {
            for (Node node : new LinkedHashSet<>(row)) {
                if (node != null && node.isBlank()) {
                    rowsOf.computeIfAbsent(node, any -> new ArrayList<>()).add(row);
                }
            }
        }
        Map<Node, String> names = new HashMap<>();
        rowsOf.keySet().forEach(node -> names.put(node, "_:"));
        long apart = 0;
        while (new HashSet<>(names.values()).size() > apart) {
            apart = new HashSet<>(names.values()).size();
            Map<Node, String> before = Map.copyOf(names);
            rowsOf.forEach((node, its) -> names.put(node, name(node, its, before)));
        }
        return names;
    }

    private static String name(Node node, List<List<Node>> rows, Map<Node, String> before) {
        Map<Node, String> seenFromHere = new HashMap<>(before);
        seenFromHere.put(node, SELF);
        List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, seenFromHere)).toList());
        Collections.sort(lines);
        return "_:" + Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(List<Node> row, Map<Node, String> names) {
        List<String> terms = new ArrayList<>();
        for (Node node : row) {
            terms.add(node == null ? "" : node.isBlank() ? names.get(node) : NodeFmtLib.strNT(node));
        }
        return String.join("\t", terms);
    }
}
