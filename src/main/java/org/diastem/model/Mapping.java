// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One match of a term of ours with a community term.
 *
 * @param subject the full IRI of our term; {@code predicate} and {@code object} are full IRIs too
 * @param details what else the row says, by the name of its SSSOM column; never an empty value
 */
public record Mapping(
        String subject, String predicate, String object, String justification, SortedMap<String, String> details) {
    public Mapping {
        Objects.requireNonNull(subject);
        Objects.requireNonNull(predicate);
        Objects.requireNonNull(object);
        Objects.requireNonNull(justification);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }
}
