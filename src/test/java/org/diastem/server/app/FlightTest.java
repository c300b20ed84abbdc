// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
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

    private static final long MOST_DIRECT = 64L * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void no_collection_is_asked_for_because_of_buffers(TestReporter report) throws Exception {
        try (RunningServer server = RunningServer.ofFixture(
                        folder, ServerSettings.STANDARD.keeping(0).within(Limits.STANDARD, RunningServer.forAnyClient()));
                RunningServer scratch = RunningServer.scratch(ServerSettings.STANDARD);
                Recording recording = new Recording()) {
            assertTrue(scratch.post("/graphs?default", "text/turtle", "<x:s> <x:p> <x:o> .").statusCode() < 300);
            recording.enable("jdk.GarbageCollection");
            recording.start();
            long most = 0;
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(200, server.query("SELECT * { <claim/C0001> ?p ?o } LIMIT 12").statusCode());
                // By way of Fuseki's servlets, which have buffers of their own.
                assertEquals(200, scratch.get("/graphs?default").statusCode());
                most = Math.max(most, directBytes());
            }
            recording.stop();
            List<RecordedEvent> collections = collections(recording);
            long asked = collections.stream()
                    .filter(event -> event.getString("cause").equals("System.gc()"))
                    .count();
            report.publishEntry(
                    "flight", REQUESTS + " requests each, " + collections.size() + " collections, " + asked
                            + " asked for, at most " + most + " bytes of buffers outside the heap");
            assertEquals(0, asked);
            // Where there is memory to spare, such buffers pile up before anything is asked for.
            assertTrue(most < MOST_DIRECT, most + " bytes of buffers outside the heap");
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

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getTotalCapacity)
                .sum();
    }

    private List<RecordedEvent> collections(Recording recording) throws IOException {
        Path file = folder.resolve("flight.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file);
    }
}
