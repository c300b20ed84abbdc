// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.build.ReleaseBuilder;
import org.diastem.server.app.DiaStemServer;
import org.diastem.server.app.ServerSettings;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.ReleaseStore;

/** A real server on a free port over the test project, and short ways to ask it. */
public final class RunningServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final DiaStemServer server;

    private RunningServer(ServerSettings settings, ReleaseStore store) {
        server = store == null
                ? DiaStemServer.startScratch(settings, events::add)
                : DiaStemServer.start(store, settings, events::add);
    }

    /** Builds the test project below the folder and serves it. */
    public static RunningServer ofFixture(Path folder, ServerSettings settings) throws IOException {
        return ofProject(folder, FixtureProject.copyTo(folder.resolve("project")), settings);
    }

    /** Builds a project below the folder and serves it. */
    public static RunningServer ofProject(Path folder, Project project, ServerSettings settings) {
        new ReleaseBuilder(project, new ReleaseStore(folder.resolve("build")), Progress.NONE).build();
        return ofBuilt(folder, settings);
    }

    /** Serves what was built below the folder before. */
    public static RunningServer ofBuilt(Path folder, ServerSettings settings) {
        return new RunningServer(settings, new ReleaseStore(folder.resolve("build")));
    }

    /** Builds the project that these tests belong to below the folder and serves it. */
    public static RunningServer ofRealProject(Path folder, ServerSettings settings) {
        return ofProject(folder, Project.at(FixtureProject.REPOSITORY), settings);
    }

    /** The standard limits of all work, without those of one client: a test is one client and asks for more. */
    public static WorkLimits forAnyClient() {
        WorkLimits standard = WorkLimits.STANDARD;
        return new WorkLimits(standard.running(), standard.queue(), standard.longestWait(), 0, Duration.ZERO);
    }

    /** Serves the releases of a store. */
    public static RunningServer of(ReleaseStore store, ServerSettings settings) {
        return new RunningServer(settings, store);
    }

    public static RunningServer scratch(ServerSettings settings) {
        return new RunningServer(settings, null);
    }

    /** Without a slash at the end. */
    public String url() {
        return server.url().replaceFirst("/$", "");
    }

    public DiaStemServer server() {
        return server;
    }

    /** What the server has told so far. */
    public List<String> events() {
        return List.copyOf(events);
    }

    /** @param headers name, value, name, value ... */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> query(String text, String... headers) throws IOException, InterruptedException {
        return get("/sparql?query=" + encoded(text), headers);
    }

    public HttpResponse<String> post(String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type");
        all.add(type);
        return send("POST", path, body, all.toArray(String[]::new));
    }

    /** @param body null for none */
    public HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
