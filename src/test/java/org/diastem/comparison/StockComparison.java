// SPDX-License-Identifier: Apache-2.0
package org.diastem.comparison;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.diastem.testing.RawRequest;
import org.diastem.testing.RunningServer;
import org.diastem.testing.Written;

/**
 * Sends the same requests to DiaStem and to Fuseki as its builder makes it, over the same release, each a process of its
 * own with the same heap and a limit of one second for a query, and writes what came back as a table. A server that does
 * not answer {@code ASK {}} within {@value #PATIENCE_MILLIS} ms afterwards is counted as stuck and started anew.
 */
public final class StockComparison {
    private static final String HEAP = "-Xmx1g";
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Path HOSTILE = Path.of("src/test/resources/hostile");

    private StockComparison() {}

    private record Reply(String status, Duration took, Map<String, String> headers, String body) {
        String shown() {
            return status + " in " + String.format(Locale.ROOT, "%.2f s", took.toMillis() / 1000.0);
        }
    }

    /** A server under test, started anew when it is stuck. */
    private static final class Peer {
        private final List<String> command;
        private Process process;
        private URI address;
        private int starts;

        Peer(List<String> arguments) throws IOException {
            command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-cp",
                    System.getProperty("java.class.path")));
            command.addAll(arguments);
            start();
        }

        void start() throws IOException {
            if (process != null) {
                process.destroyForcibly();
            }
            starts++;
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            while (line != null && !line.contains("ready at ")) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IOException("it did not start: " + command);
            }
            address = URI.create(line.substring(line.indexOf("http")));
            Thread drain = new Thread(() -> output.lines().forEach(unused -> {}));
            drain.setDaemon(true);
            drain.start();
        }

        Reply send(byte[] request) {
            long begun = System.nanoTime();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            String ended = "closed";
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                try {
                    socket.getOutputStream().write(request);
                    socket.getOutputStream().flush();
                } catch (IOException alreadyAnswered) {
                    ended = "closed early";
                }
                InputStream in = socket.getInputStream();
                byte[] part = new byte[65_536];
                for (int read = in.read(part); read >= 0; read = in.read(part)) {
                    if (System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(2L * PATIENCE_MILLIS)) {
                        throw new SocketTimeoutException("it goes on and on");
                    }
                    if (answer.size() < 4_000_000) {
                        answer.write(part, 0, read);
                    }
                }
            } catch (SocketTimeoutException silent) {
                ended = "no end";
            } catch (IOException reset) {
                ended = "broken";
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            String text = answer.toString(StandardCharsets.UTF_8);
            int head = text.indexOf("\r\n\r\n");
            if (head < 0) {
                return new Reply(ended, took, Map.of(), "");
            }
            Map<String, String> headers = new LinkedHashMap<>();
            text.substring(0, head).lines().skip(1).forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
                }
            });
            String body = text.substring(head + 4);
            boolean cut = "chunked".equals(headers.get("transfer-encoding")) && !body.endsWith("0\r\n\r\n") && answer.size() < 4_000_000;
            String status = text.split(" ")[1] + (ended.equals("no end") ? " without end" : cut ? ", cut" : "");
            return new Reply(status, took, headers, body);
        }

        /** How it is afterwards: empty if well. */
        String after() throws IOException {
            Reply reply = send(get("/sparql?query=" + RunningServer.encoded("ASK {}"), "Accept: */*"));
            if (reply.status().equals("200")) {
                return reply.took().toMillis() < 1_000 ? "" : ", then slow";
            }
            start();
            return ", then stuck";
        }

        void stop() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** @param arguments the build folder, and the file to write */
    public static void main(String... arguments) throws Exception {
        Peer ours = new Peer(List.of(
                "org.diastem.cli.Main", "serve", "--port", "0", "--build", arguments[0], "--time-limit", "1", "--per-client", "0",
                "--client-work", "0"));
        Peer stock = new Peer(List.of("org.diastem.comparison.StockServer", arguments[0], "1000", "true"));
        StringBuilder page = new StringBuilder();
        page.append("| request | DiaStem | Fuseki 5.6.0 |\n| --- | --- | --- |\n");
        for (Map.Entry<String, byte[]> each : polite().entrySet()) {
            page.append("| ").append(each.getKey()).append(" | ").append(told(ours.send(each.getValue()))).append(" | ")
                    .append(told(stock.send(each.getValue()))).append(" |\n");
        }
        // One of the polite requests was an update, which it takes; the rest is asked of one that still has its data.
        stock.stop();
        stock = new Peer(List.of("org.diastem.comparison.StockServer", arguments[0], "1000", "false"));
        page.append("\n| hostile case | DiaStem | Fuseki 5.6.0 |\n| --- | --- | --- |\n");
        int wellOurs = 0;
        int wellStock = 0;
        int cases = 0;
        for (Path file : hostile()) {
            byte[] request = request(file);
            String[] shown = new String[2];
            boolean[] well = new boolean[2];
            Peer[] peers = {ours, stock};
            for (int i = 0; i < peers.length; i++) {
                Reply reply = peers[i].send(request);
                String after = peers[i].after();
                shown[i] = reply.shown() + after;
                well[i] = isWell(reply, request) && after.isEmpty();
            }
            cases++;
            wellOurs += well[0] ? 1 : 0;
            wellStock += well[1] ? 1 : 0;
            page.append("| ").append(file.getFileName()).append(" | ").append(shown[0]).append(well[0] ? "" : " ✗").append(" | ")
                    .append(shown[1]).append(well[1] ? "" : " ✗").append(" |\n");
            System.err.println(file.getFileName() + " " + shown[0] + " | " + shown[1]);
        }
        String sum = "Of %d hostile cases, %d ended well with DiaStem and %d with Fuseki; it was started anew %d and %d times.\n"
                .formatted(cases, wellOurs, wellStock, ours.starts - 1, stock.starts - 1);
        Files.writeString(Path.of(arguments[1]), sum + "\n" + page, StandardCharsets.UTF_8);
        System.err.println(sum);
        ours.stop();
        stock.stop();
    }

    /** Within the limit and a second, whole or visibly cut, no 500, and without names of classes in the text. */
    private static boolean isWell(Reply reply, byte[] request) {
        boolean inTime = reply.took().toMillis() < 2_200;
        boolean clear = !reply.status().startsWith("500") && !reply.status().contains("without end") && !reply.status().equals("no end");
        boolean told = !reply.status().matches("[45].*") || !reply.body().isBlank() && !reply.body().contains("Exception");
        // What the client wrote itself may be quoted.
        boolean wasAsked = new String(request, StandardCharsets.ISO_8859_1).contains("java.lang");
        boolean inside = reply.body().contains("java.lang") && !wasAsked || reply.body().contains("StackOverflow");
        return inTime && clear && told && !inside;
    }

    private static String told(Reply reply) {
        List<String> parts = new ArrayList<>(List.of(reply.status()));
        for (String header : List.of("content-type", "content-encoding", "etag", "cache-control", "access-control-allow-origin",
                "access-control-allow-credentials", "vary")) {
            if (reply.headers().containsKey(header)) {
                parts.add(header + ": " + reply.headers().get(header));
            }
        }
        if (reply.status().matches("[45].*")) {
            String first = reply.body().lines().filter(line -> !line.isBlank()).findFirst().orElse("no text");
            parts.add("\"" + first.substring(0, Math.min(90, first.length())).replace("|", "\\|").replace("<", "&lt;") + "\"");
        }
        return String.join("; ", parts);
    }

    private static byte[] get(String target, String... headers) {
        return RawRequest.of("GET " + target + " HTTP/1.1\nHost: x\n" + String.join("\n", headers) + "\nConnection: close\n\n");
    }

    private static Map<String, byte[]> polite() {
        String ask = "/sparql?query=" + RunningServer.encoded("ASK {}");
        String select = "/sparql?query=" + RunningServer.encoded("SELECT * { ?s ?p ?o } LIMIT 100");
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("GET without a query", get("/sparql", "Accept: */*"));
        all.put("HEAD of a query", RawRequest.of("HEAD " + ask + " HTTP/1.1\nHost: x\nConnection: close\n\n"));
        all.put("OPTIONS", RawRequest.of("OPTIONS /sparql HTTP/1.1\nHost: x\nConnection: close\n\n"));
        all.put("`Accept: text/turtle` without a query", get("/sparql", "Accept: text/turtle"));
        all.put("SELECT as JSON", get(select, "Accept: application/sparql-results+json"));
        all.put("SELECT with `Accept: image/png`", get(select, "Accept: image/png"));
        all.put("SELECT with `Accept-Encoding: gzip`", get(select, "Accept-Encoding: gzip"));
        all.put("a request from another origin", get(ask, "Origin: https://example.org"));
        all.put("a request that names no origin", get(ask));
        all.put("bad percent sign", get("/sparql?query=%ZZ"));
        all.put("unknown charset", RawRequest.of("POST /sparql HTTP/1.1\nHost: x\nContent-Type: application/sparql-query; charset=klingon\n"
                + "Content-Length: 6\nConnection: close\n\nASK {}"));
        all.put("unknown prefix in Chinese", get("/sparql?query=" + RunningServer.encoded("SELECT * { ?s 糖尿病:肾病 ?o }")));
        all.put("relative address", get("/sparql?query=" + RunningServer.encoded("CONSTRUCT { <claim/C0001> a 1 } {}"), "Accept: application/n-triples"));
        all.put("`callback` parameter", get(ask + "&callback=alert", "Accept: application/sparql-results+json"));
        all.put("update at the query endpoint", RawRequest.of("POST /sparql HTTP/1.1\nHost: x\nContent-Type: application/sparql-update\n"
                + "Content-Length: 8\nConnection: close\n\nDROP ALL"));
        all.put("SERVICE to a loopback port", get("/sparql?query=" + RunningServer.encoded("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")));
        all.put("unknown path", get("/nothing"));
        return all;
    }

    private static List<Path> hostile() throws IOException {
        try (Stream<Path> files = Files.list(HOSTILE)) {
            return files.sorted().toList();
        }
    }

    private static byte[] request(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String rest = Written.out(text.substring(text.indexOf('\n') + 1));
        if (file.toString().endsWith(".http")) {
            return RawRequest.of(rest);
        }
        byte[] body = rest.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(RawRequest.of("POST /sparql HTTP/1.1\nHost: x\nContent-Type: application/sparql-query\nContent-Length: "
                + body.length + "\nConnection: close\n\n"));
        out.writeBytes(body);
        return out.toByteArray();
    }
}
