// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import org.apache.jena.graph.Node;

/** How a format writes one term. Of one answer: the labels of blank nodes are counted in it. */
interface TermWriter {
    /** @param term an IRI, a literal, a blank node or a triple term */
    void write(Node term, ByteSink sink);
}
