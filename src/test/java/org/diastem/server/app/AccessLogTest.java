// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {
    @ParameterizedTest
    @CsvSource({"true, 192.0.2.7", "false, 127.0.0.1"})
    void a_line_names_the_client_whom_the_limits_mean_and_not_what_it_calls_itself(boolean trusts, String client)
            throws Exception {
        ServerSettings settings = ServerSettings.STANDARD
                .reachedAt(Optional.empty(), trusts)
                .observed(Optional.empty(), true, false);
        try (RunningServer server = RunningServer.scratch(settings)) {
            server.query("ASK {}", "X-Forwarded-For", "198.51.100.1\", \"status\": 1, 192.0.2.7");
            List<String> lines = List.of();
            for (int i = 0; i < 50 && lines.isEmpty(); i++) {
                Thread.sleep(20);
                lines = server.events().stream().filter(line -> line.contains("/sparql")).toList();
            }
            assertEquals(1, lines.size(), server.events().toString());
            assertTrue(lines.get(0).contains("\"client\" : \"" + client + "\""), lines.get(0));
        }
    }
}
