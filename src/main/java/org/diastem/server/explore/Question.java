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
 * @param paths the most that are wanted
 */
record Question(Optional<String> from, Optional<String> to, int steps, int paths) {
    static final int LEAST_STEPS = 2;
    static final int MOST_STEPS = 6;
    /** As the graph of hypotheses has them. */
    static final int USUAL_STEPS = PathLimits.PUBLISHED.mostSteps();
    static final int USUAL_PATHS = PathLimits.PUBLISHED.mostPaths();
    static final int MOST_PATHS = 500;
    /** Some tens of milliseconds; the net of the review needs a few thousand for its widest question. */
    private static final int MOST_TRIES = 500_000;

    private static final int LONGEST_NAME = 300;

    Question {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** @throws Refusal 400 if a number is out of its range, or a name is longer than any */
    static Question of(Parameters parameters) {
        return new Question(
                name(parameters, "from"),
                name(parameters, "to"),
                number(parameters, "steps", USUAL_STEPS, LEAST_STEPS, MOST_STEPS),
                number(parameters, "paths", USUAL_PATHS, 1, MOST_PATHS));
    }

    private static int number(Parameters parameters, String parameter, int usual, int least, int most) {
        Optional<String> text = parameters.single(parameter).filter(value -> !value.isEmpty());
        int number = text.map(value -> value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : -1).orElse(usual);
        if (number < least || number > most) {
            throw Refusal.of(400, "The parameter " + parameter + " is a number from " + least + " to " + most + ".");
        }
        return number;
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
        return new PathLimits(1, steps, paths, MOST_TRIES);
    }
}
