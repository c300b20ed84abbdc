// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.RunningServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The 34 cases of the W3C's SPARQL 1.1 Protocol tests under their own names, in requests and data of ours. The half that only queries without data of its own also runs against the server of a release.
 */
class ProtocolTest {
    private static final Request EMPTIED = new Request(
            "POST", "/update", List.of("Content-Type", "application/sparql-update"), "CLEAR ALL", "2xx");
    private static final Pattern CHARSET = Pattern.compile("charset=([\\w-]+)");
    private static final int CASES = 34;

    /** @param body null for none */
    private record Request(String method, String target, List<String> headers, String body, String expected) {}

    @TestFactory
    Stream<DynamicTest> a_scratch_server_answers_as_the_protocol_says() throws IOException {
        List<Path> cases = cases();
        assertEquals(CASES, cases.size());
        RunningServer server = RunningServer.scratch(ServerSettings.STANDARD);
        return cases.stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    check(server, EMPTIED);
                    for (Request request : requests(file)) {
                        check(server, request);
                    }
                }))
                .onClose(server::close);
    }

    @TestFactory
    Stream<DynamicTest> the_server_of_a_release_answers_queries_as_the_protocol_says(@TempDir Path folder)
            throws IOException {
        RunningServer server = RunningServer.ofFixture(folder, ServerSettings.STANDARD);
        return cases().stream()
                .filter(file -> requests(file).stream().allMatch(request -> request.target().startsWith("/sparql")))
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    for (Request request : requests(file)) {
                        check(server, request);
                    }
                }))
                .onClose(server::close);
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(FixtureProject.resource("protocol"))) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".txt", "");
    }

    /** Each request is its first line, headers, an empty line, a body, and a line "=>" with what is expected. */
    private static List<Request> requests(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Request> requests = new ArrayList<>();
        Matcher found = Pattern.compile("(?ms)^(GET|POST|PUT) (\\S+)\\n((?:[\\w-]+: [^\\n]*\\n)*)\\n(.*?)^=> (.*?)$").matcher(text);
        while (found.find()) {
            List<String> headers = Arrays.stream(found.group(3).split("\n"))
                    .filter(line -> !line.isBlank())
                    .flatMap(line -> Stream.of(line.split(": ", 2)))
                    .toList();
            String body = found.group(1).equals("GET") ? null : found.group(4).strip();
            requests.add(new Request(found.group(1), found.group(2), headers, body, found.group(5)));
        }
        assertEquals(text.lines().filter(line -> line.startsWith("=> ")).count(), requests.size(), file.toString());
        return requests;
    }

    private static void check(RunningServer server, Request request) throws Exception {
        BodyPublisher body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(request));
        HttpRequest.Builder http =
                HttpRequest.newBuilder(URI.create(server.url() + request.target())).method(request.method(), body);
        for (int i = 0; i < request.headers().size(); i += 2) {
            http.header(request.headers().get(i), request.headers().get(i + 1));
        }
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(http.build(), BodyHandlers.ofByteArray());
        String told = answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        String[] expected = request.expected().split(" ");
        assertEquals(expected[0].charAt(0), told.charAt(0), told);
        if (expected.length > 1) {
            String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
            switch (expected[1]) {
                case "boolean" -> assertEquals(
                        Boolean.valueOf(expected[2]),
                        RowSetReader.createReader(RDFLanguages.contentTypeToLang(type))
                                .readAny(new ByteArrayInputStream(answer.body()), new Context())
                                .booleanResult());
                case "tabular" -> assertTrue(
                        RowSetReader.createReader(RDFLanguages.contentTypeToLang(type))
                                .read(new ByteArrayInputStream(answer.body()), new Context())
                                .hasNext());
                default -> {
                    Lang lang = RDFLanguages.contentTypeToLang(type);
                    RDFParser.fromString(new String(answer.body(), StandardCharsets.UTF_8), lang)
                            .parse(GraphFactory.createDefaultGraph());
                }
            }
        }
    }

    private static byte[] bytes(Request request) {
        Matcher charset = CHARSET.matcher(String.join(" ", request.headers()));
        return request.body().getBytes(charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8);
    }
}
