// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.diastem.server.sparql.Limits;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the virtual machine did while many small questions were answered. Buffers that are too large for Jetty's pool are
 * given back by nothing but a full collection that Java asks for itself.
 */
class FlightTest {
    /** Raised to 20,000 for the measured run; the test suite stays short. */
    private static final int REQUESTS = Integer.getInteger("diastem.flight.requests", 2_000);

    @TempDir
    private Path folder;

    @Test
    void no_collection_is_asked_for_because_of_buffers(TestReporter report) throws Exception {
        try (RunningServer server = RunningServer.ofFixture(
                        folder, ServerSettings.STANDARD.keeping(0).within(Limits.STANDARD, RunningServer.forAnyClient()));
                Recording recording = new Recording()) {
            recording.enable("jdk.GarbageCollection");
            recording.start();
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(200, server.query("SELECT * { <claim/C0001> ?p ?o } LIMIT 12").statusCode());
            }
            recording.stop();
            List<RecordedEvent> collections = collections(recording);
            long asked = collections.stream()
                    .filter(event -> event.getString("cause").equals("System.gc()"))
                    .count();
            report.publishEntry("flight", REQUESTS + " requests, " + collections.size() + " collections, " + asked + " asked for");
            assertEquals(0, asked);
        }
    }

    @Test
    void such_a_collection_would_be_seen() throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.GarbageCollection");
            recording.start();
            System.gc();
            recording.stop();
            assertTrue(collections(recording).stream().anyMatch(event -> event.getString("cause").equals("System.gc()")));
        }
    }

    private List<RecordedEvent> collections(Recording recording) throws IOException {
        Path file = folder.resolve("flight.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file);
    }
}
