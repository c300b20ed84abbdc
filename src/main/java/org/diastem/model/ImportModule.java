// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The terms in use of one foreign ontology.
 *
 * @param name the name of the file without its ending
 * @param licence the address of the licence under which labels are passed on; without one there are no labels
 * @param sources the releases in which the terms were seen
 */
public record ImportModule(
        String name, String title, Optional<String> licence, List<String> sources, List<ImportedTerm> terms) {
    public ImportModule {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(licence);
        sources = List.copyOf(sources);
        terms = List.copyOf(terms);
    }

    /** One term; {@code id} and {@code parents} are CURIEs of OBO. */
    public record ImportedTerm(String id, Optional<String> label, List<String> parents) {
        public ImportedTerm {
            Objects.requireNonNull(id);
            Objects.requireNonNull(label);
            parents = List.copyOf(parents);
        }
    }
}
