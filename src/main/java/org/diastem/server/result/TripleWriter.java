// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.jena.graph.Triple;

/** Writes the triples of one answer as they come. What leaves for the stream leaves in pieces; nothing is closed. */
public interface TripleWriter {
    /** N-Triples, which is N-Quads of a default graph as well. */
    static TripleWriter lines(OutputStream out) {
        return new TripleLines(out);
    }

    /**
     * Turtle: what follows each other about one subject, and one predicate of it, is told together.
     *
     * @param prefixes namespaces by prefix; one is declared where it is first used
     */
    static TripleWriter turtle(OutputStream out, Map<String, String> prefixes) {
        return new TurtleBlocks(out, prefixes);
    }

    /** Writes one. */
    void triple(Triple triple) throws IOException;

    /** The last bytes leave. */
    void end() throws IOException;
}
