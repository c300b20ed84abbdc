// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;

/** The axioms of a term that its page shows, each with its word in Manchester syntax. */
enum Axiom {
    EQUIVALENT(OWL2.equivalentClass.asNode(), "EquivalentTo:", true),
    /** Named classes above are the hierarchy. */
    BELOW(RDFS.subClassOf.asNode(), "SubClassOf:", false),
    DISJOINT(OWL2.disjointWith.asNode(), "DisjointWith:", true),
    DOMAIN(RDFS.domain.asNode(), "Domain:", true),
    RANGE(RDFS.range.asNode(), "Range:", true),
    INVERSE(OWL2.inverseOf.asNode(), "InverseOf:", true);

    final Node property;
    final String word;
    /** Whether it is shown with a named term, too. */
    final boolean named;

    Axiom(Node property, String word, boolean named) {
        this.property = property;
        this.word = word;
        this.named = named;
    }
}
