// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.util.Arrays;

/**
 * A column of whole numbers, each in the same number of bits, one behind the other: number {@code i} begins at bit
 * {@code i * width}, the lowest bit first. Nothing needs to be unpacked to read one of them.
 */
final class Packed {
    /** So that a number and the bits before it in its byte are within one read of eight bytes. */
    static final int WIDEST = 56;

    private final MappedFile file;
    private final long start;
    private final int width;
    private final long mask;

    Packed(MappedFile file, long start, int width) {
        this.file = file;
        this.start = start;
        this.width = width;
        this.mask = (1L << width) - 1;
    }

    /** The bits that every number up to this one fits in. */
    static int width(long largest) {
        return 64 - Long.numberOfLeadingZeros(largest);
    }

    /** The bytes of a column. */
    static long bytes(long count, int width) {
        return (count * width + 7) / 8;
    }

    int get(int index) {
        return (int) at(index);
    }

    long at(long index) {
        if (width == 0) {
            return 0;
        }
        long bit = index * width;
        return file.longAt(start + (bit >>> 3)) >>> (bit & 7) & mask;
    }

    /** Copies numbers into an array. */
    void copy(int from, int count, int[] into, int at) {
        if (width == 0) {
            Arrays.fill(into, at, at + count, 0);
            return;
        }
        long bit = (long) from * width;
        for (int i = at; i < at + count; i++) {
            into[i] = (int) (file.longAt(start + (bit >>> 3)) >>> (bit & 7) & mask);
            bit += width;
        }
    }

    /** The first place in {@code [from, to)}, whose numbers rise, that holds the number or a greater one; else {@code to}. */
    int firstAtLeast(int from, int to, int number) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (get(middle) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** As {@link #firstAtLeast}, quick if the place is near the beginning. */
    int gallop(int from, int to, int number) {
        if (from >= to || get(from) >= number) {
            return from;
        }
        int low = from;
        int step = 1;
        while (low + step < to && get(low + step) < number) {
            low += step;
            step <<= 1;
        }
        return firstAtLeast(low + 1, Math.min(low + step, to), number);
    }
}
