// SPDX-License-Identifier: Apache-2.0
package org.diastem.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diastem.model.Sha256;
import org.diastem.testing.RunningServer;

/**
 * Three servers of one release behind a load balancer, stopped, killed and started again one at a time while clients ask.
 * Every answer must be the one that each copy gives by itself.
 */
public final class Copies {
    private static final int COPIES = 3;
    private static final int CLIENTS = 8;
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration WARM = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A copy that has just started makes every dump for these, for tens of seconds beside other work. */
    private static final Set<String> MAKES_DUMPS = Set.of("/.well-known/void", "/dump/");
    private static final int PAGES = 150;
    private static final Pattern LINK = Pattern.compile("href=\"http://diastem\\.example(/[^\"#]*)\"");
    private static final String ETAG = "ETag";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final List<Integer> ports = new ArrayList<>();
    private final List<Process> copies = new ArrayList<>();
    private final Map<String, Answer> expected = new LinkedHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final int entrance;

    /** What tells one answer from another. */
    private record Answer(int status, String etag, String sha256) {}

    private Copies() throws IOException {
        for (int copy = 0; copy < COPIES; copy++) {
            ports.add(freePort());
            copies.add(null);
        }
        entrance = freePort();
    }

    public static void main(String[] arguments) throws Exception {
        Path balancer = Path.of(arguments[0]);
        Copies run = new Copies();
        Process front = run.startBalancer(balancer);
        try {
            run.all();
        } finally {
            front.destroy();
            for (Process copy : run.copies) {
                if (copy != null) {
                    copy.destroy();
                }
            }
        }
        run.failures.stream().distinct().limit(20).forEach(System.out::println);
        System.out.println(run.failures.size() + " failed requests, balancer " + balancer.getFileName());
        System.exit(run.failures.isEmpty() ? 0 : 1);
    }

    private void all() throws Exception {
        for (int copy = 0; copy < COPIES; copy++) {
            start(copy);
            if (copy == 0) {
                for (String path : questions()) {
                    expected.put(path, ask(ports.get(0), path));
                }
            }
            compare(copy);
            load(WARM, () -> {});
            double second = load(MEASURED, () -> {}) / (double) MEASURED.toSeconds();
            System.out.printf(Locale.ROOT, "%d copies: %.0f answers per second%n", copy + 1, second);
        }
        load(null, () -> round("stopped", Process::destroy));
        load(null, () -> round("killed", Process::destroyForcibly));
        for (int copy = 0; copy < COPIES; copy++) {
            compare(copy);
        }
        System.out.println("every copy gave the same bytes and " + ETAG + " for " + expected.size() + " requests");
    }

    /** Queries and pages; those with a limit are many, so that not all answers are kept ones. */
    private List<String> questions() throws Exception {
        Set<String> paths = new LinkedHashSet<>(List.of("/", "/search?q=VEGF", "/claims", "/explore", "/.well-known/void"));
        for (String page : List.copyOf(paths)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get(0) + page)).build();
            Matcher links = LINK.matcher(client.send(request, BodyHandlers.ofString()).body());
            while (links.find() && paths.size() < PAGES) {
                paths.add(links.group(1).replace("&amp;", "&"));
            }
        }
        for (int limit = 1; limit <= 60; limit++) {
            paths.add(sparql("SELECT * { ?thing rdfs:label ?label } ORDER BY ?label LIMIT " + limit));
            paths.add(sparql("SELECT ?class (COUNT(*) AS ?count) { ?thing a ?class } GROUP BY ?class ORDER BY ?class LIMIT " + limit));
        }
        return List.copyOf(paths);
    }

    private static String sparql(String query) {
        return "/sparql?query=" + RunningServer.encoded("PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> " + query);
    }

    private void round(String how, Consumer<Process> end) throws Exception {
        for (int copy = 0; copy < COPIES; copy++) {
            end.accept(copies.get(copy));
            copies.get(copy).waitFor();
            System.out.println(how + " copy " + (copy + 1) + ", " + failures.size() + " failed requests so far");
            start(copy);
            Thread.sleep(BETWEEN.toMillis());
        }
    }

    /** What is done while clients ask. */
    private interface Meanwhile {
        void run() throws Exception;
    }

    /**
     * Asks through the balancer from several threads.
     *
     * @param time how long; where there is none, until what is done meanwhile is done
     * @return how many right answers came
     */
    private long load(Duration time, Meanwhile meanwhile) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        LongAdder right = new LongAdder();
        List<String> paths = expected.keySet().stream().filter(path -> !MAKES_DUMPS.contains(path)).toList();
        List<Thread> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            int first = number * paths.size() / CLIENTS;
            Thread thread = new Thread(() -> {
                for (int next = first; !over.get(); next++) {
                    String path = paths.get(next % paths.size());
                    try {
                        Answer found = ask(entrance, path);
                        if (found.equals(expected.get(path))) {
                            right.increment();
                        } else {
                            failures.add(path + ": " + found + " in place of " + expected.get(path));
                        }
                    } catch (IOException e) {
                        failures.add(path + ": " + e);
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            thread.start();
            clients.add(thread);
        }
        try {
            meanwhile.run();
            if (time != null) {
                Thread.sleep(time.toMillis());
            }
        } finally {
            over.set(true);
            for (Thread thread : clients) {
                thread.join();
            }
        }
        return right.sum();
    }

    private void compare(int copy) throws Exception {
        for (Map.Entry<String, Answer> each : expected.entrySet()) {
            Answer found = ask(ports.get(copy), each.getKey());
            if (found.status() != 200 || !found.equals(each.getValue())) {
                failures.add("copy " + (copy + 1) + ' ' + each.getKey() + ": " + found + " in place of " + each.getValue());
            }
        }
    }

    private Answer ask(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        return new Answer(
                answer.statusCode(), answer.headers().firstValue(ETAG).orElse("none"), Sha256.of(answer.body()));
    }

    private void start(int copy) throws Exception {
        int port = ports.get(copy);
        Process process = new ProcessBuilder(
                        "./diastem", "serve", "--quiet", "--port", Integer.toString(port), "--public-url",
                        "http://diastem.example", "--per-client", "0", "--client-work", "0", "--time-limit", "60")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        copies.set(copy, process);
        await(process, port);
    }

    private void await(Process process, int port) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (ask(port, "/$/ready").status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("nothing is ready at port " + port);
    }

    private Process startBalancer(Path balancer) throws Exception {
        boolean nginx = balancer.endsWith("nginx");
        Path folder = Files.createTempDirectory("copies");
        Path settings = folder.resolve("settings");
        Files.writeString(settings, settings(nginx ? "/copies-nginx.conf" : "/copies-haproxy.cfg")
                .replace("@port@", Integer.toString(entrance))
                .replace("@one@", Integer.toString(ports.get(0)))
                .replace("@two@", Integer.toString(ports.get(1)))
                .replace("@three@", Integer.toString(ports.get(2)))
                .replace("@folder@", folder.toString()));
        List<String> command = nginx
                ? List.of(balancer.toString(), "-c", settings.toString(), "-p", folder.toString())
                : List.of(balancer.toString(), "-q", "-db", "-f", settings.toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor(1, TimeUnit.SECONDS)) {
            throw new IllegalStateException(balancer + " ended with " + process.exitValue());
        }
        return process;
    }

    private static String settings(String name) throws IOException {
        try (InputStream stream = Copies.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
