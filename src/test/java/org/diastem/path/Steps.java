// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.HashSet;
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

    /** The same, saying that its subject is what these claims tell of. */
    static Step withDeeds(Step step, Set<Integer> deeds) {
        Set<Node> claims = new HashSet<>();
        deeds.forEach(deed -> claims.add(claim(deed)));
        return new Step(
                step.claim(), step.document(), step.subject(), step.predicate(), step.object(), step.sign(),
                step.isQualified(), step.certainty(), step.strength(), false, false, Set.of(), claims);
    }

    static Step step(
            int number, String subject, Sign sign, String object, boolean qualified, Strength strength, Node document) {
        Node predicate = Dia.term(sign.term().toLowerCase(Locale.ROOT));
        return new Step(
                claim(number), document, Dia.term(subject), predicate, Dia.term(object), sign, qualified, "Reported",
                strength, false, false, Set.of(), Set.of());
    }

    private static Node claim(int number) {
        return NodeFactory.createURI(Namespaces.BASE + "claim/" + String.format("C%04d", number));
    }
}
