// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Objects;

/** One qualifier of a claim: the property's local name in the ontology, and what fills it. */
public record Qualifier(String property, Filler filler) {
    public Qualifier {
        Objects.requireNonNull(property);
        Objects.requireNonNull(filler);
    }
}
