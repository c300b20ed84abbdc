// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One atomic claim of the source.
 *
 * @param id {@code C} and four digits
 * @param predicate local name of a predicate of the relation table
 * @param target the object (a term) or the value (a literal)
 * @param unit local name of the class that a number counts, if the value or the quantity has one
 * @param statedEvidence local name of what the text names for that clause
 * @param restates the earlier claim with the same content
 * @param qualifiers in the order of the table's columns
 */
public record Claim(
        String id,
        Term subject,
        String predicate,
        Filler target,
        Optional<String> unit,
        Polarity polarity,
        Certainty certainty,
        String statedEvidence,
        SourcePlace place,
        Optional<String> group,
        Optional<String> restates,
        List<Qualifier> qualifiers,
        Bilingual statement) {
    public Claim {
        Objects.requireNonNull(id);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(predicate);
        Objects.requireNonNull(target);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(polarity);
        Objects.requireNonNull(certainty);
        Objects.requireNonNull(statedEvidence);
        Objects.requireNonNull(place);
        Objects.requireNonNull(group);
        Objects.requireNonNull(restates);
        qualifiers = List.copyOf(qualifiers);
        Objects.requireNonNull(statement);
    }

    /** Whether any qualifier has that property. */
    public boolean has(String property) {
        return qualifiers.stream().anyMatch(qualifier -> qualifier.property().equals(property));
    }

    /** What fills the qualifiers of that property, in their order. */
    public List<Filler> fillers(String property) {
        return qualifiers.stream()
                .filter(qualifier -> qualifier.property().equals(property))
                .map(Qualifier::filler)
                .toList();
    }
}
