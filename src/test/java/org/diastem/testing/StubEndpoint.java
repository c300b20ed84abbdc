// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An endpoint on this machine that answers whatever a test wants, and remembers the queries that it got. */
public final class StubEndpoint implements AutoCloseable {
    /** The type of a result in JSON. */
    public static final String JSON = "application/sparql-results+json";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> methods = Collections.synchronizedList(new ArrayList<>());
    private final List<String> queries = Collections.synchronizedList(new ArrayList<>());

    public StubEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** The result of a SELECT of one variable. */
    public static String rows(String variable, List<String> addresses) {
        List<String> rows = addresses.stream()
                .map(address -> "{\"" + variable + "\":{\"type\":\"uri\",\"value\":\"" + address + "\"}}")
                .toList();
        return "{\"head\":{\"vars\":[\"" + variable + "\"]},\"results\":{\"bindings\":[" + String.join(",", rows)
                + "]}}";
    }

    /** Answers below the path; the address of it. */
    public String answering(String path, int status, String type, String body, String... headers) {
        server.createContext(path, exchange -> {
            note(exchange);
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        return url(path);
    }

    /** Takes requests below the path and never answers; the address of it. */
    public String silentAt(String path) {
        server.createContext(path, this::note);
        return url(path);
    }

    /** Its address, without a slash at the end. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What it was asked, in order. */
    public List<String> queries() {
        return List.copyOf(queries);
    }

    /** By which method it was asked, in order. */
    public List<String> methods() {
        return List.copyOf(methods);
    }

    private void note(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String form = query == null
                ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                : query;
        methods.add(exchange.getRequestMethod());
        queries.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
