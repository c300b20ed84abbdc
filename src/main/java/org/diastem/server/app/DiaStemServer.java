// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.NotFoundException;
import org.diastem.server.http.FrontDoor;
import org.diastem.server.http.PlainErrors;
import org.diastem.server.http.Route;
import org.diastem.server.outgoing.RemoteEndpoints;
import org.diastem.server.outgoing.ServiceSettings;
import org.diastem.server.sparql.RemoteServices;
import org.diastem.server.sparql.ServicePolicy;
import org.diastem.server.sparql.Workshop;
import org.diastem.store.LiveRelease;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/** The running server. Start and stop it from one thread; it answers on as many as it needs. */
public final class DiaStemServer implements AutoCloseable {
    /**
     * Bytes of Jetty's buffer for an answer. Fuseki sets 5 MiB, which is beyond what Jetty's pool keeps, so that every
     * answer would allocate and clear it anew: measured ten times slower on small answers.
     */
    static final int OUTPUT_BUFFER = 32 * 1024;

    private static final String GRAPH_STORE = "graphs";
    private static final int FEWEST_THREADS = 4;
    private static final int MOST_THREADS = 32;
    private static final long IDLE_MILLIS = 10_000;
    /** Below this a sender is holding a connection, not sending. */
    private static final long SLOWEST_BYTES_PER_SECOND = 200;
    private static final long DRAIN_MILLIS = 8_000;

    private final FusekiServer fuseki;
    private final Optional<ReleaseWatcher> watcher;
    private final Assembly assembly;
    private final String host;

    private DiaStemServer(FusekiServer fuseki, Optional<ReleaseWatcher> watcher, Assembly assembly, String host) {
        this.fuseki = fuseki;
        this.watcher = watcher;
        this.assembly = assembly;
        this.host = host;
    }

    /**
     * Loads the current release and answers from it, and from each later one as soon as it is the current one.
     *
     * @param events hears what happens while it runs, a line each; called from other threads
     * @throws NotFoundException if there is no release
     * @throws EnvironmentException if the port cannot be had, or the release is damaged
     */
    public static DiaStemServer start(ReleaseStore store, ServerSettings settings, Consumer<String> events) {
        Release first = store.current()
                .orElseThrow(() -> new NotFoundException("There is no release in " + store.folder() + "; build first."));
        LiveRelease live = new LiveRelease(first);
        Assembly assembly = new Assembly(settings);
        FusekiServer fuseki = assembly.start(FusekiServer.create(), assembly.routes.curated(live), path -> false, events);
        ReleaseWatcher watcher = new ReleaseWatcher(store, live, events);
        watcher.start();
        return new DiaStemServer(fuseki, Optional.of(watcher), assembly, settings.host());
    }

    /**
     * Starts an empty server that takes updates at {@code /update} and graphs at {@code /graphs} (the SPARQL 1.1 Graph Store
     * Protocol), and forgets everything when it stops.
     *
     * @throws EnvironmentException if the port cannot be had
     * @throws IllegalArgumentException if the host is not this machine alone
     */
    public static DiaStemServer startScratch(ServerSettings settings, Consumer<String> events) {
        if (!isLoopback(settings.host())) {
            throw new IllegalArgumentException("a scratch server listens on this machine only");
        }
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        DataService graphs =
                DataService.newBuilder(dataset).addEndpoint(Operation.GSP_RW, GRAPH_STORE).build();
        Assembly assembly = new Assembly(settings);
        FusekiServer fuseki =
                assembly.start(
                        FusekiServer.create().add("/", graphs),
                        assembly.routes.scratch(dataset),
                        ("/" + GRAPH_STORE)::equals,
                        events);
        return new DiaStemServer(fuseki, Optional.empty(), assembly, settings.host());
    }

    /** Whether a host is this machine and nothing else. */
    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** What a server is made of, whatever it serves. */
    private static final class Assembly {
        private final ServerSettings settings;
        private final Workshop workshop;
        private final AtomicBoolean stopping = new AtomicBoolean();
        private final Routes routes;
        private final Optional<RemoteEndpoints> endpoints;
        private Optional<Metrics> metrics = Optional.empty();

        Assembly(ServerSettings settings) {
            this.settings = settings;
            this.workshop = new Workshop(settings.workLimits());
            this.endpoints = endpoints(settings.services());
            ServicePolicy services = endpoints
                    .<ServicePolicy>map(client -> new RemoteServices(settings.services().addresses(), client))
                    .orElse(ServicePolicy.NONE);
            this.routes = new Routes(settings, workshop, services, () -> !stopping.get());
        }

        /** None where none is allowed: then there is nothing in the server that could open a connection. */
        private static Optional<RemoteEndpoints> endpoints(ServiceSettings services) {
            return services.addresses().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RemoteEndpoints(services.rule(), services.limits()));
        }

        FusekiServer start(
                FusekiServer.Builder builder, List<Route> routes, Predicate<String> behind, Consumer<String> events) {
            FusekiServer fuseki = builder.port(settings.port())
                    .loopback(true)
                    .numServerThreads(FEWEST_THREADS, MOST_THREADS)
                    .build();
            Server jetty = fuseki.getJettyServer();
            configure(jetty, settings);
            jetty.setHandler(inFront(new FrontDoor(routes, behind), jetty.getHandler(), settings));
            jetty.setErrorHandler(new PlainErrors());
            jetty.setStopTimeout(DRAIN_MILLIS);
            metrics = settings.metricsPort().map(port -> Metrics.start(workshop, this.routes, port));
            List<RequestLog> logs = new ArrayList<>();
            metrics.ifPresent(logs::add);
            if (settings.logsRequests()) {
                logs.add(new AccessLog(events, settings.logsQueries(), new Clients(settings.trustsProxy())));
            }
            if (!logs.isEmpty()) {
                jetty.setRequestLog(new RequestLog.Collection(logs.toArray(RequestLog[]::new)));
            }
            try {
                fuseki.start();
            } catch (FusekiException e) {
                close();
                throw new EnvironmentException(
                        "The server cannot listen on " + settings.host() + ":" + settings.port()
                                + ": the port is in use, or the address is not one of this machine. Choose another with "
                                + "--port; 0 takes a free one.",
                        e);
            }
            return fuseki;
        }

        void close() {
            workshop.close();
            routes.close();
            endpoints.ifPresent(RemoteEndpoints::close);
            metrics.ifPresent(Metrics::close);
        }
    }

    private static Handler inFront(FrontDoor door, Handler fuseki, ServerSettings settings) {
        door.setHandler(fuseki);
        SizeLimitHandler size = new SizeLimitHandler(settings.longestBody(), -1);
        size.setHandler(door);
        return new GracefulHandler(size);
    }

    private static void configure(Server jetty, ServerSettings settings) {
        for (Connector connector : jetty.getConnectors()) {
            connector.getConnectionFactories().forEach(factory -> {
                if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                    HttpConfiguration configuration = http.getHttpConfiguration();
                    configuration.setOutputBufferSize(OUTPUT_BUFFER);
                    configuration.setRequestHeaderSize(settings.longestHead());
                    configuration.setSendServerVersion(false);
                    configuration.setMinRequestDataRate(SLOWEST_BYTES_PER_SECOND);
                }
            });
            if (connector instanceof ServerConnector socket) {
                socket.setHost(settings.host());
                socket.setIdleTimeout(IDLE_MILLIS);
                socket.setAcceptQueueSize(settings.connections());
            }
        }
        jetty.addBean(new NetworkConnectionLimit(settings.connections(), jetty));
    }

    public int port() {
        return fuseki.getPort();
    }

    /** The address of the start page. */
    public String url() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + (host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : shown) + ":" + port() + "/";
    }

    /** The address of the metrics, if they are served. */
    public Optional<String> metricsUrl() {
        return assembly.metrics.map(Metrics::url);
    }

    Workshop.State work() {
        return assembly.workshop.state();
    }

    /** How often a query's answer was given that was not worked out for it. */
    long repeatedAnswers() {
        return assembly.routes.repeatedAnswers();
    }

    /** Bytes of the answers that are kept. */
    long keptBytes() {
        return assembly.routes.keptBytes();
    }

    Server jetty() {
        return fuseki.getJettyServer();
    }

    /** Waits until the server stops. */
    public void join() {
        fuseki.join();
    }

    /** Takes no more requests, lets those under way end for up to 8 s, and cuts the rest. */
    @Override
    public void close() {
        assembly.stopping.set(true);
        watcher.ifPresent(ReleaseWatcher::close);
        fuseki.stop();
        assembly.close();
    }
}
