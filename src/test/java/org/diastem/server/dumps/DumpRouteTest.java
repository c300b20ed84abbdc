// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.dumps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.diastem.export.Dump;
import org.diastem.export.DumpFormat;
import org.diastem.model.Sha256;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpRouteTest {
    @TempDir
    private static Path folder;

    private static RunningServer server;
    private static Release release;
    private static DatasetGraph data;

    @BeforeAll
    static void start() throws IOException {
        WorkLimits work = new WorkLimits(4, 16, Duration.ofSeconds(10), 10, Duration.ZERO);
        server = RunningServer.ofFixture(folder, ServerSettings.STANDARD.within(Limits.STANDARD, work));
        release = new ReleaseStore(folder.resolve("build")).current().orElseThrow();
        data = release.load();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_dump_that_is_listed_is_there_with_the_size_and_the_hash_that_are_told() throws Exception {
        JsonObject list = JSON.parse(server.get("/dump/", "Accept", "application/json").body());
        assertEquals(release.name(), list.getString("release"));
        List<String> wrong = new ArrayList<>();
        for (JsonValue value : list.get("dumps").getAsArray()) {
            JsonObject told = value.getAsObject();
            HttpResponse<byte[]> file = bytes(told.getString("url").substring(server.url().length()));
            if (file.statusCode() != 200
                    || file.body().length != told.get("bytes").getAsNumber().value().longValue()
                    || !Sha256.of(file.body()).equals(told.getString("sha256"))
                    || !file.headers().firstValue("Content-Type").orElse("").startsWith(told.getString("mediaType"))) {
                wrong.add(told.getString("file"));
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals((GraphName.values().length + 1) * DumpFormat.values().length, list.get("dumps").getAsArray().size());
    }

    @Test
    void each_dump_holds_its_graph_or_everything() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Dump dump : Dump.all()) {
            DatasetGraph read = DatasetGraphFactory.createGeneral();
            RDFParser.create()
                    .source(new ByteArrayInputStream(bytes("/dump/" + dump.fileName()).body()))
                    .lang(RDFLanguages.contentTypeToLang(dump.format().mediaType()))
                    .parse(read);
            boolean same;
            if (dump.format() == DumpFormat.NQUADS
                    || dump.format() == DumpFormat.TRIG
                    || dump.format() == DumpFormat.JSONLD && dump.graph().isEmpty()) {
                same = read.getDefaultGraph().isEmpty();
                for (GraphName name : GraphName.values()) {
                    boolean held = dump.graph().isEmpty() || dump.graph().get() == name;
                    Graph found = read.getGraph(name.node());
                    same &= held ? found.isIsomorphicWith(data.getGraph(name.node())) : found.isEmpty();
                }
            } else {
                Graph expected = dump.graph().map(name -> data.getGraph(name.node())).orElseGet(data::getDefaultGraph);
                same = read.getDefaultGraph().isIsomorphicWith(expected);
            }
            if (!same) {
                wrong.add(dump.fileName());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void the_page_lists_every_file_under_the_address_of_this_release_in_both_languages() throws Exception {
        String english = server.get("/dump/", "Accept", "text/html").body();
        for (Dump dump : Dump.all()) {
            String address = "/release/" + release.name() + "/dump/" + dump.fileName();
            assertTrue(english.contains("href=\"" + server.url() + address + '"'), address);
        }
        assertTrue(english.contains(Sha256.of(bytes("/dump/claims.ttl").body())));
        assertTrue(english.contains("href=\"" + server.url() + "/dump/?lang=zh\""));
        HttpResponse<String> chinese = server.get("/dump?lang=zh", "Accept", "text/html");
        assertEquals("zh", chinese.headers().firstValue("Content-Language").orElse(""));
        assertTrue(chinese.body().contains("整库下载"));
    }

    @Test
    void a_file_has_a_versioned_name_a_tag_and_the_headers_of_its_release() throws Exception {
        HttpResponse<String> answer = server.get("/dump/claims.ttl");
        assertEquals(
                "attachment; filename=\"diastem-" + release.name() + "-claims.ttl\"", header(answer, "Content-Disposition"));
        assertEquals(
                server.url() + "/release/" + release.name() + "/dump/claims.ttl", header(answer, "Content-Location"));
        assertTrue(header(answer, "Link").contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\""));
        assertTrue(header(answer, "Link").contains("/release/" + release.name() + ">; rel=\"cite-as\""));
        assertEquals(release.name(), header(answer, "DiaStem-Release"));
        HttpResponse<String> again = server.get("/dump/claims.ttl", "If-None-Match", header(answer, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        HttpResponse<String> head = server.send("HEAD", "/dump/claims.ttl", null);
        assertEquals(200, head.statusCode());
        assertEquals(
                answer.body().getBytes(StandardCharsets.UTF_8).length, Integer.parseInt(header(head, "Content-Length")));
        assertEquals(405, server.send("PUT", "/dump/claims.ttl", "x").statusCode());
    }

    @Test
    void a_client_that_takes_gzip_gets_the_same_bytes_behind_it() throws Exception {
        HttpResponse<byte[]> zipped = bytes("/dump/diastem.nq", "Accept-Encoding", "gzip");
        assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElse(""));
        byte[] plain = bytes("/dump/diastem.nq").body();
        assertTrue(zipped.body().length < plain.length / 2);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertArrayEquals(plain, in.readAllBytes());
        }
        assertTrue(zipped.headers().firstValue("ETag").orElse("").endsWith("-gzip\""));
        String tag = zipped.headers().firstValue("ETag").orElse("");
        assertEquals(304, bytes("/dump/diastem.nq", "Accept-Encoding", "gzip", "If-None-Match", tag).statusCode());
    }

    @Test
    void what_is_no_dump_or_of_another_release_is_not_found() throws Exception {
        HttpResponse<String> mistyped = server.get("/dump/claim.ttl");
        assertEquals(404, mistyped.statusCode());
        assertTrue(mistyped.body().contains("Did you mean claims.ttl?"), mistyped.body());
        for (String outside : List.of("/dump/%2e%2e/current", "/dump/..%2fcurrent", "/dump/%2fetc%2fpasswd")) {
            int status = server.get(outside).statusCode();
            assertTrue(status == 404 || status == 400, outside + " " + status);
        }
        HttpResponse<String> other = server.get("/release/0.0.1-0000000000000000/dump/claims.ttl");
        assertEquals(404, other.statusCode());
        assertTrue(other.body().contains(release.name()), other.body());
        assertEquals(400, server.get("/dump/?format=docx").statusCode());
    }

    @Test
    void a_damaged_release_is_refused_and_never_sent_short(@TempDir Path other) throws Exception {
        try (RunningServer damaged = RunningServer.ofFixture(other, ServerSettings.STANDARD)) {
            Release broken = new ReleaseStore(other.resolve("build")).current().orElseThrow();
            Path file = broken.file(GraphName.CLAIMS);
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, new byte[] {whole[0]}, StandardOpenOption.TRUNCATE_EXISTING);
            for (String path : List.of(
                    "/dump/claims.ttl", "/dump/claims.nt", "/dump/diastem.nq", "/dump/diastem.rdf", "/graph/claims.ttl", "/dump/",
                    "/.well-known/void")) {
                HttpResponse<String> answer = damaged.get(path);
                assertEquals(503, answer.statusCode(), path);
                assertFalse(answer.body().contains(other.toString()), answer.body());
                assertEquals("no-store", header(answer, "Cache-Control"), path);
                assertEquals("", header(answer, "Content-Disposition"), path);
            }
            assertEquals(200, damaged.get("/dump/evidence.ttl").statusCode());
            // Once whole again it is served again: the refusal is not kept.
            Files.write(file, whole);
            assertEquals(200, damaged.get("/dump/claims.ttl").statusCode());
        }
    }

    @Test
    void what_the_server_made_is_gone_when_it_ends() {
        DumpFiles files = new DumpFiles();
        DumpFiles.Made made = files.of(release, new Dump(Optional.of(GraphName.TRIALS), DumpFormat.NTRIPLES));
        assertTrue(Files.exists(made.plain()) && Files.exists(made.zipped()));
        files.close();
        assertFalse(Files.exists(made.plain().getParent()));
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
