// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.Objects;
import org.apache.jena.query.Query;

/** A rule of the folder {@code rules}: its file name without ending, and the query whose triples it adds. */
public record Rule(String name, Query query) {
    public Rule {
        Objects.requireNonNull(name);
        Objects.requireNonNull(query);
    }
}
