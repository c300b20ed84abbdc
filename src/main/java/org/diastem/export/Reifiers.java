// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Claims as reifiers of triple terms (RDF 1.2): the claim's IRI stands for the triple and carries everything else. A
 * triple is asserted only where the claim is told as fact.
 */
final class Reifiers {
    private final TurtleText text = new TurtleText();

    void write(DatasetGraph release, Consumer<String> out) {
        out.accept("VERSION \"1.2\"\n" + TurtleText.prefixes());
        ExportedClaim.of(release).forEach(claim -> out.accept("\n" + written(claim)));
    }

    private String written(ExportedClaim claim) {
        String triple = text.of(claim.subject()) + " " + text.of(claim.predicate()) + " " + text.of(claim.target())
                + " ~ " + text.of(claim.node());
        String details = text.predicates(claim.details(), "    ");
        return claim.direct()
                ? triple + " {|\n    " + details + " |} .\n"
                : "<< " + triple + " >>\n    " + details + " .\n";
    }
}
