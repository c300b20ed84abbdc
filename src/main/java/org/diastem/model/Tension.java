// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Objects;

/** Two claims of one source that pull against each other, and why. */
public record Tension(String id, String first, String second, String reason, Bilingual statement) {
    public Tension {
        Objects.requireNonNull(id);
        Objects.requireNonNull(first);
        Objects.requireNonNull(second);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(statement);
    }
}
