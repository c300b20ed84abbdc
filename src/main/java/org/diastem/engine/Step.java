// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/**
 * A step of a plan, which gives rows when it is asked for some. For one thread.
 *
 * <p>A step that says that there are no more may be asked again after the step at the beginning was given more rows;
 * this is how a part of a plan is run for some rows after the others.
 */
abstract class Step {
    /**
     * Fills rows: about {@link Rows#wanted} of them, at most {@link Rows#MOST}.
     *
     * @param out has columns for all slots of the plan; what was in it is lost
     * @return whether there are any
     */
    abstract boolean next(Rows out);

    /** Lets go of what is open below. */
    void close() {
        // Most have nothing open.
    }
}
