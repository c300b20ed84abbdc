// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/** Short ways to make steps for tests. */
final class Steps {
    static final Node DOCUMENT = NodeFactory.createURI(Namespaces.BASE + "document/one");

    private Steps() {}

    static Step step(int number, String subject, Sign sign, String object) {
        return step(number, subject, sign, object, false, Strength.NONE, DOCUMENT);
    }

    static Step step(
            int number, String subject, Sign sign, String object, boolean qualified, Strength strength, Node document) {
        Node claim = NodeFactory.createURI(Namespaces.BASE + "claim/" + String.format("C%04d", number));
        Node predicate = Dia.term(sign.term().toLowerCase(Locale.ROOT));
        return new Step(
                claim, document, Dia.term(subject), predicate, Dia.term(object), sign, qualified, "Reported", strength, false,
                false, Set.of());
    }
}
