// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.model.Sha256;
import org.diastem.problem.EnvironmentException;
import org.diastem.vocab.GraphName;

/**
 * The build folder: releases, and the file {@code current} that names the one to serve. Several processes may read
 * while one writes: a release enters under its name in one step, and so does its name into {@code current}. Publishers
 * wait for each other; readers wait for nobody.
 */
public final class ReleaseStore {
    /** So that no damaged pointer leads out of the folder. */
    private static final Pattern NAME = Pattern.compile("[0-9][0-9A-Za-z+-]*(?:\\.[0-9A-Za-z+-]+)*");

    private static final String UNFINISHED = ".building-";
    /** Threads of this process publish one after the other; other processes are kept apart by a file lock. */
    private static final Object PUBLISHERS = new Object();

    private final Path folder;

    public ReleaseStore(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    /** The name of the release to serve, if there is one; a pointer that was damaged names none. */
    public Optional<String> currentName() {
        Path pointer = pointer();
        try {
            return Files.exists(pointer)
                    ? Optional.of(new String(Files.readAllBytes(pointer), StandardCharsets.UTF_8).strip())
                            .filter(name -> NAME.matcher(name).matches())
                    : Optional.empty();
        } catch (IOException e) {
            throw new EnvironmentException("The file " + pointer + " cannot be read.", e);
        }
    }

    /** The release to serve, if there is one; its files are not verified yet. */
    public Optional<Release> current() {
        return currentName().map(name -> Release.open(releases().resolve(name)));
    }

    /** The hashes of files as they were when this folder was last used. */
    public KnownHashes knownHashes() {
        return new KnownHashes(folder.resolve(".hashes"), Clock.systemUTC());
    }

    /**
     * The current release if it was made of exactly these sources by this program, and is intact.
     *
     * @param hash gives the SHA-256 of a file
     */
    public Optional<Release> upToDate(String software, SortedMap<String, String> inputs, Function<Path, String> hash) {
        return currentName()
                .flatMap(name -> Release.openIntact(releases().resolve(name), hash))
                .filter(release -> release.manifest().isMadeOf(software, inputs));
    }

    /**
     * Writes a release, verifies it by reading it back, moves it into place and makes it the current one. If anything
     * fails, the current release stays as it was.
     *
     * @param documents the bytes of each further file by its path in the release
     * @param described the manifest without graphs and documents, which are measured here
     */
    public Release publish(DatasetGraph data, SortedMap<String, byte[]> documents, Manifest described) {
        synchronized (PUBLISHERS) {
            try {
                Files.createDirectories(releases());
                try (FileChannel lock = FileChannel.open(
                        folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock.lock();
                    return publishAlone(data, documents, described);
                }
            } catch (IOException e) {
                throw new EnvironmentException(
                        "The release could not be written to " + folder + " (" + reason(e)
                                + "). The last one is untouched.",
                        e);
            }
        }
    }

    private Release publishAlone(DatasetGraph data, SortedMap<String, byte[]> documents, Manifest described)
            throws IOException {
        removeUnfinished();
        Path aside = Files.createDirectory(releases().resolve(UNFINISHED + ProcessHandle.current().pid()));
        try {
            Manifest manifest = write(data, documents, described, aside);
            Release.open(aside).load().index().verify();
            Release release = moveIn(aside, manifest);
            point(manifest.name());
            return release;
        } finally {
            delete(aside);
        }
    }

    private static Manifest write(
            DatasetGraph data, SortedMap<String, byte[]> documents, Manifest described, Path aside)
            throws IOException {
        SortedMap<String, Manifest.GraphFile> graphs = new TreeMap<>();
        for (GraphName name : GraphName.values()) {
            Graph graph = data.getGraph(name.node());
            byte[] turtle = SortedTurtle.of(graph).getBytes(StandardCharsets.UTF_8);
            write(Release.file(aside, name), turtle);
            graphs.put(name.key(), new Manifest.GraphFile(graph.size(), Sha256.of(turtle)));
        }
        SortedMap<String, Manifest.Document> measured = new TreeMap<>();
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            byte[] bytes = document.getValue();
            write(aside.resolve(document.getKey()), bytes);
            measured.put(document.getKey(), new Manifest.Document(bytes.length, Sha256.of(bytes)));
        }
        Manifest withoutIndex = manifest(described, graphs, measured, Manifest.IndexFile.NONE);
        Path index = Release.indexFile(aside);
        String directory = new Release(aside, withoutIndex).writeIndex().fingerprint();
        Manifest manifest = manifest(
                described,
                graphs,
                measured,
                new Manifest.IndexFile(Files.size(index), Sha256.of(index), directory));
        Files.writeString(aside.resolve(Release.MANIFEST), manifest.toJson(), StandardCharsets.UTF_8);
        return manifest;
    }

    private static Manifest manifest(
            Manifest described,
            SortedMap<String, Manifest.GraphFile> graphs,
            SortedMap<String, Manifest.Document> documents,
            Manifest.IndexFile index) {
        return new Manifest(
                described.version(),
                described.software(),
                described.inputs(),
                graphs,
                documents,
                index,
                described.counts());
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Release moveIn(Path aside, Manifest manifest) throws IOException {
        Path place = releases().resolve(manifest.name());
        // Another process may have built the same sources; or this release was damaged since it was built.
        Optional<Release> there = Release.openIntact(place, Sha256::of);
        if (there.isPresent()) {
            return there.get();
        }
        delete(place);
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        return Release.open(place);
    }

    private void point(String name) throws IOException {
        List<String> kept = List.of(name, currentName().orElse(name));
        AtomicFile.write(pointer(), name + "\n");
        for (Path release : list()) {
            String found = release.getFileName().toString();
            if (!kept.contains(found)) {
                delete(release);
            }
        }
    }

    /** Removes what a process left behind that ended before it was done: nobody else publishes now. */
    private void removeUnfinished() throws IOException {
        for (Path found : list()) {
            if (found.getFileName().toString().startsWith(UNFINISHED)) {
                delete(found);
            }
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> found = Files.list(releases())) {
            return found.sorted().toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> found = Files.walk(tree)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : e.getClass().getSimpleName().replace("Exception", "");
    }

    private Path pointer() {
        return folder.resolve("current");
    }

    private Path releases() {
        return folder.resolve("releases");
    }
}
