// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.diastem.problem.Severity;

/**
 * A check of the folder {@code checks}: a SELECT query whose every answer is a finding. The first column is the
 * offending node, the others are details.
 *
 * @param name the file's name without ending
 * @param advice what is wrong and what to do, as sentences, from the file's comment
 */
public record QueryCheck(String name, Severity severity, String advice, Query query) {
    public QueryCheck {
        Objects.requireNonNull(name);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(advice);
        Objects.requireNonNull(query);
    }

    /** The findings over a dataset, in no particular order. */
    public List<Finding> run(DatasetGraph dataset, NodePlaces places) {
        List<Finding> findings = new ArrayList<>();
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            RowSet rows = execution.select();
            List<Var> columns = rows.getResultVars();
            rows.forEachRemaining(row -> findings.add(new Finding(
                    name,
                    severity,
                    places.of(row.get(columns.get(0))),
                    ShortForm.of(row.get(columns.get(0))),
                    details(row, columns) + advice)));
        }
        return findings;
    }

    private static String details(Binding row, List<Var> columns) {
        List<String> details = columns.stream()
                .skip(1)
                .filter(row::contains)
                .map(column -> column.getVarName() + " " + ShortForm.of(row.get(column)))
                .toList();
        return details.isEmpty() ? "" : String.join(", ", details) + ". ";
    }
}
