// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

/** What an evidence line brings to bear on a claim. */
public sealed interface EvidenceItem {
    /** The key of the publication, or the registry number of the trial. */
    String id();

    record Publication(String id) implements EvidenceItem {}

    record RegisteredTrial(String id) implements EvidenceItem {}
}
