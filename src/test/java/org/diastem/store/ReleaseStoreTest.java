// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.problem.EnvironmentException;
import org.diastem.rdf.ReleaseData;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseStoreTest {
    private static final String DOCUMENT = "ontology/made-up.txt";
    private static final SortedMap<String, byte[]> DOCUMENTS =
            new TreeMap<>(Map.of(DOCUMENT, "made up".getBytes(StandardCharsets.UTF_8)));

    @TempDir
    private Path folder;

    @Test
    void an_empty_folder_has_no_current_release() {
        ReleaseStore store = new ReleaseStore(folder.resolve("not-there"));
        assertEquals(Optional.empty(), store.currentName());
        assertTrue(store.current().isEmpty());
    }

    @Test
    void what_was_published_is_loaded_again() {
        ReleaseStore store = new ReleaseStore(folder);
        Release release = store.publish(data("a"), DOCUMENTS, manifest("1"));
        assertEquals(release.name(), store.currentName().orElseThrow());
        DatasetGraph loaded = store.current().orElseThrow().load();
        assertEquals(1, loaded.getGraph(GraphName.CLAIMS.node()).size());
        assertEquals(1, loaded.getDefaultGraph().size());
    }

    @Test
    void a_changed_and_a_missing_file_are_damage() throws IOException {
        Release release = new ReleaseStore(folder).publish(data("a"), DOCUMENTS, manifest("1"));
        Path file = release.file(GraphName.CLAIMS);
        Files.writeString(file, Files.readString(file) + "\n");
        assertThrows(EnvironmentException.class, () -> release.turtle(GraphName.CLAIMS));
        Files.delete(file);
        assertThrows(EnvironmentException.class, () -> release.turtle(GraphName.CLAIMS));
        assertThrows(EnvironmentException.class, () -> release.read(GraphName.CLAIMS, ReleaseData.filling(data("a"))));
    }

    @Test
    void of_another_index_than_that_of_the_release_nothing_is_read() throws IOException {
        Release release = new ReleaseStore(folder.resolve("one")).publish(data("a"), DOCUMENTS, manifest("1"));
        Release other = new ReleaseStore(folder.resolve("other")).publish(data("b"), DOCUMENTS, manifest("1"));
        Files.copy(other.indexFile(), release.indexFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThrows(EnvironmentException.class, release::load);
        assertEquals(List.of(release.indexFile()), release.damage().stream().map(Release.Damage::file).toList());
    }

    @Test
    void a_document_is_measured_listed_verified_and_given_back() throws IOException {
        Release release = new ReleaseStore(folder).publish(data("a"), DOCUMENTS, manifest("1"));
        assertEquals(7, release.manifest().documents().get(DOCUMENT).bytes());
        assertEquals("made up", new String(release.document(DOCUMENT), StandardCharsets.UTF_8));
        assertThrows(EnvironmentException.class, () -> release.document("ontology/none.txt"));
        Path file = release.folder().resolve(DOCUMENT);
        Files.writeString(file, "changed");
        assertFalse(release.isIntact());
        assertThrows(EnvironmentException.class, () -> release.document(DOCUMENT));
        Files.delete(file);
        assertFalse(release.isIntact());
        assertThrows(EnvironmentException.class, () -> release.document(DOCUMENT));
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        EnvironmentException refusal = assertThrows(
                EnvironmentException.class, () -> new ReleaseStore(file).publish(data("a"), DOCUMENTS, manifest("1")));
        assertTrue(refusal.getMessage().contains("could not be written"));
    }

    @Test
    void several_that_publish_the_same_at_once_leave_one_intact_release() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Release> publish = () -> new ReleaseStore(folder).publish(data("a"), DOCUMENTS, manifest("1"));
            List<Future<Release>> published = threads.invokeAll(List.of(publish, publish, publish, publish));
            for (Future<Release> release : published) {
                assertTrue(release.get().isIntact());
            }
        } finally {
            threads.shutdown();
        }
        try (Stream<Path> releases = Files.list(folder.resolve("releases"))) {
            assertEquals(1, releases.count());
        }
    }

    private static DatasetGraph data(String name) {
        DatasetGraph dataset = ReleaseData.create();
        Triple triple = Triple.create(Dia.term(name), RDFS.label.asNode(), NodeFactory.createLiteralLang(name, "en"));
        ReleaseData.filling(dataset).quad(Quad.create(GraphName.CLAIMS.node(), triple));
        return dataset;
    }

    private static Manifest manifest(String input) {
        return new Manifest(
                "0.1.0", "program", new TreeMap<>(Map.of("input", input)), new TreeMap<>(), new TreeMap<>(),
                Manifest.IndexFile.NONE, new TreeMap<>());
    }
}
