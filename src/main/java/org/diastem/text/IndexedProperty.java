// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/** The properties whose texts can be searched, and how much a hit in each is worth beside one in a label. */
public enum IndexedProperty {
    LABEL(RDFS.label.asNode(), Kind.LABEL, 1),
    TITLE(DCTerms.title.asNode(), Kind.SYNONYM, 1),
    IDENTIFIER(DCTerms.identifier.asNode(), Kind.SYNONYM, 1),
    EXACT_SYNONYM(synonym("hasExactSynonym"), Kind.SYNONYM, 0.9f),
    RELATED_SYNONYM(synonym("hasRelatedSynonym"), Kind.SYNONYM, 0.7f),
    NARROW_SYNONYM(synonym("hasNarrowSynonym"), Kind.SYNONYM, 0.7f),
    BROAD_SYNONYM(synonym("hasBroadSynonym"), Kind.SYNONYM, 0.7f),
    STATEMENT(Dia.STATEMENT, Kind.STATEMENT, 0.6f),
    FINDING(Dia.FINDING, Kind.FINDING, 0.5f),
    REPORTED_OUTCOME(Dia.term("reportedOutcome"), Kind.FINDING, 0.5f),
    DEFINITION(SKOS.definition.asNode(), Kind.DEFINITION, 0.3f);

    /** What a text is to its thing; names come before sentences. */
    public enum Kind {
        LABEL,
        SYNONYM,
        STATEMENT,
        FINDING,
        DEFINITION;

        /** Whether such a text is a name, short and worth comparing as a whole. */
        public boolean isName() {
            return this == LABEL || this == SYNONYM;
        }
    }

    private final Node node;
    private final Kind kind;
    private final float weight;

    IndexedProperty(Node node, Kind kind, float weight) {
        this.node = node;
        this.kind = kind;
        this.weight = weight;
    }

    private static Node synonym(String local) {
        return NodeFactory.createURI(Namespaces.OBOINOWL + local);
    }

    public Node node() {
        return node;
    }

    public Kind kind() {
        return kind;
    }

    float weight() {
        return weight;
    }

    static Optional<IndexedProperty> of(Node property) {
        return Arrays.stream(values()).filter(each -> each.node.equals(property)).findFirst();
    }
}
