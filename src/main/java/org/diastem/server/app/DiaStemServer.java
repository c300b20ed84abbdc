// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.NotFoundException;
import org.diastem.server.http.FrontDoor;
import org.diastem.server.http.PlainErrors;
import org.diastem.server.http.Refusal;
import org.diastem.server.query.QueryRoute;
import org.diastem.server.sparql.DataView;
import org.diastem.server.sparql.QueryGate;
import org.diastem.server.sparql.ServicePolicy;
import org.diastem.server.sparql.Workshop;
import org.diastem.server.web.PagesRoute;
import org.diastem.store.LiveRelease;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
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

    private static final int FEWEST_THREADS = 4;
    private static final int MOST_THREADS = 32;
    private static final long IDLE_MILLIS = 10_000;
    /** Below this a sender is holding a connection, not sending. */
    private static final long SLOWEST_BYTES_PER_SECOND = 200;
    private static final long DRAIN_MILLIS = 8_000;

    private final FusekiServer fuseki;
    private final ReleaseWatcher watcher;
    private final Workshop workshop;
    private final AtomicBoolean stopping;
    private final String host;

    private DiaStemServer(
            FusekiServer fuseki, ReleaseWatcher watcher, Workshop workshop, AtomicBoolean stopping, String host) {
        this.fuseki = fuseki;
        this.watcher = watcher;
        this.workshop = workshop;
        this.stopping = stopping;
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
        Supplier<DataView> data = () -> {
            LiveRelease.Loaded now = live.now();
            return new DataView(now.dataset(), Optional.of(now.release().name()));
        };
        Workshop workshop = new Workshop(settings.workLimits());
        Clients clients = new Clients(settings.trustsProxy());
        AtomicBoolean stopping = new AtomicBoolean();
        QueryRoute queries = new QueryRoute(
                data,
                new QueryGate(settings.limits(), ServicePolicy.NONE),
                settings.limits(),
                settings.longestBody(),
                workshop,
                clients,
                new org.diastem.server.http.Route() {
                    @Override
                    public boolean covers(String path) {
                        return false;
                    }

                    @Override
                    public void answer(org.diastem.server.http.Exchange exchange) {
                        throw Refusal.of(400, "The parameter query is missing.");
                    }
                });
        FrontDoor door = new FrontDoor(List.of(
                new HealthRoute(() -> !stopping.get()),
                queries,
                new PagesRoute(live, settings.limits(), workshop, clients)));
        FusekiServer fuseki = FusekiServer.create()
                .port(settings.port())
                .loopback(true)
                .numServerThreads(FEWEST_THREADS, MOST_THREADS)
                .build();
        Server jetty = fuseki.getJettyServer();
        configure(jetty, settings);
        jetty.setHandler(inFront(door, jetty.getHandler(), settings));
        jetty.setErrorHandler(new PlainErrors());
        jetty.setStopTimeout(DRAIN_MILLIS);
        if (settings.logsRequests()) {
            jetty.setRequestLog(new AccessLog(events, settings.logsQueries(), settings.trustsProxy()));
        }
        try {
            fuseki.start();
        } catch (FusekiException e) {
            workshop.close();
            throw new EnvironmentException(
                    "The server cannot listen on " + settings.host() + ":" + settings.port()
                            + ": the port is in use, or the address is not one of this machine. Choose another with --port; "
                            + "0 takes a free one.",
                    e);
        }
        ReleaseWatcher watcher = new ReleaseWatcher(store, live, events);
        watcher.start();
        return new DiaStemServer(fuseki, watcher, workshop, stopping, settings.host());
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
        jetty.addBean(new org.eclipse.jetty.server.NetworkConnectionLimit(settings.connections(), jetty));
    }

    public int port() {
        return fuseki.getPort();
    }

    /** The address of the start page. */
    public String url() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + (host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : shown) + ":" + port() + "/";
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
        stopping.set(true);
        watcher.close();
        fuseki.stop();
        workshop.close();
    }
}
