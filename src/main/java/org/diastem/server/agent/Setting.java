// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import java.util.Objects;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.QueryGate;
import org.diastem.store.LiveRelease;

/**
 * What a call works with.
 *
 * @param loaded the release that answers
 * @param budget of this call
 */
record Setting(LiveRelease.Loaded loaded, Budget budget, QueryGate gate) {
    Setting {
        Objects.requireNonNull(loaded);
        Objects.requireNonNull(budget);
        Objects.requireNonNull(gate);
    }
}
