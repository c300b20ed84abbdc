// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.diastem.problem.EnvironmentException;

/**
 * Makes an index of quads that come in any order and any number. They are sorted in lots that fit the heap, the lots are
 * merged from files beside the one that is made; of the whole, the heap holds four bytes for each term. The same quads
 * give the same bytes, whatever their order and the size of the lots. For one thread.
 */
public final class IndexBuilder implements AutoCloseable {
    /** Quads of a lot: its terms are on the heap while it is filled. */
    public static final int USUAL_LOT = 1 << 20;

    /** Bytes of all terms of a lot, about. */
    private static final long MOST_KEY_BYTES = 96L * 1024 * 1024;

    private final Path file;
    private final Path workFolder;
    private final Predicate<Node> alsoInDefault;
    private final int lotSize;
    private final List<Lot> lots = new ArrayList<>();
    /** Language tags as they are written, by their key; of several spellings the first in the alphabet. */
    private final SortedMap<String, String> tags = new TreeMap<>();

    /** The names of the graphs, and whether the default graph holds their triples, too. */
    private final Map<TermKey, Boolean> names = new HashMap<>();

    private Map<Node, Integer> numbers = new HashMap<>();
    private List<TermKey> keys = new ArrayList<>();
    private long keyBytes;
    private Set<Integer> predicates = new HashSet<>();
    private Set<Integer> graphs = new HashSet<>();
    private int[] quads;
    private int filled;

    /**
     * @param file to be made; must not exist
     * @param alsoInDefault of which named graphs the default graph holds the triples, too
     */
    public IndexBuilder(Path file, Predicate<Node> alsoInDefault) {
        this(file, alsoInDefault, USUAL_LOT);
    }

    /** @param lotSize quads that are sorted at once */
    IndexBuilder(Path file, Predicate<Node> alsoInDefault, int lotSize) {
        if (lotSize < 1 || lotSize > USUAL_LOT) {
            throw new IllegalArgumentException("a lot has 1 to " + USUAL_LOT + " quads");
        }
        this.file = file;
        this.workFolder = file.resolveSibling(file.getFileName() + ".lots");
        this.alsoInDefault = alsoInDefault;
        this.lotSize = lotSize;
        this.quads = new int[4 * Math.min(lotSize, 1 << 12)];
    }

    /**
     * Takes a quad; the same one may come any number of times.
     *
     * @throws IllegalArgumentException if a part of it is no RDF term, or holds half a surrogate pair
     * @throws EnvironmentException if there is no room for it
     */
    public void add(Quad quad) {
        if (filled == lotSize || keyBytes > MOST_KEY_BYTES || !hasBits()) {
            endLot();
        }
        int at = 4 * filled;
        if (at == quads.length) {
            quads = Arrays.copyOf(quads, Math.min(2 * quads.length, 4 * lotSize));
        }
        quads[at] = graph(quad);
        quads[at + 1] = number(quad.getSubject());
        quads[at + 2] = number(quad.getPredicate());
        quads[at + 3] = number(quad.getObject());
        predicates.add(quads[at + 2]);
        filled++;
    }

    /** Whether one more quad fits, all of whose parts may be new. */
    private boolean hasBits() {
        return Lot.fits(keys.size() + 4, predicates.size() + 1, graphs.size() + 1);
    }

    /** 0 for the default graph, else the number of its name and 1. */
    private int graph(Quad quad) {
        if (quad.isDefaultGraph()) {
            return 0;
        }
        int number = number(quad.getGraph());
        if (graphs.add(number + 1)) {
            names.put(keys.get(number), alsoInDefault.test(quad.getGraph()));
        }
        return number + 1;
    }

    private int number(Node node) {
        Integer known = numbers.get(node);
        if (known != null) {
            return known;
        }
        TermKey key = TermKey.of(node).orElseThrow(
                () -> new IllegalArgumentException("no dictionary can hold this: " + node));
        if (key.kind() == TermKey.TEXT) {
            tags.merge(key.qualifier(), TermKey.tag(node), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        int number = keys.size();
        keys.add(key);
        keyBytes += key.text().length;
        numbers.put(node, number);
        return number;
    }

    private void endLot() {
        if (filled == 0) {
            return;
        }
        try {
            Files.createDirectories(workFolder);
            lots.add(Lot.write(workFolder.resolve(Integer.toString(lots.size())), keys, quads, filled));
        } catch (IOException e) {
            throw notWritten(e);
        }
        numbers = new HashMap<>();
        keys = new ArrayList<>();
        predicates = new HashSet<>();
        graphs = new HashSet<>();
        keyBytes = 0;
        filled = 0;
    }

    /**
     * Merges what was taken and writes the file.
     *
     * @throws EnvironmentException if it cannot be written; then there is no file
     */
    public void finish() {
        endLot();
        quads = new int[0];
        boolean whole = false;
        Layout layout = new Layout();
        try {
            long length;
            try (ColumnWriter columns = new ColumnWriter(file, layout)) {
                TermMerge terms = new TermMerge(lots, tags, names.keySet());
                terms.write(columns, layout);
                Files.createDirectories(workFolder);
                new TripleMerge(lots, inDefault(terms), workFolder).write(columns, layout);
                length = columns.finish();
            }
            layout.append(file, length);
            whole = true;
        } catch (IOException e) {
            throw notWritten(e);
        } finally {
            if (!whole) {
                file.toFile().delete();
            }
            close();
        }
    }

    /** By the ids of the graphs' names, whether the default graph holds their triples. */
    private SortedMap<Integer, Boolean> inDefault(TermMerge terms) {
        SortedMap<Integer, Boolean> inDefault = new TreeMap<>();
        terms.watchedIds().forEach((key, id) -> inDefault.put(id, names.get(key)));
        return inDefault;
    }

    private EnvironmentException notWritten(IOException cause) {
        return new EnvironmentException("The index " + file + " cannot be written.", cause);
    }

    /** Removes what is beside the file. */
    @Override
    public void close() {
        if (!Files.exists(workFolder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(workFolder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new EnvironmentException("The folder " + workFolder + " cannot be removed.", e);
        }
    }
}
