// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.ref.QueryEngineRef;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.diastem.index.IndexDataset;

/** Answers of queries in a form that can be compared, whatever the order of their rows. */
final class Answers {
    private Answers() {}

    /** As ARQ answers. */
    static List<String> of(Query query, DatasetGraph data) {
        return answer(query, data, ARQ.getContext().copy());
    }

    /** As ARQ's simple evaluation answers, which follows the definitions of SPARQL 1.1 to the letter. */
    static List<String> byDefinition(Query query, DatasetGraph data) {
        Context context = ARQ.getContext().copy();
        QueryEngineRegistry engines = new QueryEngineRegistry();
        engines.add(QueryEngineRef.getFactory());
        QueryEngineRegistry.set(context, engines);
        return answer(query, data, context);
    }

    /** As the engine answers. */
    static List<String> inIds(Query query, IndexDataset data) {
        return answer(query, data, ofEngine(data, Watch.NONE));
    }

    /** The context of one query that the engine executes. */
    static Context ofEngine(IndexDataset data, Watch watch) {
        Context context = ARQ.getContext().copy();
        Session session = new Session(data.index(), watch);
        QC.setFactory(context, execution -> new IdExecutor(execution, session));
        return context;
    }

    private static List<String> answer(Query query, DatasetGraph data, Context context) {
        List<String> rows = new ArrayList<>();
        try (QueryExec execution = QueryExecDatasetBuilder.create()
                .query(query)
                .dataset(data)
                .context(context)
                .build()) {
            if (query.isAskType()) {
                rows.add(String.valueOf(execution.ask()));
            } else if (query.isConstructType()) {
                execution.constructTriples().forEachRemaining(triple -> rows.add(triple.toString()));
            } else {
                RowSet found = execution.select();
                while (found.hasNext()) {
                    rows.add(shown(found.next()));
                }
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String shown(Binding row) {
        TreeMap<String, String> shown = new TreeMap<>();
        row.vars().forEachRemaining(variable -> {
            if (Var.isNamedVar(variable)) {
                shown.put(variable.getVarName(), String.valueOf(row.get(variable)));
            }
        });
        return shown.toString();
    }
}
