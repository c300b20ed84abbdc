// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Merges the terms of all lots into the dictionary and tells each lot the ids. */
final class TermMerge {
    private static final int BLOCK = 1 << Terms.BLOCK_SHIFT;

    private final List<Lot> lots;
    /** Language tags as they are to be shown, by their key. */
    private final SortedMap<String, String> tags;

    private final Set<TermKey> watched;
    private final Map<TermKey, Integer> watchedIds = new HashMap<>();
    private final List<Integer> kinds = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Integer> firstBlocks = new ArrayList<>();
    private final List<Integer> supplementary = new ArrayList<>();
    private final List<String> qualifiers = new ArrayList<>();
    private final List<Integer> shared = new ArrayList<>();
    private final List<byte[]> block = new ArrayList<>();
    /** Bytes of each term as it is stored. */
    private int[] lengths = new int[1 << 10];

    private int stored;
    private int count;
    private long bytes;

    /** @param watched whose ids will be asked for */
    TermMerge(List<Lot> lots, SortedMap<String, String> tags, Set<TermKey> watched) {
        this.lots = lots;
        this.tags = tags;
        this.watched = watched;
    }

    /** The ids of the terms that were to be watched for, once all are written. */
    Map<TermKey, Integer> watchedIds() {
        return watchedIds;
    }

    void write(ColumnWriter columns, Layout layout) throws IOException {
        columns.beginBytes("terms.text");
        try (LotMerge<Lot.TermReader> all = new LotMerge<>(lots, lot -> lot.new TermReader())) {
            merge(all, columns);
        }
        columns.endBytes();
        ColumnWriter.Numbers offsets = columns.column("terms.offset", count + 1L, bytes);
        long offset = 0;
        for (int i = 0; i < count; i++) {
            offsets.set(i, offset);
            offset += lengths[i];
        }
        offsets.set(count, offset);
        int most = shared.stream().mapToInt(Integer::intValue).max().orElse(0);
        ColumnWriter.Numbers common = columns.column("terms.shared", shared.size(), most);
        for (int i = 0; i < shared.size(); i++) {
            common.set(i, shared.get(i));
        }
        layout.numbers.put("terms", (long) count);
        layout.lists.put("heads.kind", longs(kinds));
        layout.lists.put("heads.first", longs(firsts));
        layout.lists.put("heads.block", longs(firstBlocks));
        layout.lists.put("heads.supplementary", longs(supplementary));
        layout.words.put("heads.qualifier", qualifiers);
        layout.words.put("heads.shown", shown());
    }

    private void merge(LotMerge<Lot.TermReader> all, ColumnWriter columns) throws IOException {
        TermKey last = null;
        for (Lot.TermReader reader = all.head(); reader != null; reader = all.head()) {
            TermKey key = reader.key();
            if (last == null || !key.equals(last)) {
                boolean begins =
                        last == null || key.kind() != last.kind() || !key.qualifier().equals(last.qualifier());
                if (begins || block.size() == BLOCK) {
                    endBlock(columns);
                }
                if (begins) {
                    kinds.add((int) key.kind());
                    qualifiers.add(key.qualifier());
                    firsts.add(count + 1);
                    firstBlocks.add(shared.size());
                    supplementary.add(0);
                }
                if (isBeyondBasicPlane(key.text())) {
                    supplementary.set(supplementary.size() - 1, 1);
                }
                block.add(key.text());
                count++;
                if (watched.contains(key)) {
                    watchedIds.put(key, count);
                }
                last = key;
            }
            reader.setId(count);
            all.advance();
        }
        endBlock(columns);
    }

    /** The first term of a block is stored whole, the others without what all of them begin with. */
    private void endBlock(ColumnWriter columns) throws IOException {
        if (block.isEmpty()) {
            return;
        }
        byte[] first = block.get(0);
        // They are sorted: what the first and the last begin with, all of them begin with.
        int different = Arrays.mismatch(first, block.get(block.size() - 1));
        int common = block.size() == 1 ? 0 : different < 0 ? first.length : different;
        shared.add(common);
        for (int i = 0; i < block.size(); i++) {
            byte[] text = block.get(i);
            int from = i == 0 ? 0 : common;
            int length = text.length - from;
            columns.append(text, from, length);
            if (stored == lengths.length) {
                lengths = Arrays.copyOf(lengths, 2 * stored);
            }
            lengths[stored++] = length;
            bytes += length;
        }
        block.clear();
    }

    /** Whether a text in UTF-8 has a character of four bytes. */
    private static boolean isBeyondBasicPlane(byte[] text) {
        for (byte each : text) {
            if ((each & 0xF8) == 0xF0) {
                return true;
            }
        }
        return false;
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < qualifiers.size(); i++) {
            String qualifier = qualifiers.get(i);
            shown.add(kinds.get(i) == TermKey.TEXT ? tags.getOrDefault(qualifier, qualifier) : qualifier);
        }
        return shown;
    }

    private static long[] longs(List<Integer> numbers) {
        return numbers.stream().mapToLong(Integer::longValue).toArray();
    }
}
