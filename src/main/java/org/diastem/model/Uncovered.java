// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Objects;

/** A stretch of a source line that no claim covers, and why it needs none. */
public record Uncovered(String id, int line, int start, int end, String reason, Bilingual note) {
    public Uncovered {
        Objects.requireNonNull(id);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(note);
    }
}
