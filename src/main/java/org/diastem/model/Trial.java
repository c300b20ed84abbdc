// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A registered trial as its record was seen. It is no row of the source's own table of trials, and without results it
 * is no evidence of an effect.
 *
 * @param id its registry number, or the key of a record outside the scope
 * @param identifier its number as printed
 * @param scope why it stands outside the trials of mesenchymal stem cells in diabetes; empty for one of them
 * @param conditions local names of the diseases treated
 * @param cells local names of the cells given
 * @param facts what else is recorded of it: a property and a concept, value, text or number each
 * @param stateSeen the day, or at least the year, of the record that tells its state
 * @param resultPublications DOIs or PubMed Central identifiers
 * @param pages the pages that were seen, {@code secondPage} that of the second reading
 */
public record Trial(
        String id,
        String identifier,
        Optional<String> scope,
        Bilingual title,
        List<String> conditions,
        List<String> cells,
        List<Qualifier> facts,
        Optional<String> stateSeen,
        List<String> resultPublications,
        List<String> pages,
        Optional<String> secondPage,
        Optional<String> note) {
    public Trial {
        Objects.requireNonNull(id);
        Objects.requireNonNull(identifier);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(title);
        conditions = List.copyOf(conditions);
        cells = List.copyOf(cells);
        facts = List.copyOf(facts);
        Objects.requireNonNull(stateSeen);
        resultPublications = List.copyOf(resultPublications);
        pages = List.copyOf(pages);
        Objects.requireNonNull(secondPage);
        Objects.requireNonNull(note);
    }
}
