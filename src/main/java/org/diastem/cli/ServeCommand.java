// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.util.concurrent.Callable;
import org.diastem.build.Progress;
import org.diastem.build.ReleaseBuilder;
import org.diastem.problem.ExitCode;
import org.diastem.problem.FindingsException;
import org.diastem.server.app.DiaStemServer;
import org.diastem.server.app.ServerSettings;
import org.diastem.store.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Build if something changed, then serve until stopped. The last line printed has the address.")
final class ServeCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private BuildFolderOption folder;

    @Mixin
    private QuietOption quiet;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "3030",
            description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}, this machine only.")
    private String host;

    ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Progress progress = quiet.progress(streams);
        ReleaseStore store = folder.store();
        build(progress, store);
        progress.say("loading the release");
        try (DiaStemServer server = DiaStemServer.start(
                store, ServerSettings.STANDARD.at(host, port), streams.err()::println)) {
            streams.out().println("DiaStem is ready at " + server.url());
            streams.out().flush();
            server.join();
        }
        return ExitCode.OK.number();
    }

    /** Builds; where the sources have errors and there is an earlier release, that one is served, and it says so. */
    private void build(Progress progress, ReleaseStore store) {
        try {
            new ReleaseBuilder(sources.project(), store, progress).build();
        } catch (FindingsException e) {
            if (store.currentName().isEmpty()) {
                throw e;
            }
            e.report().forEach(streams.err()::println);
            streams.err().println("diastem: " + e.getMessage() + " It is served.");
        }
    }
}
