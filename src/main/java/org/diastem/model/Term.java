// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

/** Something with an IRI of ours. */
public sealed interface Term extends Filler permits Term.Concept, Term.Individual, Term.ClaimRef, Term.GroupRef {

    /** A class, or one of a closed list of values, of the ontology. */
    record Concept(String name) implements Term {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A document, section, figure, table, registry or agent, as {@code figure:F1}. */
    record Individual(String kind, String name) implements Term {
        @Override
        public String toString() {
            return kind + ":" + name;
        }
    }

    /** Another claim. */
    record ClaimRef(String id) implements Term {
        @Override
        public String toString() {
            return id;
        }
    }

    /** A group of claims that were cut from one list. */
    record GroupRef(String id) implements Term {
        @Override
        public String toString() {
            return id;
        }
    }

    /** Whether it may end a direct triple: a concept or an individual, not a claim and not a group. */
    default boolean isThing() {
        return this instanceof Concept || this instanceof Individual;
    }
}
