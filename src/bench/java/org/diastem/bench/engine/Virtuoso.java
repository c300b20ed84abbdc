// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diastem.vocab.GraphName;

/**
 * Virtuoso as Debian's package {@code virtuoso-opensource} has it. Its configuration file is the package's own but for
 * ports, folders, and the limits of rows and time, which would cut answers; and the buffers are set to the size that
 * the comments of that file give for the memory of the heap of the others.
 */
public final class Virtuoso implements Engine {
    private static final Path SERVER = Path.of("/usr/bin/virtuoso-t");
    private static final Path CLIENT = Path.of("/usr/bin/isql-vt");
    private static final Path STOCK = Path.of("/etc/virtuoso-opensource-7/virtuoso.ini");
    private static final String DEFAULT_GRAPH = "urn:diastem:bench:default";
    private static final int SQL_PORT = 14_111;
    /** By the comments of the configuration file: 170,000 buffers for 2 GB of free memory. */
    private static final int BUFFERS_PER_GIGABYTE = 85_000;

    private final Workplace place;

    public Virtuoso(Workplace place) {
        this.place = place;
    }

    @Override
    public String name() {
        return "virtuoso";
    }

    @Override
    public String title() {
        return "Virtuoso " + version();
    }

    private static String version() {
        try {
            Process process = new ProcessBuilder("dpkg-query", "-W", "-f=${Version}", "virtuoso-opensource-7-bin")
                    .redirectErrorStream(true)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return told.matches("[0-9].*") ? told.replaceFirst("[+-].*$", "") : "";
        } catch (IOException notDebian) {
            return "";
        }
    }

    @Override
    public String memory() {
        return buffers() + " buffers of 8 KB";
    }

    private int buffers() {
        return Math.max(1, Integer.parseInt(place.heap().replaceAll("[^0-9]", ""))) * BUFFERS_PER_GIGABYTE;
    }

    @Override
    public Optional<String> missing() {
        return Files.exists(SERVER) && Files.exists(CLIENT) && Files.exists(STOCK)
                ? Optional.empty()
                : Optional.of("Debian's package virtuoso-opensource is not installed");
    }

    @Override
    public boolean isLoaded() {
        return Files.exists(store().resolve("loaded"));
    }

    /** A shell starts the server, loads through its client, and ends the server. */
    @Override
    public List<ProcessBuilder> loading() throws IOException {
        Files.createDirectories(store());
        configure(SQL_PORT + 1);
        String script = String.join(
                "\n",
                "set -e",
                SERVER + " +configfile virtuoso.ini +wait",
                "sql() { " + CLIENT + " " + SQL_PORT + " dba dba exec=\"$1\" >>load.log 2>&1; }",
                "sql \"ld_dir('" + place.quads().getParent() + "', 'data.nq', '" + DEFAULT_GRAPH + "');\"",
                "sql 'rdf_loader_run();'",
                "sql 'checkpoint;'",
                "sql \"select ll_error from DB.DBA.load_list where ll_error is not null;\"",
                "sql 'shutdown;' || true",
                "while [ -e virtuoso.lck ]; do sleep 0.1; done",
                "touch loaded");
        return List.of(new ProcessBuilder("bash", "-c", script).directory(store().toFile()));
    }

    @Override
    public Path store() {
        return place.store("virtuoso");
    }

    @Override
    public ProcessBuilder serving(int port) throws IOException {
        configure(port);
        File folder = store().toFile();
        return new ProcessBuilder(SERVER.toString(), "+foreground", "+configfile", "virtuoso.ini").directory(folder);
    }

    /** Without them, patterns outside of GRAPH would match every graph; and with the first alone, those inside none. */
    @Override
    public String parameters() {
        StringBuilder dataset = new StringBuilder("&default-graph-uri=" + encoded(DEFAULT_GRAPH));
        for (GraphName graph : GraphName.values()) {
            dataset.append("&named-graph-uri=").append(encoded(graph.node().getURI()));
        }
        return dataset.toString();
    }

    private static String encoded(String iri) {
        return URLEncoder.encode(iri, StandardCharsets.UTF_8);
    }

    private void configure(int port) throws IOException {
        StringBuilder ini = new StringBuilder();
        String section = "";
        for (String line : Files.readAllLines(STOCK, StandardCharsets.UTF_8)) {
            if (line.startsWith("[")) {
                section = line.replaceAll("[\\[\\]]", "").strip().toLowerCase(Locale.ROOT);
            }
            String key = line.replaceFirst("[\\s=].*$", "");
            String value = value(section, key, port);
            String kept = line.replace("/var/lib/virtuoso-opensource-7/db/", "");
            ini.append(value == null ? kept : key + " = " + value).append('\n');
        }
        Files.writeString(store().resolve("virtuoso.ini"), ini, StandardCharsets.UTF_8);
    }

    /** What is set otherwise than in the package; null for the rest. */
    private String value(String section, String key, int port) {
        return switch (section + "/" + key) {
            case "parameters/ServerPort" -> "127.0.0.1:" + SQL_PORT;
            case "parameters/DirsAllowed" -> "., " + place.quads().getParent();
            case "parameters/NumberOfBuffers" -> Integer.toString(buffers());
            case "parameters/MaxDirtyBuffers" -> Integer.toString(buffers() * 3 / 4);
            case "httpserver/ServerPort" -> "127.0.0.1:" + port;
            case "sparql/ResultSetMaxRows" -> "100000000";
            case "sparql/MaxQueryCostEstimationTime", "sparql/MaxQueryExecutionTime" -> "600";
            default -> null;
        };
    }
}
