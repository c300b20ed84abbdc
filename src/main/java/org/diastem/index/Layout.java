// SPDX-License-Identifier: Apache-2.0
package org.diastem.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.diastem.model.Sha256;
import org.diastem.problem.EnvironmentException;

/**
 * The directory at the end of an index file: where each column is, the small lists, and the checksum of every block
 * before it. Whoever knows that the directory is right can tell of every byte of the file.
 */
final class Layout {
    private static final byte[] MAGIC = "DiaStem index 1\n".getBytes(StandardCharsets.US_ASCII);
    /** Behind the directory: its place, its length, its checksum, and what the file is. */
    private static final int TRAILER = 8 + 4 + 4 + MAGIC.length;

    /** Where a column is, and in how many bits each number is. */
    record Column(long start, int width) {}

    final SortedMap<String, Column> columns = new TreeMap<>();
    final SortedMap<String, Long> numbers = new TreeMap<>();
    final SortedMap<String, long[]> lists = new TreeMap<>();
    final SortedMap<String, List<String>> words = new TreeMap<>();
    private int[] checksums = new int[0];
    private long length;
    private String fingerprint = "";

    /** Reads the directory of a file. */
    static Layout read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < TRAILER) {
                throw damaged(file, "it is too short", null);
            }
            ByteBuffer trailer = read(channel, size - TRAILER, TRAILER);
            long start = trailer.getLong();
            int length = trailer.getInt();
            int checksum = trailer.getInt();
            byte[] magic = new byte[MAGIC.length];
            trailer.get(magic);
            if (!Arrays.equals(magic, MAGIC) || start < 0 || start + length + TRAILER != size) {
                throw damaged(file, "its end is not that of an index of this version", null);
            }
            byte[] directory = read(channel, start, length).array();
            CRC32C sum = new CRC32C();
            sum.update(directory);
            if ((int) sum.getValue() != checksum) {
                throw damaged(file, "its directory differs from its checksum", null);
            }
            Layout layout = parse(directory, start);
            layout.fingerprint = Sha256.of(directory);
            return layout;
        } catch (IOException e) {
            throw damaged(file, "it cannot be read", e);
        }
    }

    private static EnvironmentException damaged(Path file, String how, IOException cause) {
        return new EnvironmentException(
                "The index " + file + " is damaged: " + how + ". Delete the release's folder and build again.", cause);
    }

    private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // As often as it takes.
            continue;
        }
        return bytes.flip();
    }

    private static Layout parse(byte[] directory, long start) throws IOException {
        Layout layout = new Layout();
        layout.length = start - MappedFile.SLACK;
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(directory));
        for (int i = in.readInt(); i > 0; i--) {
            layout.columns.put(in.readUTF(), new Column(in.readLong(), in.readInt()));
        }
        for (int i = in.readInt(); i > 0; i--) {
            layout.numbers.put(in.readUTF(), in.readLong());
        }
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            long[] list = new long[in.readInt()];
            for (int j = 0; j < list.length; j++) {
                list[j] = in.readLong();
            }
            layout.lists.put(name, list);
        }
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            List<String> list = new ArrayList<>();
            for (int j = in.readInt(); j > 0; j--) {
                list.add(in.readUTF());
            }
            layout.words.put(name, list);
        }
        layout.checksums = new int[in.readInt()];
        for (int i = 0; i < layout.checksums.length; i++) {
            layout.checksums[i] = in.readInt();
        }
        return layout;
    }

    /** Writes the directory behind the columns of a file, which ends with {@link MappedFile#SLACK} bytes of nothing. */
    void append(Path file, long columnsLength) throws IOException {
        length = columnsLength;
        checksums = MappedFile.checksums(file, columnsLength);
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(directory);
        out.writeInt(columns.size());
        for (var column : columns.entrySet()) {
            out.writeUTF(column.getKey());
            out.writeLong(column.getValue().start());
            out.writeInt(column.getValue().width());
        }
        out.writeInt(numbers.size());
        for (var number : numbers.entrySet()) {
            out.writeUTF(number.getKey());
            out.writeLong(number.getValue());
        }
        out.writeInt(lists.size());
        for (var list : lists.entrySet()) {
            out.writeUTF(list.getKey());
            out.writeInt(list.getValue().length);
            for (long each : list.getValue()) {
                out.writeLong(each);
            }
        }
        out.writeInt(words.size());
        for (var list : words.entrySet()) {
            out.writeUTF(list.getKey());
            out.writeInt(list.getValue().size());
            for (String word : list.getValue()) {
                out.writeUTF(word);
            }
        }
        out.writeInt(checksums.length);
        for (int checksum : checksums) {
            out.writeInt(checksum);
        }
        byte[] bytes = directory.toByteArray();
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        ByteBuffer trailer = ByteBuffer.allocate(TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        trailer.putLong(columnsLength + MappedFile.SLACK)
                .putInt(bytes.length)
                .putInt((int) sum.getValue())
                .put(MAGIC)
                .flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            write(channel, ByteBuffer.wrap(bytes));
            write(channel, trailer);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The SHA-256 of the directory that was read. */
    String fingerprint() {
        return fingerprint;
    }

    MappedFile map(Path file) {
        try {
            return MappedFile.open(file, length, checksums);
        } catch (IOException e) {
            throw damaged(file, "it cannot be mapped", e);
        }
    }

    Packed column(MappedFile file, String name) {
        Column column = columns.get(name);
        return new Packed(file, column.start(), column.width());
    }

    int number(String name) {
        return Math.toIntExact(numbers.get(name));
    }

    int[] list(String name) {
        long[] list = lists.get(name);
        int[] numbersOfList = new int[list.length];
        for (int i = 0; i < list.length; i++) {
            numbersOfList[i] = Math.toIntExact(list[i]);
        }
        return numbersOfList;
    }
}
