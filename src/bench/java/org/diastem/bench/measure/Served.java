// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.diastem.bench.engine.Engine;

/** A running server of an engine, and how long it took to its first right answer. */
public final class Served implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 1_800_000;
    private static final long PATIENCE_AT_THE_END_SECONDS = 30;
    private static final long BETWEEN_TRIES_MILLIS = 5;
    private static final String FIRST_QUESTION = "SELECT ?label WHERE { "
            + "<https://w3id.org/diastem/ontology/Hyperglycemia> "
            + "<http://www.w3.org/2000/01/rdf-schema#label> ?label }";

    private final Process process;
    private final URI endpoint;
    private final Meter meter;
    private final double startSeconds;

    private Served(Process process, URI endpoint, double startSeconds) {
        this.process = process;
        this.endpoint = endpoint;
        this.meter = new Meter(process.pid());
        this.startSeconds = startSeconds;
    }

    /**
     * Starts a server and waits for its first right answer.
     *
     * @param log where the server's own output goes
     */
    public static Served start(Engine engine, File log) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        long begun = System.nanoTime();
        Process process = engine.serving(port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        // Whatever ends the bench ends its servers.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        URI endpoint = engine.endpoint(port);
        while (true) {
            if (!process.isAlive()) {
                throw new IOException(engine.title() + " did not start; see " + log);
            }
            if (System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
                process.destroyForcibly();
                throw new IOException(engine.title() + " gave no right answer in time; see " + log);
            }
            try (Connection connection = new Connection(endpoint, true)) {
                Connection.Reply reply =
                        connection.ask(FIRST_QUESTION, "application/sparql-results+json", engine.parameters(), true);
                if (reply.isGood() && new String(reply.body(), StandardCharsets.UTF_8)
                        .contains("hyperglycemia")) {
                    return new Served(process, endpoint, (System.nanoTime() - begun) / 1e9);
                }
            } catch (IOException notYet) {
                // It does not listen yet, or not answer.
            }
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    public Meter meter() {
        return meter;
    }

    public double startSeconds() {
        return startSeconds;
    }

    /** Keeps the process on one processor from now on, or gives it all of them again. */
    public void pin(String processors) throws IOException, InterruptedException {
        pin(process.pid(), processors);
    }

    /** Keeps all threads of a process on the processors of a list such as {@code 0} or {@code 0-1}. */
    public static void pin(long pid, String processors) throws IOException, InterruptedException {
        new ProcessBuilder("taskset", "-a", "-c", "-p", processors, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Ends the server and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_AT_THE_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
