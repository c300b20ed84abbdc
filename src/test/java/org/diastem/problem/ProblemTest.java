// SPDX-License-Identifier: Apache-2.0
package org.diastem.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Place PLACE = new Place("data/claims.csv", 3, 7, "subject");

    @Test
    void the_message_has_place_severity_code_text_expectation_and_proposal() {
        Problem problem =
                new Problem(ProblemCode.UNKNOWN_CONCEPT, PLACE, "Exosom", "", Optional.of("Exosome"));
        assertEquals(
                "data/claims.csv:3:7 (subject): error unknown-concept: found \"Exosom\". "
                        + "The concept must be a class or an individual that the project declares. Did you mean Exosome?",
                problem.message());
    }

    @Test
    void long_text_is_cut_and_control_characters_are_written_out() {
        Problem problem =
                new Problem(ProblemCode.CONTROL_CHARACTER, PLACE, "\u0007" + "干".repeat(100), "", Optional.empty());
        assertTrue(problem.message().contains("found \"\\u0007" + "干".repeat(79) + "...\""));
    }

    @Test
    void problems_come_in_the_order_of_their_places_and_once() {
        Problems problems = new Problems();
        problems.add(ProblemCode.BAD_DOI, Place.ofLine("b.csv", 2), "x");
        problems.add(ProblemCode.BAD_DOI, Place.ofLine("a.csv", 9), "x");
        problems.add(ProblemCode.BAD_DOI, Place.ofLine("a.csv", 9), "x");
        assertEquals(
                List.of("a.csv:9", "b.csv:2"),
                problems.sorted().stream().map(problem -> problem.place().toString()).toList());
        assertEquals(2, problems.count(Severity.ERROR));
    }

    @Test
    void warnings_alone_are_no_errors() {
        Problems problems = new Problems();
        problems.add(ProblemCode.STATEMENT_WITHOUT_LABEL, PLACE, "x");
        assertFalse(problems.hasErrors());
        assertFalse(problems.isEmpty());
    }

    @Test
    void severities_are_named_by_their_word() {
        for (Severity severity : Severity.values()) {
            assertEquals(severity, Severity.ofWord(severity.word()));
        }
        assertThrows(IllegalArgumentException.class, () -> Severity.ofWord("fatal"));
    }

    @Test
    void a_place_has_no_negative_line() {
        assertThrows(IllegalArgumentException.class, () -> new Place("a", -1, 0, ""));
    }

    @Test
    void exit_codes_differ() {
        assertEquals(
                ExitCode.values().length,
                List.of(ExitCode.values()).stream().map(ExitCode::number).distinct().count());
    }
}
