// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Quads that were sorted at once, in two files: the terms in their order, and the quads, whose terms have the numbers of
 * that order, so that quads sorted by these numbers are sorted by the final ones, too. A quad is one number: subject,
 * predicate, object and graph, from the highest bits to the lowest.
 */
final class Lot {
    /** Bits of a quad. */
    static final int BITS = 63;

    private static final int BUFFER = 1 << 16;

    private final Path terms;
    private final Path quads;
    private final int quadCount;
    private final int termBits;
    /** The numbers of the predicates that occur, rising. */
    private final int[] predicates;

    private final int predicateBits;
    /** The numbers of the graphs that occur, rising; 0 is the default graph, others are terms' numbers and 1. */
    private final int[] graphs;

    private final int graphBits;
    /** The final ids of the terms, by their numbers here; known when the terms of all lots are merged. */
    private final int[] ids;

    private Lot(Path stem, int quadCount, int termCount, int[] predicates, int[] graphs) {
        this.terms = stem.resolveSibling(stem.getFileName() + ".terms");
        this.quads = stem.resolveSibling(stem.getFileName() + ".quads");
        this.quadCount = quadCount;
        this.termBits = Packed.width(termCount);
        this.predicates = predicates;
        this.predicateBits = Packed.width(predicates.length);
        this.graphs = graphs;
        this.graphBits = Packed.width(graphs.length);
        this.ids = new int[termCount];
    }

    /** Whether the quads of a lot with so many different parts are numbers of {@link #BITS} bits. */
    static boolean fits(int termCount, int predicateCount, int graphCount) {
        return 2 * Packed.width(termCount) + Packed.width(predicateCount) + Packed.width(graphCount) <= BITS;
    }

    /**
     * Sorts and writes a lot.
     *
     * @param stem of the names of the two files
     * @param keys of the terms, by the numbers that the quads have
     * @param raw graph (0, or its number and 1), subject, predicate, object of each quad; is overwritten
     */
    static Lot write(Path stem, List<TermKey> keys, int[] raw, int count) throws IOException {
        Integer[] sorted = new Integer[keys.size()];
        Arrays.setAll(sorted, i -> i);
        Arrays.parallelSort(sorted, Comparator.comparing(keys::get));
        int[] rank = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            rank[sorted[i]] = i;
        }
        BitSet graphs = new BitSet();
        BitSet predicates = new BitSet();
        for (int i = 0; i < 4 * count; i += 4) {
            raw[i] = raw[i] == 0 ? 0 : rank[raw[i] - 1] + 1;
            raw[i + 1] = rank[raw[i + 1]];
            raw[i + 2] = rank[raw[i + 2]];
            raw[i + 3] = rank[raw[i + 3]];
            graphs.set(raw[i]);
            predicates.set(raw[i + 2]);
        }
        Lot lot = new Lot(stem, count, sorted.length, predicates.stream().toArray(), graphs.stream().toArray());
        lot.writeTerms(keys, sorted);
        lot.writeQuads(raw, count);
        return lot;
    }

    private void writeTerms(List<TermKey> keys, Integer[] sorted) throws IOException {
        try (DataOutputStream out = output(terms)) {
            for (Integer number : sorted) {
                TermKey key = keys.get(number);
                out.writeByte(key.kind());
                out.writeUTF(key.qualifier());
                out.writeInt(key.text().length);
                out.write(key.text());
            }
        }
    }

    private void writeQuads(int[] raw, int count) throws IOException {
        long[] packed = new long[count];
        for (int i = 0; i < count; i++) {
            long quad = raw[4 * i + 1];
            quad = quad << predicateBits | Arrays.binarySearch(predicates, raw[4 * i + 2]);
            quad = quad << termBits | raw[4 * i + 3];
            packed[i] = quad << graphBits | Arrays.binarySearch(graphs, raw[4 * i]);
        }
        Arrays.parallelSort(packed);
        try (DataOutputStream out = output(quads)) {
            for (long quad : packed) {
                out.writeLong(quad);
            }
        }
    }

    private static DataOutputStream output(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    private static DataInputStream input(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /** The final ids of its predicates; to be asked when the terms of all lots are merged. */
    int[] predicateIds() {
        return Arrays.stream(predicates).map(number -> ids[number]).toArray();
    }

    /** Goes over the terms in their order. */
    final class TermReader implements LotMerge.Reader<TermReader> {
        private final DataInputStream in = input(terms);
        private int number = -1;
        private TermKey key;

        TermReader() throws IOException {}

        @Override
        public boolean next() throws IOException {
            if (++number == ids.length) {
                return false;
            }
            byte kind = in.readByte();
            String qualifier = in.readUTF();
            byte[] text = new byte[in.readInt()];
            in.readFully(text);
            key = new TermKey(kind, qualifier, text);
            return true;
        }

        TermKey key() {
            return key;
        }

        void setId(int id) {
            ids[number] = id;
        }

        @Override
        public int compareTo(TermReader other) {
            return key.compareTo(other.key);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** Goes over the quads in the order of subject, predicate, object and graph, all by their final ids. */
    final class QuadReader implements LotMerge.Reader<QuadReader> {
        private final DataInputStream in = input(quads);
        private int left = quadCount;
        private int subject;
        private int predicate;
        private int object;
        private int graph;

        QuadReader() throws IOException {}

        @Override
        public boolean next() throws IOException {
            if (left-- == 0) {
                return false;
            }
            long quad = in.readLong();
            int graphNumber = graphs[(int) (quad & (1L << graphBits) - 1)];
            graph = graphNumber == 0 ? 0 : ids[graphNumber - 1];
            quad >>>= graphBits;
            object = ids[(int) (quad & (1L << termBits) - 1)];
            quad >>>= termBits;
            predicate = ids[predicates[(int) (quad & (1L << predicateBits) - 1)]];
            subject = ids[(int) (quad >>> predicateBits)];
            return true;
        }

        int subject() {
            return subject;
        }

        int predicate() {
            return predicate;
        }

        int object() {
            return object;
        }

        int graph() {
            return graph;
        }

        @Override
        public int compareTo(QuadReader other) {
            int order = Integer.compare(subject, other.subject);
            order = order == 0 ? Integer.compare(predicate, other.predicate) : order;
            return order == 0 ? Integer.compare(object, other.object) : order;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
