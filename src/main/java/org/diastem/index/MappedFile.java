// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.diastem.problem.EnvironmentException;

/**
 * The bytes of an index file, mapped. Each block is compared with its checksum when it is first touched, so that opening
 * reads nothing and damage is still never taken for data. Safe for use by any number of threads.
 */
final class MappedFile {
    /** Bytes that share a checksum; a block's checksum covers {@link #SLACK} bytes more. */
    static final int BLOCK = 1 << 16;

    /** Whoever reads eight bytes that begin in a block has read what that block's checksum covers. */
    static final int SLACK = 8;

    private static final int BLOCK_SHIFT = 16;
    /** Java maps at most 2 GiB in one piece. Pieces overlap by a block, so that no read crosses a border. */
    private static final int PIECE_SHIFT = 30;

    private static final long PIECE_MASK = (1L << PIECE_SHIFT) - 1;

    private final Path path;
    private final ByteBuffer[] pieces;
    private final int[] checksums;
    private final byte[] verified;

    private MappedFile(Path path, ByteBuffer[] pieces, int[] checksums) {
        this.path = path;
        this.pieces = pieces;
        this.checksums = checksums;
        this.verified = new byte[checksums.length];
    }

    /**
     * Maps the part of a file that its checksums cover.
     *
     * @param length of that part, in bytes; at least {@link #SLACK} more follow in the file
     * @param checksums one for each block that begins in that part
     */
    static MappedFile open(Path path, long length, int[] checksums) throws IOException {
        return new MappedFile(path, map(path, length + SLACK), checksums);
    }

    private static ByteBuffer[] map(Path path, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer[] pieces = new ByteBuffer[(int) ((length + PIECE_MASK) >>> PIECE_SHIFT)];
            for (int i = 0; i < pieces.length; i++) {
                long from = (long) i << PIECE_SHIFT;
                long size = Math.min(length - from, (1L << PIECE_SHIFT) + BLOCK + SLACK);
                pieces[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, size).order(ByteOrder.LITTLE_ENDIAN);
            }
            return pieces;
        }
    }

    /** The checksum of every block of the first bytes of a file. */
    static int[] checksums(Path path, long length) throws IOException {
        MappedFile unchecked = new MappedFile(path, map(path, length + SLACK), new int[0]);
        int[] sums = new int[(int) ((length + BLOCK - 1) >>> BLOCK_SHIFT)];
        for (int block = 0; block < sums.length; block++) {
            sums[block] = unchecked.checksum(block);
        }
        return sums;
    }

    private int checksum(int block) {
        long from = (long) block << BLOCK_SHIFT;
        ByteBuffer piece = pieces[(int) (from >>> PIECE_SHIFT)].duplicate();
        int at = (int) (from & PIECE_MASK);
        piece.limit(Math.min(piece.capacity(), at + BLOCK + SLACK)).position(at);
        CRC32C sum = new CRC32C();
        sum.update(piece);
        return (int) sum.getValue();
    }

    private void verify(int block) {
        if (checksum(block) != checksums[block]) {
            throw damaged("block " + block + " differs from its checksum");
        }
        verified[block] = 1;
    }

    /** Compares every block with its checksum. */
    void verifyAll() {
        for (int block = 0; block < checksums.length; block++) {
            verify(block);
        }
    }

    EnvironmentException damaged(String how) {
        return new EnvironmentException("The index " + path + " is damaged: " + how
                + ". Delete the release's folder and build again.");
    }

    /** Eight bytes, the first the lowest. */
    long longAt(long position) {
        int block = (int) (position >>> BLOCK_SHIFT);
        if (verified[block] == 0) {
            verify(block);
        }
        return pieces[(int) (position >>> PIECE_SHIFT)].getLong((int) (position & PIECE_MASK));
    }

    byte byteAt(long position) {
        int block = (int) (position >>> BLOCK_SHIFT);
        if (verified[block] == 0) {
            verify(block);
        }
        return pieces[(int) (position >>> PIECE_SHIFT)].get((int) (position & PIECE_MASK));
    }

    /** Copies bytes into an array. */
    void copy(long position, byte[] into, int at, int length) {
        long from = position;
        int to = at;
        int left = length;
        while (left > 0) {
            int block = (int) (from >>> BLOCK_SHIFT);
            if (verified[block] == 0) {
                verify(block);
            }
            int here = (int) Math.min(left, BLOCK - (from & (BLOCK - 1)));
            pieces[(int) (from >>> PIECE_SHIFT)].get((int) (from & PIECE_MASK), into, to, here);
            from += here;
            to += here;
            left -= here;
        }
    }
}
