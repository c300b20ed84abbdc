// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Optional;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.update.UpdateRequest;

/** One update within a budget. */
public final class UpdateRun {
    private UpdateRun() {}

    /**
     * Changes the dataset.
     *
     * @param dataset in a transaction for writing, which the caller ends by whether this returns
     * @throws BudgetSpent if the budget was stopped before all was done
     */
    public static void run(UpdateRequest request, DatasetGraph dataset, Budget budget) {
        Context context = QueryRun.context(
                new DataView(dataset, Optional.empty(), Optional.empty()), budget, ServicePolicy.NONE);
        try {
            UpdateExec.dataset(dataset).update(request).context(context).build().execute();
        } catch (QueryCancelledException e) {
            throw budget.spent();
        }
    }
}
