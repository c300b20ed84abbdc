// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The arguments of a call, read with clear complaints. */
final class Arguments {
    private final Map<String, Object> given;

    Arguments(Map<String, Object> given) {
        this.given = given == null ? Map.of() : given;
    }

    /** @throws ToolFailure if it is missing or no text */
    String text(String name) {
        return optional(name).orElseThrow(() -> new ToolFailure(
                "The argument " + name + " is missing.", "Call the tool again with " + name + "; its description says what it holds."));
    }

    Optional<String> optional(String name) {
        Object value = given.get(name);
        if (value != null && !(value instanceof String)) {
            throw new ToolFailure("The argument " + name + " is no text.", "Give it in quotes.");
        }
        return Optional.ofNullable((String) value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** @throws ToolFailure if it is there and no whole number from 1 to the most */
    int number(String name, int usual, int most) {
        Object value = given.get(name);
        if (value == null) {
            return usual;
        }
        long number = value instanceof Number whole && whole.doubleValue() == whole.longValue() ? whole.longValue() : -1;
        if (number < 1 || number > most) {
            throw new ToolFailure(
                    "The argument " + name + " is " + Objects.toString(value) + ".", "Give a whole number from 1 to " + most + ".");
        }
        return (int) number;
    }
}
