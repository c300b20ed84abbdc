// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects problems, so that a curator mends thirty cells in one round. Not safe for use by several threads. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void add(ProblemCode code, Place place, String text) {
        add(new Problem(code, place, text, "", Optional.empty()));
    }

    public void add(ProblemCode code, Place place, String text, String detail) {
        add(new Problem(code, place, text, detail, Optional.empty()));
    }

    public void add(ProblemCode code, Place place, String text, String detail, Optional<String> nearest) {
        add(new Problem(code, place, text, detail, nearest));
    }

    /** All problems in the order of their places. */
    public List<Problem> sorted() {
        return found.stream().sorted().distinct().toList();
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public long count(Severity severity) {
        return found.stream().distinct().filter(problem -> problem.severity() == severity).count();
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }
}
