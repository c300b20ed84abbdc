// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.diastem.problem.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code query --record} refuses; what it writes is held by the test of the recorder. */
class QueryRecordTest {
    @Test
    void an_example_that_does_not_exist_is_not_recorded() {
        Outcome outcome = Outcome.of("query", "--record", "vegf-by-conditon");
        assertEquals(ExitCode.NOT_FOUND.number(), outcome.code());
        assertTrue(outcome.err().contains("003-vegf-by-condition"), outcome.err());
    }

    @Test
    void nothing_is_recorded_of_an_endpoint() {
        Outcome outcome = Outcome.of("query", "--record", "003", "--endpoint", "http://127.0.0.1:3030/sparql");
        assertEquals(ExitCode.USAGE.number(), outcome.code());
    }

    @Test
    void nothing_is_recorded_without_a_release(@TempDir Path empty) {
        Outcome outcome = Outcome.of("query", "--record", "003", "--build", empty.toString());
        assertEquals(ExitCode.NOT_FOUND.number(), outcome.code());
        assertTrue(outcome.err().contains("diastem build"), outcome.err());
    }
}
