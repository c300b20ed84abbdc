// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.diastem.problem.EnvironmentException;
import org.junit.jupiter.api.Test;

/** What an index holds is what it was made of, and damage is never taken for data. */
class IndexTest {
    private static final Node ABSENT = NodeFactory.createURI("http://example.org/absent");

    private Path folder;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("index");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private byte[] built(Collection<Quad> quads, int lotSize) throws IOException {
        return Files.readAllBytes(file(quads, lotSize));
    }

    private Path file(Collection<Quad> quads, int lotSize) throws IOException {
        Path file = folder.resolve("index");
        Files.deleteIfExists(file);
        try (IndexBuilder builder = new IndexBuilder(file, IndexTest::isAlsoInDefault, lotSize)) {
            quads.forEach(builder::add);
            builder.finish();
        }
        assertTrue(Files.notExists(folder.resolve("index.lots")));
        return file;
    }

    private static boolean isAlsoInDefault(Node graph) {
        return graph.isURI() && graph.getURI().endsWith("/1");
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void the_same_quads_give_the_same_bytes_in_any_order_and_any_lots(@ForAll long seed) throws IOException {
        List<Quad> quads = new RandomQuads(seed).of(60);
        byte[] atOnce = built(quads, IndexBuilder.USUAL_LOT);
        Random random = new Random(seed);
        for (int lot : new int[] {1, 7, 20}) {
            List<Quad> shuffled = new ArrayList<>(quads);
            Collections.shuffle(shuffled, random);
            assertArrayEquals(atOnce, built(shuffled, lot), () -> "seed " + seed + ", lots of " + lot);
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void every_pattern_finds_what_it_finds_in_jenas_dataset(@ForAll long seed) throws IOException {
        List<Quad> quads = new RandomQuads(seed).of(60);
        DatasetGraph expected = DatasetGraphFactory.create();
        for (Quad quad : quads) {
            expected.add(quad);
            if (!quad.isDefaultGraph() && isAlsoInDefault(quad.getGraph())) {
                expected.add(Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
            }
        }
        Index index = Index.open(file(quads, 16));
        index.verify();
        IndexDataset dataset = new IndexDataset(index, Map.of());
        assertEquals(Iter.toSet(expected.listGraphNodes()), Iter.toSet(dataset.listGraphNodes()));
        Terms terms = index.terms();
        compare(seed, expected.getDefaultGraph(), dataset.getDefaultGraph(), terms, quads);
        compare(seed, expected.getUnionGraph(), dataset.getUnionGraph(), terms, quads);
        expected.listGraphNodes().forEachRemaining(
                name -> compare(seed, expected.getGraph(name), dataset.getGraph(name), terms, quads));
        assertTrue(dataset.getGraph(ABSENT).isEmpty());
        assertEquals(Iter.toSet(expected.find()), Iter.toSet(dataset.find()));
    }

    private static void compare(long seed, Graph expected, Graph graph, Terms terms, List<Quad> quads) {
        Random random = new Random(seed);
        List<Quad> asked = new ArrayList<>(quads);
        Collections.shuffle(asked, random);
        asked.subList(Math.min(asked.size(), 12), asked.size()).clear();
        asked.add(Quad.create(Quad.defaultGraphIRI, ABSENT, ABSENT, ABSENT));
        for (Quad quad : asked) {
            Triple triple = quad.asTriple();
            // Terms of another triple, so that patterns without an answer are asked, too.
            Triple other = asked.get(random.nextInt(asked.size())).asTriple();
            for (int pattern = 0; pattern < 8; pattern++) {
                Node subject = (pattern & 1) == 0 ? Node.ANY : triple.getSubject();
                Node predicate = (pattern & 2) == 0 ? Node.ANY : triple.getPredicate();
                Node end = random.nextBoolean() ? triple.getObject() : other.getObject();
                Node object = (pattern & 4) == 0 ? Node.ANY : end;
                Triple wanted = Triple.create(subject, predicate, object);
                List<Triple> found = graph.find(wanted).toList();
                Set<Triple> different = new HashSet<>(found);
                assertEquals(expected.find(wanted).toSet(), different, () -> "seed " + seed + ": " + wanted);
                assertEquals(different.size(), found.size(), () -> "seed " + seed + " twice: " + wanted);
                assertEquals(!found.isEmpty(), graph.contains(wanted));
            }
        }
        assertEquals(expected.size(), graph.size());
        counted(((IndexGraph) graph).view(), terms, graph);
    }

    /** The counts of a graph against its triples, one by one. */
    private static void counted(GraphView view, Terms terms, Graph graph) {
        List<Triple> all = graph.find().toList();
        GraphCounts counts = view.counts();
        assertEquals(all.size(), counts.triples());
        assertTrue(counts.subjects() >= all.stream().map(Triple::getSubject).distinct().count());
        assertTrue(counts.objects() >= all.stream().map(Triple::getObject).distinct().count());
        if (view.parts().size() < 2) {
            assertEquals(all.stream().map(Triple::getSubject).distinct().count(), counts.subjects());
            assertEquals(all.stream().map(Triple::getObject).distinct().count(), counts.objects());
        }
        Map<Node, List<Triple>> byPredicate = new HashMap<>();
        all.forEach(each -> byPredicate.computeIfAbsent(each.getPredicate(), key -> new ArrayList<>()).add(each));
        assertEquals(byPredicate.size(), counts.predicates());
        Set<Node> predicates = new HashSet<>();
        for (int number = 0; number < view.predicateNumbers(); number++) {
            int id = view.predicateId(number);
            Node predicate = terms.node(id);
            predicates.add(predicate);
            List<Triple> its = byPredicate.getOrDefault(predicate, List.of());
            assertEquals(number, view.predicateNumber(id));
            assertEquals(its.size(), counts.triples(number));
            long subjects = its.stream().map(Triple::getSubject).distinct().count();
            long objects = its.stream().map(Triple::getObject).distinct().count();
            assertTrue(counts.subjects(number) >= subjects && counts.objects(number) >= objects);
            if (view.parts().size() < 2) {
                assertEquals(subjects, counts.subjects(number));
                assertEquals(objects, counts.objects(number));
            }
        }
        assertTrue(predicates.containsAll(byPredicate.keySet()));
    }

    @Test
    void a_language_written_in_two_ways_is_one_language() throws IOException {
        makeFolder();
        Node subject = NodeFactory.createURI("http://example.org/s");
        Node lower = NodeFactory.createLiteralLang("x", "en-gb");
        Node upper = NodeFactory.createLiteralLang("x", "EN-GB");
        List<Quad> quads = List.of(
                Quad.create(Quad.defaultGraphIRI, subject, subject, lower),
                Quad.create(Quad.defaultGraphIRI, subject, subject, upper));
        Index index = Index.open(file(quads, 1));
        assertEquals(2, index.terms().count());
        assertTrue(index.terms().id(lower) > 0);
        assertEquals(index.terms().id(lower), index.terms().id(upper));
        assertEquals(1, index.defaultGraph().counts().triples());
        removeFolder();
    }

    @Test
    void every_byte_that_is_another_is_noticed() throws IOException {
        makeFolder();
        List<Quad> quads = new RandomQuads(7).of(40).stream()
                // Long texts would only make it slow.
                .filter(quad -> quad.getObject().toString().length() < 1_000)
                .toList();
        assertTrue(quads.size() > 10);
        byte[] whole = built(quads, 8);
        // All columns are in one block, so that any of them tells of damage to another.
        long columns = Layout.read(folder.resolve("index")).columns.values().stream()
                .mapToLong(Layout.Column::start)
                .max()
                .orElseThrow();
        assertTrue(columns < MappedFile.BLOCK);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Path file = written(damaged);
            int place = at;
            assertThrows(EnvironmentException.class, () -> Index.open(file).verify(), () -> "byte " + place);
            if (at < columns) {
                IndexDataset opened = new IndexDataset(Index.open(file), Map.of());
                assertThrows(EnvironmentException.class, () -> Iter.count(opened.find()), () -> "byte " + place);
            }
        }
        removeFolder();
    }

    @Test
    void a_file_that_was_cut_is_not_opened() throws IOException {
        makeFolder();
        byte[] whole = built(new RandomQuads(11).of(10), 8);
        for (int length = 0; length < Math.min(whole.length, 4_000); length++) {
            Path file = written(Arrays.copyOf(whole, length));
            assertThrows(EnvironmentException.class, () -> Index.open(file));
            Path end = written(Arrays.copyOfRange(whole, whole.length - length, whole.length));
            assertThrows(EnvironmentException.class, () -> Index.open(end));
        }
        removeFolder();
    }

    /** A new file each time, as an earlier one may still be mapped. */
    private Path written(byte[] bytes) throws IOException {
        Path file = folder.resolve("index");
        Files.deleteIfExists(file);
        return Files.write(file, bytes);
    }
}
