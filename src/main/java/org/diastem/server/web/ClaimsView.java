// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.List;
import java.util.Objects;
import org.diastem.path.Strength;
import org.diastem.server.http.Html;
import org.diastem.server.page.ClaimTable;
import org.diastem.server.page.Page;

/** A list of claims, and what it may be narrowed to. */
public record ClaimsView(ClaimFilter filter, List<ClaimTable.Row> rows, List<ClaimTable.Topic> topics) {
    public ClaimsView {
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

    /** For an address. */
    public String encodedQuery(Page page) {
        return Html.parameter(query(page));
    }
}
