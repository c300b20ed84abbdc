// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.apache.jena.graph.Node;

/** Knows the term behind each number of an {@link IdRow}. A number means the same term for as long as it exists. */
public interface TermSource {
    /** @param number greater than 0, as a row of this source gave it */
    Node node(int number);
}
