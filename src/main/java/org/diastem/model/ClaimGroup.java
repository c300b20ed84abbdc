// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.util.Objects;

/** Claims that were cut from one list of the text; {@code listKind} says whether it was and, or, such as. */
public record ClaimGroup(String id, String listKind) {
    public ClaimGroup {
        Objects.requireNonNull(id);
        Objects.requireNonNull(listKind);
    }
}
