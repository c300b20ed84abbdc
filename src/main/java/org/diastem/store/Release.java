// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.diastem.engine.IdExecutor;
import org.diastem.index.Index;
import org.diastem.index.IndexBuilder;
import org.diastem.index.IndexDataset;
import org.diastem.model.Sha256;
import org.diastem.problem.EnvironmentException;
import org.diastem.rdf.ReleaseData;
import org.diastem.text.TextSearch;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/** A release on disk: a folder that never changes once it has its name. */
public final class Release {
    static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final Manifest manifest;

    Release(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * The release in a folder; only its manifest is read.
     *
     * @throws EnvironmentException if there is none
     */
    public static Release open(Path folder) {
        Path file = folder.resolve(MANIFEST);
        try {
            return new Release(folder, Manifest.parse(Files.readString(file, StandardCharsets.UTF_8), file.toString()));
        } catch (IOException e) {
            throw new EnvironmentException("There is no release in " + folder + ": " + MANIFEST + " is missing.", e);
        }
    }

    /** The release in a folder, if there is one and every file is the one that its manifest describes. */
    static Optional<Release> openIntact(Path folder, Function<Path, String> hash) {
        try {
            return Optional.of(open(folder)).filter(release -> release.damage(hash).isEmpty());
        } catch (EnvironmentException notReadable) {
            return Optional.empty();
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public String name() {
        return manifest.name();
    }

    public Path folder() {
        return folder;
    }

    /** The Turtle file of a graph. */
    public Path file(GraphName graph) {
        return file(folder, graph);
    }

    /** The file of the index. */
    public Path indexFile() {
        return indexFile(folder);
    }

    static Path indexFile(Path folder) {
        return folder.resolve("index");
    }

    static Path file(Path folder, GraphName graph) {
        return folder.resolve("graphs").resolve(graph.key() + ".ttl");
    }

    /** Whether every file is the one that the manifest describes. */
    public boolean isIntact() {
        return damage().isEmpty();
    }

    /** @throws EnvironmentException that names a file which is not the one that the manifest describes, if there is one */
    void requireIntact() {
        damage().stream().findFirst().ifPresent(found -> {
            throw damaged(folder.relativize(found.file()).toString(), "it " + found.how());
        });
    }

    /** What is wrong with a file of a release. */
    public record Damage(Path file, String how) {}

    /** Hashes every file and compares it with the manifest; files that it does not know are damage, too. */
    public List<Damage> damage() {
        return damage(Sha256::of);
    }

    private List<Damage> damage(Function<Path, String> hash) {
        SortedMap<Path, String> expected = expected();
        List<Damage> found = new ArrayList<>();
        expected.forEach((file, described) -> {
            if (!Files.isRegularFile(file)) {
                found.add(new Damage(file, "is missing"));
            } else if (!hash.apply(file).equals(described)) {
                found.add(new Damage(file, "is not the one that was built"));
            }
        });
        for (GraphName graph : GraphName.values()) {
            if (!manifest.graphs().containsKey(graph.key())) {
                found.add(new Damage(file(graph), "is not in the manifest"));
            }
        }
        files().filter(file -> !expected.containsKey(file) && !file.equals(folder.resolve(MANIFEST)))
                .forEach(file -> found.add(new Damage(file, "does not belong to the release")));
        return found;
    }

    /** How many files there are beside the manifest. */
    public int fileCount() {
        return expected().size();
    }

    private SortedMap<Path, String> expected() {
        SortedMap<Path, String> hashes = new TreeMap<>();
        for (GraphName graph : GraphName.values()) {
            Manifest.GraphFile described = manifest.graphs().get(graph.key());
            if (described != null) {
                hashes.put(file(graph), described.sha256());
            }
        }
        hashes.put(indexFile(), manifest.index().sha256());
        manifest.documents().forEach((path, document) -> hashes.put(folder.resolve(path), document.sha256()));
        return hashes;
    }

    private Stream<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new EnvironmentException("The folder " + folder + " cannot be read.", e);
        }
    }

    /**
     * The bytes of a file that is no graph, after they were verified.
     *
     * @param path as the manifest has it
     * @throws EnvironmentException if the release has no such file, or it is not the one that the manifest describes
     */
    public byte[] document(String path) {
        Manifest.Document described = manifest.documents().get(path);
        if (described == null) {
            throw damaged(path, "the manifest does not list it");
        }
        byte[] bytes = bytes(path, folder.resolve(path));
        if (!Sha256.of(bytes).equals(described.sha256())) {
            throw damaged(path, "its hash differs from the manifest's");
        }
        return bytes;
    }

    /**
     * Opens the index. Its directory is verified against the manifest, everything else when it is first touched.
     *
     * @return a dataset that does not change, with text search
     * @throws EnvironmentException if the index is missing or is not the one that the manifest describes
     */
    public IndexDataset load() {
        Index index = Index.open(indexFile());
        if (!index.fingerprint().equals(manifest.index().directory())) {
            throw damaged("the index", "its directory differs from the manifest's");
        }
        IndexDataset dataset = new IndexDataset(index, Namespaces.all());
        IdExecutor.enable(dataset);
        TextSearch.enable(dataset);
        return dataset;
    }

    /** Sends the quads of all graphs to a stream, after their files were verified. */
    public void readAll(StreamRDF stream) {
        stream.start();
        for (GraphName graph : GraphName.values()) {
            read(graph, stream);
        }
        stream.finish();
    }

    /** Makes the index of the graphs' files, which are verified, and opens it. */
    Index writeIndex() {
        try (IndexBuilder builder = new IndexBuilder(indexFile(), name -> !name.equals(ReleaseData.HYPOTHESES))) {
            readAll(new StreamRDFBase() {
                @Override
                public void quad(Quad quad) {
                    builder.add(quad);
                }
            });
            builder.finish();
        }
        Index index = Index.open(indexFile());
        for (GraphName graph : GraphName.values()) {
            long described = Objects.requireNonNull(manifest.graphs().get(graph.key())).triples();
            long found = index.named(index.terms().id(graph.node()))
                    .map(view -> view.counts().triples())
                    .orElse(0L);
            if (found != described) {
                throw damaged(graph, found + " triples in place of " + described);
            }
        }
        return index;
    }

    /**
     * The Turtle of a graph, after it was verified.
     *
     * @throws EnvironmentException if its file is missing or is not the one that the manifest describes
     */
    public byte[] turtle(GraphName graph) {
        Manifest.GraphFile described = manifest.graphs().get(graph.key());
        if (described == null) {
            throw damaged(graph, "the manifest does not list it");
        }
        byte[] bytes = bytes(shown(graph), file(graph));
        if (!Sha256.of(bytes).equals(described.sha256())) {
            throw damaged(graph, "its hash differs from the manifest's");
        }
        return bytes;
    }

    /** Sends the quads of one graph to a stream, after its file was verified. */
    public void read(GraphName graph, StreamRDF stream) {
        byte[] bytes = turtle(graph);
        QuadsOfFile quads = new QuadsOfFile(stream, graph);
        try {
            RDFParser.create()
                    .source(new ByteArrayInputStream(bytes))
                    .lang(Lang.TURTLE)
                    // The same labels in every server, so that what is sorted by them is the same, too.
                    .labelToNode(LabelToNode.createScopeByDocumentHash(
                            UUID.nameUUIDFromBytes(graph.key().getBytes(StandardCharsets.UTF_8))))
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(quads);
        } catch (RiotException e) {
            throw damaged(graph, e.getMessage());
        }
    }

    private byte[] bytes(String what, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw damaged(what, "its file cannot be read");
        }
    }

    private EnvironmentException damaged(GraphName graph, String how) {
        return damaged(shown(graph), how);
    }

    private static String shown(GraphName graph) {
        return "graph " + graph.key();
    }

    private EnvironmentException damaged(String what, String how) {
        return new EnvironmentException("The release " + name() + " is damaged: " + what + ", " + how
                + ". Delete the folder " + folder + " and build again.");
    }

    /** Triples of a file become quads of its graph; the file's prefixes are not passed on. */
    private static final class QuadsOfFile extends StreamRDFWrapper {
        private final GraphName graph;

        QuadsOfFile(StreamRDF stream, GraphName graph) {
            super(stream);
            this.graph = graph;
        }

        @Override
        public void start() {
            // One stream takes the triples of several files: its owner starts and finishes it.
        }

        @Override
        public void finish() {
            // As for start.
        }

        @Override
        public void prefix(String prefix, String iri) {
            // The dataset has the project's prefixes already.
        }

        @Override
        public void triple(Triple triple) {
            super.quad(Quad.create(graph.node(), triple));
        }
    }
}
