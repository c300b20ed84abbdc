// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.diastem.problem.EnvironmentException;
import org.diastem.server.sparql.Workshop;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Counts for Prometheus, on a port of their own that only this machine reaches: they tell how a server is doing, which is
 * nobody else's business.
 */
final class Metrics implements RequestLog, AutoCloseable {
    private static final String PATH = "/metrics";
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Server jetty = new Server();
    private final ServerConnector connector;

    private Metrics(Workshop workshop, Routes routes, int port) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("diastem.queries.running", workshop, shop -> shop.state().running()).register(registry);
        Gauge.builder("diastem.queries.waiting", workshop, shop -> shop.state().waiting()).register(registry);
        FunctionCounter.builder("diastem.queries.done", workshop, shop -> shop.state().done()).register(registry);
        FunctionCounter.builder("diastem.queries.refused", workshop, shop -> shop.state().refused()).register(registry);
        FunctionCounter.builder("diastem.queries.stopped", workshop, shop -> shop.state().stopped()).register(registry);
        FunctionCounter.builder("diastem.answers.repeated", routes, Routes::repeatedAnswers).register(registry);
        Gauge.builder("diastem.answers.kept.bytes", routes, Routes::keptBytes).register(registry);
        connector = new ServerConnector(jetty, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        jetty.addConnector(connector);
        jetty.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                if (!Request.getPathInContext(request).equals(PATH)) {
                    return false;
                }
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
                response.write(true, ByteBuffer.wrap(registry.scrape().getBytes(StandardCharsets.UTF_8)), callback);
                return true;
            }
        });
    }

    /** @throws EnvironmentException if the port cannot be had */
    static Metrics start(Workshop workshop, Routes routes, int port) {
        Metrics metrics = new Metrics(workshop, routes, port);
        try {
            metrics.jetty.start();
        } catch (Exception e) {
            throw new EnvironmentException(
                    "The metrics cannot be served on 127.0.0.1:" + port + ". Choose another port with --metrics-port.", e);
        }
        return metrics;
    }

    String url() {
        return "http://127.0.0.1:" + connector.getLocalPort() + PATH;
    }

    @Override
    public void log(Request request, Response response) {
        Timer.builder("diastem.requests")
                .tag("method", known(request.getMethod()))
                .tag("status", String.valueOf(response.getStatus()))
                .register(registry)
                .record(System.nanoTime() - request.getBeginNanoTime(), TimeUnit.NANOSECONDS);
    }

    /** A client may write any method; each one told apart would be kept for ever. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS" -> method;
            default -> "other";
        };
    }

    @Override
    public void close() {
        collections.close();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new EnvironmentException("The server of the metrics could not be stopped.", e);
        }
    }
}
