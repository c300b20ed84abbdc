// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something that a model may call. All tools only read.
 *
 * @param description for the model: when to call it and what comes back
 * @param inputs by name, in order
 */
record Tool(String name, String title, String description, Map<String, Input> inputs, Work work) {
    /** What a tool does; fails with a {@link ToolFailure}, or as the endpoint does. */
    interface Work {
        Map<String, Object> run(Arguments arguments, Setting setting);
    }

    /**
     * An argument.
     *
     * @param type of JSON Schema: {@code string} or {@code integer}
     * @param choices empty for any value
     */
    record Input(String type, String description, boolean required, List<String> choices) {
        Input {
            Objects.requireNonNull(type);
            Objects.requireNonNull(description);
            choices = List.copyOf(choices);
        }
    }

    Tool {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(description);
        inputs = new LinkedHashMap<>(inputs);
        Objects.requireNonNull(work);
    }

    static Input text(String description) {
        return new Input("string", description, true, List.of());
    }

    static Input optionalText(String description) {
        return new Input("string", description, false, List.of());
    }

    static Input choice(String description, List<String> choices) {
        return new Input("string", description, false, choices);
    }

    static Input number(String description) {
        return new Input("integer", description, false, List.of());
    }

    /** The schema of its arguments (JSON Schema 2020-12). */
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        inputs.forEach((argument, input) -> {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("type", input.type());
            property.put("description", input.description());
            if (!input.choices().isEmpty()) {
                property.put("enum", input.choices());
            }
            properties.put(argument, property);
        });
        return Map.of(
                "type", "object",
                "properties", properties,
                "required", inputs.entrySet().stream().filter(each -> each.getValue().required()).map(Map.Entry::getKey).toList(),
                "additionalProperties", false);
    }
}
