// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.util.Objects;
import java.util.Optional;
import org.diastem.path.PathLimits;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Refusal;

/**
 * What a request asks of the explorer, as it was typed.
 *
 * @param steps the most that a path may have
 */
record Question(Optional<String> from, Optional<String> to, int steps) {
    static final int LEAST_STEPS = 2;
    static final int MOST_STEPS = 6;
    /** As the graph of hypotheses has them. */
    static final int USUAL_STEPS = PathLimits.PUBLISHED.mostSteps();
    /** Some tens of milliseconds; the net of the review needs a few thousand for its widest question. */
    private static final int MOST_TRIES = 500_000;

    private static final int LONGEST_NAME = 300;

    Question {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** @throws Refusal 400 if the number of steps is none, or a name is longer than any */
    static Question of(Parameters parameters) {
        int steps = parameters.single("steps").filter(text -> !text.isEmpty()).map(Question::steps).orElse(USUAL_STEPS);
        return new Question(name(parameters, "from"), name(parameters, "to"), steps);
    }

    private static int steps(String text) {
        if (!text.matches("[" + LEAST_STEPS + "-" + MOST_STEPS + "]")) {
            throw Refusal.of(400, "The parameter steps is a number from " + LEAST_STEPS + " to " + MOST_STEPS + ".");
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> name(Parameters parameters, String parameter) {
        Optional<String> name = parameters.single(parameter).map(String::strip).filter(text -> !text.isEmpty());
        name.filter(text -> text.length() > LONGEST_NAME).ifPresent(text -> {
            throw Refusal.of(400, "The parameter " + parameter + " is longer than the name of any concept.");
        });
        return name;
    }

    /** Claims that join the ends by themselves are shown beside the paths. */
    PathLimits limits() {
        return new PathLimits(1, steps, PathLimits.PUBLISHED.mostPaths(), MOST_TRIES);
    }
}
