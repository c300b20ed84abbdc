// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The columns of an index that is being made. They are laid one behind the other; the numbers of a column whose length is
 * known may come in any order. For one thread.
 */
final class ColumnWriter implements Closeable {
    private static final int PIECE_SHIFT = 29;
    private static final int PIECE = 1 << PIECE_SHIFT;
    private static final int OVERLAP = 16;

    private final FileChannel channel;
    private final Layout layout;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);
    private long end;

    ColumnWriter(Path file, Layout layout) throws IOException {
        this.channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.layout = layout;
    }

    /** The numbers of one column. */
    final class Numbers {
        private final MappedByteBuffer[] pieces;
        private final int width;

        private Numbers(MappedByteBuffer[] pieces, int width) {
            this.pieces = pieces;
            this.width = width;
        }

        /** Puts a number in its place, which must hold nothing yet. */
        void set(long index, long number) {
            if (width == 0) {
                return;
            }
            long bit = index * width;
            long position = bit >>> 3;
            MappedByteBuffer piece = pieces[(int) (position >>> PIECE_SHIFT)];
            int at = (int) (position & PIECE - 1);
            piece.putLong(at, piece.getLong(at) | number << (bit & 7));
        }

        /** A number that was put. */
        int get(long index) {
            if (width == 0) {
                return 0;
            }
            long bit = index * width;
            long position = bit >>> 3;
            long word = pieces[(int) (position >>> PIECE_SHIFT)].getLong((int) (position & PIECE - 1));
            return (int) (word >>> (bit & 7) & (1L << width) - 1);
        }
    }

    /** A column of so many numbers, the largest of which is known. */
    Numbers column(String name, long count, long largest) throws IOException {
        int width = Packed.width(largest);
        layout.columns.put(name, new Layout.Column(end, width));
        long bytes = Packed.bytes(count, width);
        MappedByteBuffer[] pieces = new MappedByteBuffer[(int) ((bytes + PIECE - 1) >>> PIECE_SHIFT)];
        for (int i = 0; i < pieces.length; i++) {
            long from = (long) i << PIECE_SHIFT;
            long length = Math.min(PIECE, bytes - from) + OVERLAP;
            pieces[i] = channel.map(FileChannel.MapMode.READ_WRITE, end + from, length);
            pieces[i].order(ByteOrder.LITTLE_ENDIAN);
        }
        advance(bytes);
        return new Numbers(pieces, width);
    }

    /** Begins a column of bytes, which {@link #append} fills; no other column may be begun before {@link #endBytes}. */
    void beginBytes(String name) {
        layout.columns.put(name, new Layout.Column(end, Byte.SIZE));
    }

    void append(byte[] bytes, int from, int length) throws IOException {
        if (length > buffer.remaining()) {
            flush();
        }
        if (length > buffer.capacity()) {
            write(ByteBuffer.wrap(bytes, from, length));
        } else {
            buffer.put(bytes, from, length);
        }
    }

    void endBytes() throws IOException {
        flush();
        advance(0);
    }

    private void flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            end += channel.write(bytes, end);
        }
    }

    /** Each column begins at a whole word, with room behind the last one for a read that looks too far. */
    private void advance(long bytes) {
        end = end + bytes + OVERLAP & -Long.BYTES;
    }

    /** The bytes of all columns; behind them the file has room for the last read. */
    long finish() throws IOException {
        long length = end;
        ByteBuffer nothing = ByteBuffer.allocate(MappedFile.SLACK);
        channel.truncate(length);
        while (nothing.hasRemaining()) {
            channel.write(nothing, length + nothing.position());
        }
        channel.force(false);
        return length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
