// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.Objects;
import org.diastem.model.Bilingual;

/**
 * An example query of the folder {@code queries}.
 *
 * @param name the file's name without its ending, as {@code 001-secreted-factors}
 * @param text the query as it is sent to any endpoint, prefixes included
 */
public record ExampleQuery(String name, Bilingual label, String text) {
    public ExampleQuery {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(text);
    }

    /** The number before the first hyphen. */
    public String number() {
        int hyphen = name.indexOf('-');
        return hyphen < 0 ? name : name.substring(0, hyphen);
    }

    /** Whether a person may mean this query by that name: the whole of it, its number or its slug. */
    public boolean isCalled(String typed) {
        String slug = name.substring(Math.min(name.length(), number().length() + 1));
        return typed.equals(name) || typed.equals(slug) || sameNumber(typed);
    }

    private boolean sameNumber(String typed) {
        return typed.matches("[0-9]{1,6}")
                && number().matches("[0-9]{1,6}")
                && Integer.parseInt(typed) == Integer.parseInt(number());
    }
}
