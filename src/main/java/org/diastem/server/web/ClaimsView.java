// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.List;
import java.util.Objects;
import org.diastem.server.page.Page;

/**
 * A list of claims.
 *
 * @param title key of the heading
 * @param choices whether the list can be narrowed on the page
 */
public record ClaimsView(
        String title, boolean choices, ClaimFilter filter, List<ClaimTable.Row> rows, List<ClaimTable.Topic> topics) {
    public ClaimsView {
        Objects.requireNonNull(title);
        Objects.requireNonNull(filter);
        rows = List.copyOf(rows);
        topics = List.copyOf(topics);
    }

    public List<MatrixRow> matrixRows() {
        return MatrixRow.all();
    }

    public Strength[] strengths() {
        return Strength.values();
    }

    public String query(Page page) {
        return filter.query(page.language());
    }
}
