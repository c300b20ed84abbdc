// SPDX-License-Identifier: Apache-2.0
package org.diastem.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import org.diastem.problem.EnvironmentException;

/** SHA-256 hashes in lower-case hexadecimal. */
public final class Sha256 {
    /** Bytes of a file that are in memory at once; an index may be larger than the heap. */
    private static final int BUFFER = 1 << 17;

    private Sha256() {}

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** The hash of a text in UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The hash of a file's content.
     *
     * @throws EnvironmentException if it cannot be read
     */
    public static String of(Path file) {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream input = Files.newInputStream(file)) {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }

    /** One hash for named hashes, in the order of the names. */
    public static String of(SortedMap<String, String> hashes) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> entry : hashes.entrySet()) {
            lines.append(entry.getValue()).append("  ").append(entry.getKey()).append('\n');
        }
        return of(lines.toString());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
