// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import org.apache.jena.graph.Node;
import org.diastem.engine.TermSource;

/**
 * Writes terms, and keeps the bytes of those that come again. It is small for a small answer, grows with the number of
 * terms that do come again, and has an end. A term is kept when it comes the second time, so that a column in which every
 * term is another one costs nothing but its writing.
 */
final class TermMemory {
    private static final int FEWEST = 64;
    private static final int MOST = 8 * 1_024;
    private static final int LONGEST = 1_024;
    /** Spreads hashes that differ in few bits: 2 to the 32 over the golden ratio. */
    private static final int SPREAD = 0x9E3779B9;

    private final TermWriter writer;

    private Node[] nodes = new Node[FEWEST];
    private byte[][] ofNodes = new byte[FEWEST][];
    private int[] hashes = new int[FEWEST];
    private int[] hashesSeen = new int[FEWEST];
    private int nodesKept;

    private TermSource source;
    private int[] numbers = {};
    private byte[][] ofNumbers = {};
    private int[] numbersSeen = {};
    private int numbersKept;

    TermMemory(TermWriter writer) {
        this.writer = writer;
    }

    void write(Node term, ByteSink sink) {
        int hash = term.hashCode();
        int slot = slot(hash, nodes.length);
        Node kept = nodes[slot];
        if (kept == term || kept != null && hashes[slot] == hash && kept.equals(term)) {
            sink.put(ofNodes[slot]);
            return;
        }
        int mark = sink.size();
        writer.write(term, sink);
        if (hashesSeen[slot] != hash) {
            hashesSeen[slot] = hash;
        } else if (sink.size() - mark <= LONGEST) {
            nodes[slot] = term;
            hashes[slot] = hash;
            ofNodes[slot] = sink.since(mark);
            nodesKept++;
            if (nodesKept > nodes.length && nodes.length < MOST) {
                growNodes();
            }
        }
    }

    /** @param number of a term of the source */
    void write(int number, TermSource from, ByteSink sink) {
        if (from != source) {
            source = from;
            numbers = new int[FEWEST];
            ofNumbers = new byte[FEWEST][];
            numbersSeen = new int[FEWEST];
            numbersKept = 0;
        }
        int slot = slot(number, numbers.length);
        if (numbers[slot] == number) {
            sink.put(ofNumbers[slot]);
            return;
        }
        int mark = sink.size();
        writer.write(source.node(number), sink);
        if (numbersSeen[slot] != number) {
            numbersSeen[slot] = number;
        } else if (sink.size() - mark <= LONGEST) {
            numbers[slot] = number;
            ofNumbers[slot] = sink.since(mark);
            numbersKept++;
            if (numbersKept > numbers.length && numbers.length < MOST) {
                growNumbers();
            }
        }
    }

    private static int slot(int hash, int size) {
        return hash * SPREAD >>> 32 - Integer.numberOfTrailingZeros(size);
    }

    private void growNodes() {
        Node[] old = nodes;
        byte[][] oldBytes = ofNodes;
        int[] oldHashes = hashes;
        nodes = new Node[2 * old.length];
        ofNodes = new byte[nodes.length][];
        hashes = new int[nodes.length];
        hashesSeen = new int[nodes.length];
        nodesKept = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int slot = slot(oldHashes[i], nodes.length);
                nodes[slot] = old[i];
                ofNodes[slot] = oldBytes[i];
                hashes[slot] = oldHashes[i];
                hashesSeen[slot] = oldHashes[i];
                nodesKept++;
            }
        }
    }

    private void growNumbers() {
        int[] old = numbers;
        byte[][] oldBytes = ofNumbers;
        numbers = new int[2 * old.length];
        ofNumbers = new byte[numbers.length][];
        numbersSeen = new int[numbers.length];
        numbersKept = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                int slot = slot(old[i], numbers.length);
                numbers[slot] = old[i];
                ofNumbers[slot] = oldBytes[i];
                numbersSeen[slot] = old[i];
                numbersKept++;
            }
        }
    }
}
