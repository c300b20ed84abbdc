// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces files in one step: whoever reads meanwhile sees the old content or the new, never a part. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes content aside, in the same folder, and moves it into place.
     *
     * @throws IOException if either fails; the file is then as it was
     */
    public static void write(Path file, byte[] content) throws IOException {
        // Neither the name of another process's draft nor an ending by which a folder's files are listed.
        Path aside = file.resolveSibling("." + file.getFileName() + "-" + ProcessHandle.current().pid());
        Files.write(aside, content);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** As {@link #write(Path, byte[])}, of a text in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
