// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.build.ReleaseBuilder;
import org.diastem.model.Sha256;
import org.diastem.problem.DiaStemException;
import org.diastem.server.app.DiaStemServer;
import org.diastem.server.app.ServerSettings;
import org.diastem.store.Manifest;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.diastem.testing.RunningServer;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is found after a process was killed, ran out of disk, met another one, or a release was damaged. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class CrashTest {
    /** Raised to 50 for the measured run. */
    private static final int ROUNDS = Integer.getInteger("diastem.kill.rounds", 20);

    private static final String READY = "DiaStem is ready at ";
    private static final int TOO_SMALL_KIB = 24;
    private static final int DRAIN_SECONDS = 12;

    @TempDir
    private Path home;

    private Project project;
    private ReleaseStore store;

    @BeforeEach
    void copy() throws IOException {
        project = FixtureProject.copyTo(home);
        store = new ReleaseStore(home.resolve("build"));
        build();
    }

    @Test
    void a_process_killed_at_any_moment_leaves_the_last_release_or_the_next(TestReporter report) throws Exception {
        Path groups = home.resolve("data/groups.csv");
        String before = Files.readString(groups);
        Random random = new Random(20261125);
        int moved = 0;
        long whole = 6_000;
        for (int round = 0; round < ROUNDS; round++) {
            String last = store.currentName().orElseThrow();
            Files.writeString(groups, before + "G%03d,AnyOf\n".formatted(900 + round));
            String command = round % 2 == 0 ? "build" : "serve";
            long begun = System.nanoTime();
            Process process = start(List.of(), command.equals("serve") ? List.of("serve", "--port", "0") : List.of("build"));
            if (!process.waitFor((long) (random.nextDouble() * whole), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            } else {
                whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            }
            process.waitFor();
            Release found = store.current().orElseThrow();
            assertEquals(List.of(), found.damage(), "round " + round);
            DatasetGraph loaded = found.load();
            assertFalse(loaded.isEmpty());
            moved += found.name().equals(last) ? 0 : 1;
        }
        report.publishEntry("killed", ROUNDS + " rounds, " + moved + " after the next release was in place");
        build();
        assertEquals(List.of(), unfinished());
        assertEquals(List.of(), store.current().orElseThrow().damage());
    }

    @Test
    void a_full_disk_ends_a_build_in_one_line_and_leaves_the_last_release() throws Exception {
        String last = store.currentName().orElseThrow();
        change();
        Process process = start(List.of("bash", "-c", "ulimit -f " + TOO_SMALL_KIB + "; exec \"$@\"", "limited"), List.of("build", "--quiet"));
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(3, process.waitFor(), told);
        assertEquals(1, told.lines().count(), told);
        assertTrue(told.contains("could not be written") && told.contains("untouched"), told);
        assertEquals(last, store.currentName().orElseThrow());
        assertEquals(List.of(), store.current().orElseThrow().damage());
        build();
        assertEquals(List.of(), unfinished());
    }

    @Test
    void two_builds_at_once_leave_one_whole_release() throws Exception {
        change();
        List<Process> both = List.of(start(List.of(), List.of("build")), start(List.of(), List.of("build")));
        for (Process each : both) {
            String told = new String(each.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, each.waitFor(), told);
        }
        assertEquals(List.of(), unfinished());
        assertEquals(List.of(), store.current().orElseThrow().damage());
    }

    @Test
    void a_release_folder_that_cannot_be_written_serves_any_number_of_servers() throws Exception {
        try (Stream<Path> all = Files.walk(home.resolve("build"))) {
            all.forEach(path -> path.toFile().setWritable(false));
        }
        try (DiaStemServer one = DiaStemServer.start(store, ServerSettings.STANDARD.at("127.0.0.1", 0), line -> {});
                DiaStemServer two = DiaStemServer.start(store, ServerSettings.STANDARD.at("127.0.0.1", 0), line -> {})) {
            assertEquals(ask(one.url()).body(), ask(two.url()).body());
            assertEquals(ask(one.url()).headers().firstValue("ETag"), ask(two.url()).headers().firstValue("ETag"));
        }
        try (Stream<Path> all = Files.walk(home.resolve("build"))) {
            all.forEach(path -> path.toFile().setWritable(true));
        }
    }

    @Test
    void every_file_of_a_release_that_was_flipped_cut_or_deleted_is_noticed() throws Exception {
        Release release = store.current().orElseThrow();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(release.folder())) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        files.add(home.resolve("build/current"));
        assertTrue(files.size() > 15, files.toString());
        List<String> unnoticed = new ArrayList<>();
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            for (String how : List.of("flipped", "cut", "deleted")) {
                damage(file, good, how);
                if (isUpToDate(release.manifest())) {
                    unnoticed.add(file + " " + how);
                }
                assertThrows(DiaStemException.class, () -> readFrom(file), file + " " + how + " was read");
                Files.write(file, good);
            }
        }
        assertEquals(List.of(), unnoticed);
        assertTrue(isUpToDate(release.manifest()));
    }

    @Test
    void a_damaged_release_is_told_by_check_and_made_anew_by_serve() throws Exception {
        String build = home.resolve("build").toString();
        assertEquals(0, Outcome.of("check", "--release", "--build", build).code());
        Release release = store.current().orElseThrow();
        Path claims = release.folder().resolve("graphs/claims.ttl");
        byte[] good = Files.readAllBytes(claims);
        damage(claims, good, "flipped");
        Files.writeString(release.folder().resolve("stray.txt"), "x");
        Outcome told = Outcome.of("check", "--release", "--build", build);
        assertEquals(3, told.code());
        assertTrue(told.out().contains("claims.ttl is not the one that was built"), told.out());
        assertTrue(told.out().contains("stray.txt does not belong"), told.out());
        assertEquals(1, told.err().lines().count(), told.err());
        build();
        assertTrue(Arrays.equals(good, Files.readAllBytes(claims)));
        assertEquals(0, Outcome.of("check", "--release", "--build", build).code());
    }

    @Test
    void a_server_that_is_told_to_stop_finishes_the_answers_that_it_has_begun() throws Exception {
        Process process = start(List.of(), List.of("serve", "--port", "0"));
        try (BufferedReader output = process.inputReader()) {
            String url = output.lines().filter(line -> line.startsWith(READY)).findFirst().orElseThrow().substring(READY.length());
            String text = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 300000";
            URI address = URI.create(url + "sparql?format=tsv&query=" + RunningServer.encoded(text));
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
            long lines = 0;
            long begun = 0;
            try (BufferedReader rows = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                rows.readLine();
                process.destroy();
                begun = System.nanoTime();
                // Slower than the server, so that it must wait for us.
                while (rows.readLine() != null) {
                    lines++;
                    if (lines % 10_000 == 0) {
                        Thread.sleep(30);
                    }
                }
            }
            assertEquals(300_000, lines);
            assertTrue(process.waitFor(DRAIN_SECONDS, TimeUnit.SECONDS), "still running");
            assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(DRAIN_SECONDS));
        } finally {
            process.destroyForcibly();
        }
    }

    private static HttpResponse<String> ask(String url) throws Exception {
        URI address = URI.create(url + "sparql?query=" + RunningServer.encoded("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 500"));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static void damage(Path file, byte[] good, String how) throws IOException {
        byte[] bad = good.clone();
        switch (how) {
            case "flipped" -> {
                bad[bad.length / 2] ^= 1;
                Files.write(file, bad);
            }
            case "cut" -> Files.write(file, Arrays.copyOf(bad, bad.length / 2));
            default -> Files.delete(file);
        }
    }

    /** Reads from a file of the release as a server does: manifest and pointer when it starts, others when asked. */
    private void readFrom(Path file) {
        if (file.endsWith("manifest.json") || file.endsWith("current")) {
            DiaStemServer.start(store, ServerSettings.STANDARD.at("127.0.0.1", 0), line -> {}).close();
            return;
        }
        Release release = store.current().orElseThrow();
        String path = release.folder().relativize(file).toString().replace('\\', '/');
        Optional<GraphName> graph = Stream.of(GraphName.values())
                .filter(name -> release.file(name).equals(file))
                .findFirst();
        if (file.equals(release.indexFile())) {
            release.load().index().verify();
        } else if (graph.isPresent()) {
            release.turtle(graph.get());
        } else {
            release.document(path);
        }
    }

    private boolean isUpToDate(Manifest manifest) {
        return store.upToDate(manifest.software(), manifest.inputs(), Sha256::of).isPresent();
    }

    private void change() throws IOException {
        Path groups = home.resolve("data/groups.csv");
        Files.writeString(groups, Files.readString(groups) + "G900,AnyOf\n");
    }

    private void build() {
        new ReleaseBuilder(project, store, Progress.NONE).build();
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> all = Files.list(home.resolve("build/releases"))) {
            return all.filter(path -> path.getFileName().toString().startsWith(".")).toList();
        }
    }

    private Process start(List<String> before, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Ddiastem.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "org.diastem.cli.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
