// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Objects;

/**
 * A predicate of claims as the ontology declares it.
 *
 * @param claimKind local name of the class of claims that it makes
 * @param subjectKinds local names of the classes that its subject is expected to belong to; empty means anything
 */
public record Predicate(String name, String claimKind, List<String> subjectKinds, List<String> objectKinds) {
    public Predicate {
        Objects.requireNonNull(name);
        Objects.requireNonNull(claimKind);
        subjectKinds = List.copyOf(subjectKinds);
        objectKinds = List.copyOf(objectKinds);
    }

    public boolean isComparison() {
        return claimKind.equals("ComparisonClaim");
    }
}
