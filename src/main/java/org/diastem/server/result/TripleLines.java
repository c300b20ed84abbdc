// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Triple;

/** A triple a line. */
final class TripleLines implements TripleWriter {
    private static final byte[] END = ByteSink.ascii(" .\n");

    private final ByteSink sink;
    private final TermMemory terms = new TermMemory(TurtleTerms.ofTriples());

    TripleLines(OutputStream out) {
        this.sink = new ByteSink(out);
    }

    @Override
    public void triple(Triple triple) throws IOException {
        terms.write(triple.getSubject(), sink);
        sink.put(' ');
        terms.write(triple.getPredicate(), sink);
        sink.put(' ');
        terms.write(triple.getObject(), sink);
        sink.put(END);
        sink.flushIfFull();
    }

    @Override
    public void end() throws IOException {
        sink.flush();
    }
}
