// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diastem.server.page.ClaimTable;

/**
 * The page of a claim.
 *
 * @param statement in the language of the page
 * @param second the statement in the other language
 * @param unit of a value; empty for others
 * @param grade the relation that the evidence allows for a claim about treatment
 */
public record ClaimView(
        ThingView.Head head,
        ClaimTable.Row row,
        String statement,
        String second,
        boolean denied,
        Value.Mention subject,
        Value.Mention predicate,
        Value object,
        Optional<Value.Mention> unit,
        Optional<Value.Mention> grade,
        List<Block> blocks,
        ThingView.Foot foot) {
    public ClaimView {
        Objects.requireNonNull(head);
        Objects.requireNonNull(row);
        Objects.requireNonNull(statement);
        Objects.requireNonNull(second);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(predicate);
        Objects.requireNonNull(object);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(grade);
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(foot);
    }
}
