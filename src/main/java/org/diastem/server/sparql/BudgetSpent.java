// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.io.Serial;
import org.apache.jena.query.QueryCancelledException;

/** The query has used up a part of its budget; the message says which, and how to ask for less. */
public final class BudgetSpent extends QueryCancelledException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String text;

    BudgetSpent(String text) {
        this.text = text;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
