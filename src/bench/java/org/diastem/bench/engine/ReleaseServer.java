// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.diastem.server.app.DiaStemServer;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.ReleaseStore;

/** Serves the current release of a build folder as it is, with wide limits. */
public final class ReleaseServer {
    private static final int RUNNING = 16;

    private ReleaseServer() {}

    /** @param arguments the build folder and the port */
    public static void main(String... arguments) {
        Limits limits = Limits.STANDARD
                .withTime(Duration.ofMinutes(10))
                .withRows(Long.MAX_VALUE)
                .withBytes(Long.MAX_VALUE)
                .withKeptRows(Long.MAX_VALUE);
        WorkLimits standard = WorkLimits.STANDARD;
        WorkLimits work = new WorkLimits(RUNNING, standard.queue(), standard.longestWait(), 0, Duration.ZERO);
        ServerSettings settings =
                ServerSettings.STANDARD.at("127.0.0.1", Integer.parseInt(arguments[1])).within(limits, work);
        DiaStemServer.start(new ReleaseStore(Path.of(arguments[0])), settings, System.err::println).join();
    }
}
