// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.Var;

/** The variables of a plan and the numbers of their columns. */
final class Slots {
    private static final String HIDDEN = "~";

    private final Map<Var, Integer> numbers = new HashMap<>();
    private final List<Var> variables = new ArrayList<>();

    int of(Var variable) {
        return numbers.computeIfAbsent(variable, unused -> {
            variables.add(variable);
            return variables.size() - 1;
        });
    }

    /** A column with numbers of rows, not with ids of terms. Its variable has a name that no query can write. */
    int hidden() {
        return of(Var.alloc(HIDDEN + variables.size()));
    }

    int count() {
        return variables.size();
    }

    boolean isHidden(int slot) {
        return isHidden(variables.get(slot));
    }

    static boolean isHidden(Var variable) {
        return variable.getVarName().startsWith(HIDDEN);
    }

    Var variable(int slot) {
        return variables.get(slot);
    }
}
