// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.sparql.core.Var;

/** Rows as TSV. */
final class TsvRows extends SeparatedRows {
    TsvRows(OutputStream out, List<Var> columns) {
        super(out, columns, TurtleTerms.ofRows(), '\t', "?", "\n");
    }
}
