// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** One row that binds nothing. */
final class UnitStep extends Step {
    private boolean given;

    @Override
    boolean next(Rows out) {
        out.size = given ? 0 : 1;
        given = true;
        return out.size > 0;
    }
}
