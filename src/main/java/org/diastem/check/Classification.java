// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a reasoner says of the ontology.
 *
 * @param unsatisfiable IRIs of classes that can have no member, and the axioms that together leave them none; no axioms
 *     where there are many such classes and others are explained
 * @param directParents for each class of ours the IRIs of its direct named superclasses, inferred ones included and
 *     those left out that another one implies; empty where the ontology is inconsistent
 * @param logicalDefinitions how many classes of ours have an {@code owl:equivalentClass} expression
 */
public record Classification(
        boolean consistent,
        SortedMap<String, List<String>> unsatisfiable,
        SortedMap<String, SortedSet<String>> directParents,
        long logicalDefinitions) {
    public Classification {
        unsatisfiable = Collections.unmodifiableSortedMap(new TreeMap<>(unsatisfiable));
        directParents = Collections.unmodifiableSortedMap(new TreeMap<>(directParents));
    }
}
