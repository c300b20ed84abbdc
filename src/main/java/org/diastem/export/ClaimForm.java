// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.Locale;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;

/** The forms in which claims are exported. The same release always gives the same text. */
public enum ClaimForm {
    /** TriG with one nanopublication per claim. */
    NANOPUB {
        @Override
        public void write(DatasetGraph release, Consumer<String> out) {
            new Nanopublications(release).write(out);
        }
    },
    /** Turtle 1.2 with one reifier per claim. */
    RDF12 {
        @Override
        public void write(DatasetGraph release, Consumer<String> out) {
            new Reifiers().write(release, out);
        }
    },
    /** An OWL 2 module with one axiom per claim that is told as fact between classes. */
    CLAIMS_AS_AXIOMS {
        @Override
        public void write(DatasetGraph release, Consumer<String> out) {
            new ClaimAxioms(release).write(out);
        }
    };

    /** Sends the text, block by block. */
    public abstract void write(DatasetGraph release, Consumer<String> out);

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
