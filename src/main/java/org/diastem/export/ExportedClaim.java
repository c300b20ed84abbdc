// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;

/**
 * A claim as a release holds it.
 *
 * @param targetProperty whether the target is an object or a value
 * @param target the object, or the value in its place
 * @param direct whether the claim stands as a direct triple too
 * @param details all other statements about it, in no particular order
 */
record ExportedClaim(
        Node node,
        Node subject,
        Node predicate,
        Node targetProperty,
        Node target,
        boolean direct,
        List<Triple> details) {
    private static final Set<Node> CORE =
            Set.of(Dia.CLAIM_SUBJECT, Dia.CLAIM_PREDICATE, Dia.CLAIM_OBJECT, Dia.CLAIM_VALUE);

    ExportedClaim {
        details = List.copyOf(details);
    }

    /** The claims of a release in the order of their numbers. */
    static List<ExportedClaim> of(DatasetGraph release) {
        Graph claims = release.getGraph(GraphName.CLAIMS.node());
        Graph assertions = release.getGraph(GraphName.ASSERTIONS.node());
        List<ExportedClaim> found = new ArrayList<>();
        claims.find(Node.ANY, Dia.CLAIM_PREDICATE, Node.ANY).forEach(core -> found.add(of(core, claims, assertions)));
        found.sort(Comparator.comparing(claim -> claim.node().getURI()));
        return found;
    }

    private static ExportedClaim of(Triple core, Graph claims, Graph assertions) {
        Node node = core.getSubject();
        Node subject = only(claims, node, Dia.CLAIM_SUBJECT).orElseThrow();
        Node property = claims.contains(node, Dia.CLAIM_OBJECT, Node.ANY) ? Dia.CLAIM_OBJECT : Dia.CLAIM_VALUE;
        Node target = only(claims, node, property).orElseThrow();
        boolean direct = isTold(claims, node) && assertions.contains(subject, core.getObject(), target);
        List<Triple> details = claims.find(node, Node.ANY, Node.ANY)
                .filterDrop(triple -> CORE.contains(triple.getPredicate()))
                .toList();
        return new ExportedClaim(node, subject, core.getObject(), property, target, direct, details);
    }

    /** Another claim may allow the same triple, so its presence alone does not say that this claim is told as fact. */
    private static boolean isTold(Graph claims, Node node) {
        return claims.contains(node, Dia.POLARITY, Dia.term("Affirmed"))
                && (claims.contains(node, Dia.CERTAINTY, Dia.term("Established"))
                        || claims.contains(node, Dia.CERTAINTY, Dia.term("Reported")))
                && !claims.contains(node, Dia.term("underCondition"), Node.ANY)
                && !claims.contains(node, Dia.term("comparator"), Node.ANY)
                && claims.find(node, Dia.term("quantifier"), Node.ANY)
                        .filterDrop(triple -> triple.getObject().equals(Dia.term("All")))
                        .toList()
                        .isEmpty();
    }

    private static Optional<Node> only(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).nextOptional();
    }
}
