// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A publication that serves as evidence.
 *
 * @param id an opaque key; a name or year in it may be wrong
 * @param firstAuthor empty if no page showed one
 * @param yearBasis whether the year was shown or inferred
 * @param journalBasis the same of the journal
 * @param studyType local name of a study type
 * @param species local names of the species studied
 * @param page the page that was seen
 * @param seenFields what that page showed
 */
public record Reference(
        String id,
        Optional<String> doi,
        Optional<String> pmid,
        Optional<String> pmcid,
        String title,
        Optional<String> firstAuthor,
        int year,
        String yearBasis,
        Optional<String> journal,
        Optional<String> journalBasis,
        String studyType,
        List<String> species,
        Optional<Integer> participants,
        String page,
        String seenFields) {
    public Reference {
        Objects.requireNonNull(id);
        Objects.requireNonNull(doi);
        Objects.requireNonNull(pmid);
        Objects.requireNonNull(pmcid);
        Objects.requireNonNull(title);
        Objects.requireNonNull(firstAuthor);
        Objects.requireNonNull(yearBasis);
        Objects.requireNonNull(journal);
        Objects.requireNonNull(journalBasis);
        Objects.requireNonNull(studyType);
        species = List.copyOf(species);
        Objects.requireNonNull(participants);
        Objects.requireNonNull(page);
        Objects.requireNonNull(seenFields);
    }
}
