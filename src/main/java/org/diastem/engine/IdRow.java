// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A row whose terms are numbers of a dictionary that never changes. Who writes it asks for the term behind a number only
 * when the number is new to it; whoever does not know numbers reads it as any other row.
 */
public interface IdRow extends Binding {
    /** The column has no term. */
    int UNBOUND = 0;

    /** The column has a term without a number, which {@link #get} gives. */
    int WITHOUT_NUMBER = -1;

    /** The number of a column's term, greater than 0, or {@link #UNBOUND}, or {@link #WITHOUT_NUMBER}. */
    int number(Var column);

    /** What the numbers of this row mean. All rows of an answer should name the same object. */
    TermSource terms();
}
