// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.build.Software;
import org.diastem.model.Sha256;
import org.diastem.store.Manifest;
import org.diastem.store.ReleaseStore;
import org.diastem.vocab.GraphName;

/**
 * Serves a release of a few triples to itself, asks it, and ends. The launcher runs this once for each jar, so that the
 * Java platform can note which classes a start needs and keep them ready ({@code -XX:ArchiveClassesAtExit}, or
 * {@code -XX:AOTCacheOutput}). What it misses is loaded as ever. It is no command, since nobody has a use for it.
 */
final class Rehearsal {
    private static final String READY = "DiaStem is ready at ";
    /** Whoever starts the program for the first time waits for this. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int CONNECT_MILLIS = 5_000;

    /** Between them they use what most questions use. */
    private static final List<String> QUESTIONS = List.of(
            "SELECT ?thing ?label { ?thing rdfs:label ?label } ORDER BY ?label LIMIT 2",
            "SELECT ?label (COUNT(DISTINCT ?thing) AS ?count) { ?thing rdfs:label ?label . OPTIONAL { ?thing rdfs:seeAlso ?other } "
                    + "FILTER (LANG(?label) = \"en\" && CONTAINS(STR(?label), \"e\")) } GROUP BY ?label",
            "SELECT ?class { VALUES ?thing { <https://example.org/a> } ?thing rdfs:subClassOf* ?class }",
            "SELECT ?graph { GRAPH ?graph { ?thing rdfs:label ?label } } ",
            "SELECT ?thing { (?thing ?score) text:query \"rehearsal\" }",
            "ASK { ?thing rdfs:label \"rehearsal\"@en }",
            "CONSTRUCT { ?thing rdfs:label ?label } WHERE { ?thing rdfs:label ?label }");

    private static final List<String> FORMATS = List.of("json", "tsv", "csv", "xml", "turtle");
    private static final List<String> PATHS = List.of("", "search?q=rehearsal", "$/ready", "sparql");

    private Rehearsal() {}

    public static void main(String[] none) throws IOException {
        Thread watch = new Thread(Rehearsal::giveUp, "longest-rehearsal");
        watch.setDaemon(true);
        watch.start();
        JenaSystem.init();
        Path folder = Files.createTempDirectory("diastem");
        boolean done;
        try {
            publish(new ReleaseStore(folder));
            done = serve(folder);
            query(folder);
        } finally {
            delete(folder);
        }
        Main.end(done ? 0 : 1);
    }

    private static void giveUp() {
        try {
            Thread.sleep(LONGEST.toMillis());
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A release that passes for one of these sources, so that nothing is built. */
    private static void publish(ReleaseStore store) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(() -> {
            for (GraphName graph : GraphName.values()) {
                for (Node label : List.of(
                        NodeFactory.createLiteralLang("rehearsal", "en"), NodeFactory.createLiteralLang("预演", "zh"))) {
                    data.add(new Quad(
                            graph.node(), NodeFactory.createURI("https://example.org/a"), RDFS.label.asNode(), label));
                }
            }
        });
        Manifest described = new Manifest(
                "0.0.0",
                Software.hash(Sha256::of),
                new SourceOptions().project().inputs(Sha256::of),
                new TreeMap<>(),
                new TreeMap<>(),
                Manifest.IndexFile.NONE,
                new TreeMap<>());
        data.executeRead(() -> store.publish(data, new TreeMap<>(), described));
    }

    private static boolean serve(Path folder) throws IOException {
        try (PipedInputStream printed = new PipedInputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8))) {
            PipedOutputStream end = new PipedOutputStream(printed);
            Thread server = new Thread(() -> serve(folder, end), "serve");
            server.setDaemon(true);
            server.start();
            String line = lines.readLine();
            if (line == null || !line.startsWith(READY)) {
                return false;
            }
            ask(line.substring(READY.length()));
            return true;
        }
    }

    /** Until the process ends; the end of what it prints tells of an earlier one. */
    private static void serve(Path folder, OutputStream end) {
        try (PrintStream out = new PrintStream(end, true, StandardCharsets.UTF_8)) {
            run(out, "serve", "--port", "0", "--build", folder.toString());
        }
    }

    private static void ask(String url) throws IOException {
        for (String question : QUESTIONS) {
            for (String format : FORMATS) {
                get(url + "sparql?format=" + format + "&query=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
            }
        }
        for (String path : PATHS) {
            get(url + path);
        }
    }

    /** What is answered does not matter: some formats do not fit some questions, and refusals are code, too. */
    private static void get(String address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setRequestProperty("Accept-Encoding", "gzip");
        try (InputStream body = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            if (body != null) {
                body.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static void query(Path folder) {
        try (PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            run(out, "query", "1", "--build", folder.toString());
            run(out, "query", "1", "--format", "json", "--build", folder.toString());
        }
    }

    private static int run(PrintStream out, String... arguments) {
        return Main.run(new Streams(new ByteArrayInputStream(new byte[0]), out, System.err), arguments);
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> found = Files.walk(tree)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
