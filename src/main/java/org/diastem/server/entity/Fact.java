// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.List;
import java.util.Objects;

/**
 * A name and what is said under it.
 *
 * @param target of the name: the property's page behind the address of this server; may be empty
 */
public record Fact(String name, String target, List<Value> values) {
    public Fact {
        Objects.requireNonNull(name);
        Objects.requireNonNull(target);
        values = List.copyOf(values);
    }
}
