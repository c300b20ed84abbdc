// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Merges the quads of all lots: equal triples become one, with the set of their graphs. Those of the default graph make
 * one segment, those of named graphs alone another.
 */
final class TripleMerge {
    private final List<Lot> lots;
    private final Path workFolder;
    /** The names of the graphs, rising. */
    private final int[] graphs;

    private final boolean[] inDefault;
    private final int[] predicates;
    /** The number of each set of graphs; the empty one is 0. */
    private final Map<BitSet, Integer> sets = new HashMap<>();

    private final List<BitSet> setsInOrder = new ArrayList<>();

    /** @param inDefault by the ids of the graphs' names, whether the default graph holds their triples, too */
    TripleMerge(List<Lot> lots, SortedMap<Integer, Boolean> inDefault, Path workFolder) {
        this.lots = lots;
        this.workFolder = workFolder;
        this.graphs = inDefault.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.inDefault = new boolean[graphs.length];
        for (int i = 0; i < graphs.length; i++) {
            this.inDefault[i] = inDefault.get(graphs[i]);
        }
        TreeSet<Integer> found = new TreeSet<>();
        for (Lot lot : lots) {
            Arrays.stream(lot.predicateIds()).forEach(found::add);
        }
        this.predicates = found.stream().mapToInt(Integer::intValue).toArray();
        number(new BitSet());
    }

    private int number(BitSet set) {
        Integer known = sets.get(set);
        if (known != null) {
            return known;
        }
        BitSet kept = (BitSet) set.clone();
        sets.put(kept, setsInOrder.size());
        setsInOrder.add(kept);
        return setsInOrder.size() - 1;
    }

    void write(ColumnWriter columns, Layout layout) throws IOException {
        try (Triples defaults = new Triples(workFolder.resolve(Index.DEFAULT));
                Triples apart = new Triples(workFolder.resolve(Index.APART))) {
            merge(defaults, apart);
            defaults.endWriting();
            apart.endWriting();
            GraphTally tally = new GraphTally(graphs.length, setsInOrder, predicates.length);
            new SegmentWriter(Index.DEFAULT, defaults, predicates.length, setsInOrder.size(), tally)
                    .write(columns, layout);
            new SegmentWriter(Index.APART, apart, predicates.length, setsInOrder.size(), tally).write(columns, layout);
            tally.write(layout);
        }
        layout.lists.put("predicates", Arrays.stream(predicates).asLongStream().toArray());
        layout.lists.put("graphs", Arrays.stream(graphs).asLongStream().toArray());
        long[] starts = new long[setsInOrder.size() + 1];
        List<Long> members = new ArrayList<>();
        for (int i = 0; i < setsInOrder.size(); i++) {
            setsInOrder.get(i).stream().forEach(graph -> members.add((long) graph));
            starts[i + 1] = members.size();
        }
        layout.lists.put("sets.start", starts);
        layout.lists.put("sets.graph", members.stream().mapToLong(Long::longValue).toArray());
    }

    private void merge(Triples defaults, Triples apart) throws IOException {
        try (LotMerge<Lot.QuadReader> all = new LotMerge<>(lots, lot -> lot.new QuadReader())) {
            BitSet set = new BitSet();
            Lot.QuadReader head = all.head();
            while (head != null) {
                int subject = head.subject();
                int predicate = head.predicate();
                int object = head.object();
                boolean isDefault = false;
                set.clear();
                while (head != null
                        && head.subject() == subject
                        && head.predicate() == predicate
                        && head.object() == object) {
                    if (head.graph() == 0) {
                        isDefault = true;
                    } else {
                        int graph = Arrays.binarySearch(graphs, head.graph());
                        set.set(graph);
                        isDefault |= inDefault[graph];
                    }
                    all.advance();
                    head = all.head();
                }
                int number = Arrays.binarySearch(predicates, predicate);
                (isDefault ? defaults : apart).add(subject, number, object, number(set));
            }
        }
    }

    /** Different triples in the order of subject, predicate and object, in a file. */
    static final class Triples implements Closeable {
        private static final int BYTES = 16;

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES << 12);
        private int count;
        private int lowestSubject = Integer.MAX_VALUE;
        private int highestSubject;
        private int lowestObject = Integer.MAX_VALUE;
        private int highestObject;
        private int subject;
        private int predicate;
        private int object;
        private int set;

        Triples(Path file) throws IOException {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }

        void add(int s, int p, int o, int graphSet) throws IOException {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.putInt(s).putInt(p).putInt(o).putInt(graphSet);
            count = Math.addExact(count, 1);
            lowestSubject = Math.min(lowestSubject, s);
            highestSubject = Math.max(highestSubject, s);
            lowestObject = Math.min(lowestObject, o);
            highestObject = Math.max(highestObject, o);
        }

        private void flush() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }

        /** No more will come. */
        void endWriting() throws IOException {
            flush();
        }

        /** Begins to read from the first one. */
        void rewind() throws IOException {
            channel.position(0);
            buffer.limit(0);
        }

        boolean next() throws IOException {
            if (!buffer.hasRemaining()) {
                buffer.clear();
                while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                    // Until it is full or the file at its end.
                    continue;
                }
                buffer.flip();
                if (!buffer.hasRemaining()) {
                    return false;
                }
            }
            subject = buffer.getInt();
            predicate = buffer.getInt();
            object = buffer.getInt();
            set = buffer.getInt();
            return true;
        }

        int count() {
            return count;
        }

        int lowestSubject() {
            return count == 0 ? 1 : lowestSubject;
        }

        int highestSubject() {
            return highestSubject;
        }

        int lowestObject() {
            return count == 0 ? 1 : lowestObject;
        }

        int highestObject() {
            return highestObject;
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

        int set() {
            return set;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
