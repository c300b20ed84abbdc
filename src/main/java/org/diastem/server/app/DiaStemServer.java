// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.NotFoundException;
import org.diastem.server.query.QueryModule;
import org.diastem.server.web.WebModule;
import org.diastem.store.LiveRelease;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;

/** The running server. Start and stop it from one thread; it answers on as many as it needs. */
public final class DiaStemServer implements AutoCloseable {
    /**
     * Bytes of Jetty's buffer for an answer. Fuseki sets 5 MiB, which is beyond what Jetty's pool keeps, so that every
     * answer would allocate and clear it anew: measured ten times slower on small answers.
     */
    static final int OUTPUT_BUFFER = 32 * 1024;

    /** Bytes of a request's body, beyond which it is answered with 413; ARQ's parser takes ever longer per byte. */
    static final long LONGEST_REQUEST = 1024 * 1024;

    /** Longer than any sensible question over this graph takes, short enough that a bad one does not hold a core. */
    static final Duration LONGEST_QUERY = Duration.ofSeconds(60);

    private final FusekiServer fuseki;
    private final ReleaseWatcher watcher;
    private final String host;

    private DiaStemServer(FusekiServer fuseki, ReleaseWatcher watcher, String host) {
        this.fuseki = fuseki;
        this.watcher = watcher;
        this.host = host;
    }

    /**
     * Loads the current release and answers from it, and from each later one as soon as it is the current one.
     *
     * @param host the address to listen on
     * @param port 0 for any free one
     * @param events hears what happens while it runs, a line each; called from another thread
     * @throws NotFoundException if there is no release
     * @throws EnvironmentException if the port cannot be had, or the release is damaged
     */
    public static DiaStemServer start(ReleaseStore store, String host, int port, Consumer<String> events) {
        return start(store, host, port, events, LONGEST_QUERY);
    }

    static DiaStemServer start(
            ReleaseStore store, String host, int port, Consumer<String> events, Duration longestQuery) {
        Release first = store.current()
                .orElseThrow(() -> new NotFoundException("There is no release in " + store.folder() + "; build first."));
        LiveRelease live = new LiveRelease(first);
        FusekiServer fuseki = FusekiServer.create()
                .port(port)
                .loopback(true)
                .enablePing(true)
                .fusekiModules(FusekiModules.create(new QueryModule(live, longestQuery), new WebModule(live)))
                .build();
        configure(fuseki.getJettyServer(), host);
        refuseLongRequests(fuseki.getJettyServer());
        try {
            fuseki.start();
        } catch (FusekiException e) {
            throw new EnvironmentException(
                    "The server cannot listen on " + host + ":" + port + ": the port is in use, or the address is not "
                            + "one of this machine. Choose another with --port; 0 takes a free one.",
                    e);
        }
        ReleaseWatcher watcher = new ReleaseWatcher(store, live, events);
        watcher.start();
        return new DiaStemServer(fuseki, watcher, host);
    }

    private static void refuseLongRequests(Server jetty) {
        SizeLimitHandler limit = new SizeLimitHandler(LONGEST_REQUEST, -1);
        limit.setHandler(jetty.getHandler());
        jetty.setHandler(limit);
    }

    private static void configure(Server jetty, String host) {
        for (Connector connector : jetty.getConnectors()) {
            connector.getConnectionFactories().forEach(factory -> {
                if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                    http.getHttpConfiguration().setOutputBufferSize(OUTPUT_BUFFER);
                }
            });
            if (connector instanceof ServerConnector socket) {
                socket.setHost(host);
            }
        }
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

    @Override
    public void close() {
        watcher.close();
        fuseki.stop();
    }
}
