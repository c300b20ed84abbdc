// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.diastem.bench.generate.MadeUpClasses.MadeUpClass;
import org.diastem.build.Progress;
import org.diastem.curation.Terms;
import org.diastem.table.CsvWriter;

/**
 * Writes a project folder that {@code diastem build} takes: the real project with everything in it, and beside it
 * documents, publications, trials and classes that do not exist. The same repository, size and seed give the same
 * bytes.
 */
public final class ProjectGenerator {
    /** The seed of the published figures. */
    public static final long SEED = 20_261_125;

    private static final List<String> MADE = List.of(
            "documents", "sections", "lines", "figures", "tables", "groups", "claims", "tensions", "references",
            "trials", "evidence");

    private final Path repository;
    private final GraphSize size;
    private final long seed;
    private final Progress progress;

    /** @param repository the real project */
    public ProjectGenerator(Path repository, GraphSize size, long seed, Progress progress) {
        this.repository = Objects.requireNonNull(repository);
        this.size = Objects.requireNonNull(size);
        this.seed = seed;
        this.progress = Objects.requireNonNull(progress);
    }

    /**
     * Writes the project into a folder, which must not exist yet.
     *
     * @throws IOException if a file of the real project cannot be read, or one of the new one not written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (String part : List.of("data", "ontology", "rules", "queries", "checks")) {
            copy(repository.resolve(part), folder.resolve(part));
        }
        widen(folder.resolve("data/schema/datatypes.csv"));
        try (Stream<Path> shapes = Files.list(folder.resolve("ontology/shapes"))) {
            for (Path file : shapes.sorted().toList()) {
                widen(file);
            }
        }
        Map<String, SourceTable> real = new LinkedHashMap<>();
        for (String table : MADE) {
            real.put(table, SourceTable.read(repository.resolve("data/" + table + ".csv"), ','));
        }
        Terms terms = terms();
        MadeUpClasses classes = MadeUpClasses.below(uses(real.get("claims"), terms), terms, size.classes());
        progress.say(classes.size() + " classes in " + classes.roots().size() + " trees");
        append(folder.resolve("ontology/diastem.ttl"), classes.english());
        append(folder.resolve("ontology/diastem-zh.ttl"), classes.chinese());
        mappings(folder.resolve("ontology/mappings/diastem.sssom.tsv"), classes);
        documents(folder, real, classes, terms);
    }

    private void documents(Path folder, Map<String, SourceTable> real, MadeUpClasses classes, Terms terms)
            throws IOException {
        Map<String, BufferedWriter> files = new LinkedHashMap<>();
        try {
            for (String table : MADE) {
                Path file = folder.resolve("data/" + table + ".csv");
                files.put(table, Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
            }
            long claims = 0;
            for (int number = 1; number <= size.documents(); number++) {
                MadeUpDocument document = new MadeUpDocument(real, classes, terms, size, number, seed);
                for (Map.Entry<String, List<Map<String, String>>> made : document.rows().entrySet()) {
                    List<String> columns = real.get(made.getKey()).columns();
                    for (Map<String, String> row : made.getValue()) {
                        files.get(made.getKey())
                                .append(CsvWriter.record(columns.stream().map(row::get).toList()))
                                .append('\n');
                    }
                }
                claims += document.rows().get("claims").size();
            }
            progress.say(size.documents() + " documents with " + claims + " claims");
        } finally {
            for (BufferedWriter file : files.values()) {
                file.close();
            }
        }
    }

    /** Every class lies below what its root matches. */
    private void mappings(Path file, MadeUpClasses classes) throws IOException {
        SourceTable real = SourceTable.readTabbed(file);
        Map<String, Map<String, String>> matchOfRoot = new TreeMap<>();
        for (Map<String, String> row : real.rows()) {
            String name = row.get("subject_id").replaceFirst("^dia:", "");
            if (classes.isRoot(name) && row.get("predicate_id").matches("skos:(exact|close|broad)Match")) {
                matchOfRoot.putIfAbsent(name, row);
            }
        }
        List<String> lines = new ArrayList<>();
        matchOfRoot.forEach((root, row) -> {
            for (MadeUpClass made : classes.below(root)) {
                Map<String, String> match = new LinkedHashMap<>(row);
                match.put("subject_id", "dia:" + made.name());
                match.put("subject_label", made.en());
                match.put("predicate_id", "skos:broadMatch");
                match.put("comment", "made up for the bench");
                lines.add(String.join("\t", real.columns().stream().map(match::get).toList()));
            }
        });
        append(file, String.join("\n", lines) + "\n");
    }

    private static Map<String, Integer> uses(SourceTable claims, Terms terms) {
        Map<String, Integer> uses = new TreeMap<>();
        for (Map<String, String> claim : claims.rows()) {
            for (String column : List.of("subject", "object")) {
                if (terms.isConcept(claim.get(column))) {
                    uses.merge(claim.get(column), 1, Integer::sum);
                }
            }
        }
        return uses;
    }

    private Terms terms() {
        Graph ontology = GraphMemFactory.createDefaultGraph();
        RDFDataMgr.read(ontology, repository.resolve("ontology/diastem.ttl").toUri().toString());
        RDFDataMgr.read(ontology, repository.resolve("ontology/diastem-zh.ttl").toUri().toString());
        return Terms.of(ontology);
    }

    private static void widen(Path file) throws IOException {
        Files.writeString(file, WiderIdentifiers.in(Files.readString(file, StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path path : found.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
