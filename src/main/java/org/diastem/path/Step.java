// SPDX-License-Identifier: Apache-2.0
package org.diastem.path;

import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A claim that paths may go through.
 *
 * @param document the source that makes the claim
 * @param sign of its predicate
 * @param isQualified whether it is said to hold only under a condition, for a part of the cases, or beside something
 * else
 * @param certainty local name of how sure the text is
 * @param isContested whether some evidence supports it and some contradicts it
 * @param isContradictedOnly whether some evidence contradicts it and none supports it
 * @param topics the diseases and damages that its sentence or section is about
 * @param deeds the claims that tell of the very process that is its subject
 */
public record Step(
        Node claim,
        Node document,
        Node subject,
        Node predicate,
        Node object,
        Sign sign,
        boolean isQualified,
        String certainty,
        Strength strength,
        boolean isContested,
        boolean isContradictedOnly,
        Set<Node> topics,
        Set<Node> deeds) {
    public Step {
        Objects.requireNonNull(claim);
        Objects.requireNonNull(document);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(predicate);
        Objects.requireNonNull(object);
        Objects.requireNonNull(sign);
        Objects.requireNonNull(certainty);
        Objects.requireNonNull(strength);
        topics = Set.copyOf(topics);
        deeds = Set.copyOf(deeds);
    }

    /** The claim's identifier, such as C0035. */
    public String id() {
        String iri = claim.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
