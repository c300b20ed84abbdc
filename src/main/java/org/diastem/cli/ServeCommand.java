// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diastem.build.Progress;
import org.diastem.build.ReleaseBuilder;
import org.diastem.problem.ExitCode;
import org.diastem.problem.FindingsException;
import org.diastem.problem.Problem;
import org.diastem.problem.Problems;
import org.diastem.server.app.DiaStemServer;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.outgoing.AddressRule;
import org.diastem.server.outgoing.ServiceLimits;
import org.diastem.server.outgoing.ServiceList;
import org.diastem.server.outgoing.ServiceSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.ReleaseStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Build if something changed, then serve until stopped. The last line printed has the address.")
final class ServeCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

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

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Where strangers reach the server, as https://example.org/diastem; for links and descriptions. "
                    + "Default: as each request names it.")
    private Optional<String> publicUrl = Optional.empty();

    @Option(
            names = "--scratch",
            description = "Serve an empty dataset in memory that takes updates at /update and graphs at /graphs, on this "
                    + "machine only. Nothing is built and nothing is kept.")
    private boolean scratch;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Time of one query until its answer has left. Default: ${DEFAULT-VALUE}.")
    private double timeLimit;

    @Option(
            names = "--row-limit",
            paramLabel = "ROWS",
            defaultValue = "1000000",
            description = "Rows or triples of one answer. Default: ${DEFAULT-VALUE}.")
    private long rowLimit;

    @Option(
            names = "--byte-limit",
            paramLabel = "BYTES",
            defaultValue = "100000000",
            description = "Bytes of one answer before compression. Default: ${DEFAULT-VALUE}.")
    private long byteLimit;

    @Option(
            names = "--kept-rows",
            paramLabel = "ROWS",
            defaultValue = "400000",
            description = "Rows that one query keeps at once to sort, group or join. Default: ${DEFAULT-VALUE}.")
    private long keptRows;

    @Option(
            names = "--running",
            paramLabel = "QUERIES",
            description = "Queries that run at once. Default: twice the processors.")
    private Optional<Integer> running = Optional.empty();

    @Option(
            names = "--per-client",
            paramLabel = "QUERIES",
            defaultValue = "10",
            description = "Queries of one client that run or wait; 0 is no limit. Default: ${DEFAULT-VALUE}.")
    private int perClient;

    @Option(
            names = "--client-work",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Time of work for one client within a minute; 0 is no limit. Default: ${DEFAULT-VALUE}.")
    private double clientWork;

    @Option(
            names = "--kept-answers",
            paramLabel = "BYTES",
            description = "Memory for answers that are kept for those who ask again; 0 keeps none. "
                    + "Default: an eighth of the heap, at most 67108864.")
    private Optional<Long> keptAnswers = Optional.empty();

    @Option(
            names = "--services",
            paramLabel = "FILE",
            description = "Endpoints that queries may call with SERVICE, an address a line; data/services.txt lists "
                    + "some. Default: none, every SERVICE is refused.")
    private Optional<Path> services = Optional.empty();

    @Option(
            names = "--allow-loopback-services",
            description = "Let that list name endpoints on this machine, for trials of federation. Others in private "
                    + "networks stay refused.")
    private boolean allowLoopbackServices;

    @Option(
            names = "--service-time-limit",
            paramLabel = "SECONDS",
            defaultValue = "8",
            description = "Time of one request to such an endpoint. Default: ${DEFAULT-VALUE}.")
    private double serviceTimeLimit;

    @Option(
            names = "--trust-proxy",
            description = "Tell clients apart by X-Forwarded-For. Only where none but your own proxy can connect.")
    private boolean trustProxy;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Serve Prometheus metrics at /metrics on this port of this machine; 0 takes a free one. "
                    + "Default: none.")
    private Optional<Integer> metricsPort = Optional.empty();

    @Option(names = "--access-log", description = "Write a line of JSON for each request to the standard error.")
    private boolean accessLog;

    @Option(names = "--log-queries", description = "Put the query string into these lines, too.")
    private boolean logQueries;

    ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ServerSettings settings = settings();
        if (scratch) {
            if (!DiaStemServer.isLoopback(host)) {
                throw new ParameterException(
                        spec.commandLine(), "A scratch server takes updates from anybody, so it listens on this machine only: "
                                + "leave --host out, or give 127.0.0.1.");
            }
            return serve(DiaStemServer.startScratch(settings, streams.err()::println));
        }
        Progress progress = quiet.progress(streams);
        ReleaseStore store = folder.store();
        build(progress, store);
        progress.say("loading the release");
        return serve(DiaStemServer.start(store, settings, streams.err()::println));
    }

    private int serve(DiaStemServer started) {
        // A terminated process ends through this alone: answers under way are finished first.
        Thread stop = new Thread(started::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try (DiaStemServer server = started) {
            server.metricsUrl().ifPresent(url -> streams.err().println("metrics at " + url));
            streams.out().println("DiaStem is ready at " + server.url());
            streams.out().flush();
            server.join();
        }
        return ExitCode.OK.number();
    }

    /**
     * The endpoints of the list.
     *
     * @throws FindingsException if it has errors
     */
    private ServiceSettings services() {
        AddressRule rule = allowLoopbackServices ? AddressRule.PUBLIC_OR_LOOPBACK : AddressRule.PUBLIC_ONLY;
        Problems problems = new Problems();
        List<String> addresses = services.map(
                        file -> ServiceList.read(file, file.toString().replace('\\', '/'), rule, problems))
                .orElse(List.of());
        if (problems.hasErrors()) {
            throw new FindingsException(
                    "The list of services has errors, so nothing is served.",
                    problems.sorted().stream().map(Problem::message).toList());
        }
        return new ServiceSettings(addresses, rule, ServiceLimits.STANDARD.withTime(seconds(serviceTimeLimit)));
    }

    private ServerSettings settings() {
        try {
            Limits limits = Limits.STANDARD
                    .withTime(seconds(timeLimit))
                    .withRows(rowLimit)
                    .withBytes(byteLimit)
                    .withKeptRows(keptRows);
            WorkLimits standard = WorkLimits.STANDARD;
            WorkLimits work = new WorkLimits(
                    running.orElse(standard.running()), standard.queue(), standard.longestWait(), perClient, seconds(clientWork));
            return ServerSettings.STANDARD
                    .at(host, port)
                    .within(limits, work)
                    .reachedAt(publicUrl.map(url -> url.replaceFirst("/+$", "")), trustProxy)
                    .observed(metricsPort, accessLog || logQueries, logQueries)
                    .keeping(keptAnswers.orElse(ServerSettings.STANDARD.keptAnswers()))
                    .calling(services());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "An option is out of range: " + e.getMessage() + ".");
        }
    }

    private static Duration seconds(double number) {
        return Duration.ofMillis(Math.round(number * 1000));
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
