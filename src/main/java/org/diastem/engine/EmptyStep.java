// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

/** No row at all. */
final class EmptyStep extends Step {
    private final Step below;

    EmptyStep(Step below) {
        this.below = below;
    }

    @Override
    boolean next(Rows out) {
        out.size = 0;
        return false;
    }

    @Override
    void close() {
        below.close();
    }
}
