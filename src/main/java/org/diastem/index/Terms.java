// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The dictionary: every term that occurs in the data has a number from 1 on, in the order of {@link TermKey}. A term's
 * bytes are read where they lie; what the terms of a block begin with in common is stored once, with the first of them.
 * Safe for use by any number of threads.
 */
public final class Terms {
    /** Terms of a block. */
    static final int BLOCK_SHIFT = 10;

    private static final int KEPT = 1 << 14;

    /** What is kept of a term that was asked for lately. */
    private record Kept(int id, Node node) {}

    private final MappedFile file;
    private final int count;
    /** Of each group of terms with the same kind and qualifier. */
    private final int[] kinds;

    private final List<String> qualifiers;
    private final List<String> shown;
    /** The first id of each group, and behind the last group the id that nobody has. */
    private final int[] firsts;

    private final int[] firstBlocks;
    /** Whether a group has a character beyond the basic plane. */
    private final boolean[] supplementary;

    private final Packed shared;
    private final Packed offsets;
    private final long text;
    /** A race only costs a second reading: what is in a place is never changed. */
    private final Kept[] kept = new Kept[KEPT];

    Terms(Layout layout, MappedFile file) {
        this.file = file;
        this.count = layout.number("terms");
        this.kinds = layout.list("heads.kind");
        this.firsts = Arrays.copyOf(layout.list("heads.first"), kinds.length + 1);
        firsts[kinds.length] = count + 1;
        this.firstBlocks = layout.list("heads.block");
        long[] beyond = layout.lists.get("heads.supplementary");
        this.supplementary = new boolean[beyond.length];
        for (int i = 0; i < beyond.length; i++) {
            supplementary[i] = beyond[i] != 0;
        }
        this.qualifiers = layout.words.get("heads.qualifier");
        this.shown = layout.words.get("heads.shown");
        this.shared = layout.column(file, "terms.shared");
        this.offsets = layout.column(file, "terms.offset");
        this.text = layout.columns.get("terms.text").start();
    }

    /** How many there are; the largest id. */
    public int count() {
        return count;
    }

    /** @param id from 1 to {@link #count()} */
    public Node node(int id) {
        int place = id & KEPT - 1;
        Kept last = kept[place];
        if (last != null && last.id == id) {
            return last.node;
        }
        int head = head(id);
        Node node = TermKey.node((byte) kinds[head], shown.get(head), text(id, head));
        kept[place] = new Kept(id, node);
        return node;
    }

    /** The id of a term, or 0 if it is none of the dictionary's. */
    public int id(Node node) {
        Optional<TermKey> key = TermKey.of(node);
        return key.isPresent() ? id(key.get()) : 0;
    }

    int id(TermKey key) {
        int head = head(key.kind(), key.qualifier());
        if (head < 0) {
            return 0;
        }
        byte[] wanted = key.text();
        int low = 0;
        int high = (firsts[head + 1] - 1 - firsts[head]) >>> BLOCK_SHIFT;
        // The last block whose first term is not behind the one that is wanted.
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (compare(wanted, 0, firsts[head] + (middle << BLOCK_SHIFT)) < 0) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        int first = firsts[head] + (low << BLOCK_SHIFT);
        int order = compare(wanted, 0, first);
        if (order <= 0) {
            return order == 0 ? first : 0;
        }
        int common = shared.get(firstBlocks[head] + low);
        if (wanted.length < common || !beginsAs(wanted, common, first)) {
            return 0;
        }
        int from = first + 1;
        int to = Math.min(first + (1 << BLOCK_SHIFT), firsts[head + 1]);
        while (from < to) {
            int middle = from + to >>> 1;
            int found = compare(wanted, common, middle);
            if (found == 0) {
                return middle;
            }
            if (found < 0) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return 0;
    }

    /** Compares a text from a place on with the stored bytes of a term. */
    private int compare(byte[] wanted, int from, int id) {
        long start = text + offsets.at(id - 1L);
        int length = (int) (text + offsets.at(id) - start);
        int both = Math.min(length, wanted.length - from);
        for (int i = 0; i < both; i++) {
            int order = (wanted[from + i] & 0xFF) - (file.byteAt(start + i) & 0xFF);
            if (order != 0) {
                return order;
            }
        }
        return wanted.length - from - length;
    }

    private boolean beginsAs(byte[] wanted, int length, int id) {
        long start = text + offsets.at(id - 1L);
        for (int i = 0; i < length; i++) {
            if (wanted[i] != file.byteAt(start + i)) {
                return false;
            }
        }
        return true;
    }

    private byte[] text(int id, int head) {
        int inGroup = id - firsts[head];
        long start = text + offsets.at(id - 1L);
        int length = (int) (text + offsets.at(id) - start);
        if ((inGroup & (1 << BLOCK_SHIFT) - 1) == 0) {
            byte[] whole = new byte[length];
            file.copy(start, whole, 0, length);
            return whole;
        }
        int common = shared.get(firstBlocks[head] + (inGroup >>> BLOCK_SHIFT));
        byte[] whole = new byte[common + length];
        if (common > 0) {
            int first = firsts[head] + (inGroup >>> BLOCK_SHIFT << BLOCK_SHIFT);
            file.copy(text + offsets.at(first - 1L), whole, 0, common);
        }
        file.copy(start, whole, common, length);
        return whole;
    }

    /** The text of a term in UTF-8: the IRI, the label, the lexical form. */
    public byte[] utf8(int id) {
        return text(id, head(id));
    }

    private int head(int id) {
        int found = Arrays.binarySearch(firsts, 0, kinds.length, id);
        return found >= 0 ? found : -found - 2;
    }

    private int head(int kind, String qualifier) {
        int low = 0;
        int high = kinds.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = kinds[middle] - kind;
            if (order == 0) {
                order = qualifiers.get(middle).compareTo(qualifier);
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /**
     * Whether two terms are of a kind, or texts of a language, whose ids are in the order in which SPARQL sorts them. It
     * compares UTF-16, the dictionary UTF-8: the same where there is no character beyond the basic plane.
     */
    public boolean areInOrderOfText(int one, int other) {
        int head = head(one);
        return other >= firsts[head] && other < firsts[head + 1] && kinds[head] != TermKey.TYPED
                && kinds[head] != TermKey.TRIPLE && kinds[head] != TermKey.BLANK && !supplementary[head];
    }

    /** Ids from one, inclusive, to another, exclusive. */
    public record Span(int from, int to) {
        static final Span NONE = new Span(0, 0);

        public boolean has(int id) {
            return id >= from && id < to;
        }
    }

    /** The ids of all IRIs. */
    public Span iris() {
        return ofKinds(TermKey.IRI, TermKey.IRI);
    }

    /** The ids of all blank nodes. */
    public Span blanks() {
        return ofKinds(TermKey.BLANK, TermKey.BLANK);
    }

    /** The ids of all literals. */
    public Span literals() {
        return ofKinds(TermKey.STRING, TermKey.TYPED);
    }

    /** The ids of the literals with exactly this language tag, which may be written in one way only. */
    public Span languageAsWritten(String tag) {
        int head = head(TermKey.TEXT, tag.toLowerCase(Locale.ROOT));
        return head < 0 || !shown.get(head).equals(tag) ? Span.NONE : new Span(firsts[head], firsts[head + 1]);
    }

    /** The ids of the literals of a datatype that is neither xsd:string nor one of texts with a language. */
    public Span datatype(String iri) {
        int head = head(TermKey.TYPED, iri);
        return head < 0 ? Span.NONE : new Span(firsts[head], firsts[head + 1]);
    }

    private Span ofKinds(int first, int last) {
        int from = 0;
        while (from < kinds.length && kinds[from] < first) {
            from++;
        }
        int to = from;
        while (to < kinds.length && kinds[to] <= last) {
            to++;
        }
        return new Span(firsts[from], firsts[to]);
    }
}
