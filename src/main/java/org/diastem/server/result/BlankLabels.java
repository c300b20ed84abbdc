// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;

/** The blank nodes of one answer, named b0, b1 and so on in the order of their first appearance. */
final class BlankLabels {
    private final Map<Node, String> labels = new HashMap<>();

    String of(Node blank) {
        return labels.computeIfAbsent(blank, unused -> "b" + labels.size());
    }
}
