// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.diastem.model.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHashesTest {
    private static final Clock NOW = Clock.systemUTC();
    /** As if the files had been written long ago. */
    private static final Clock LATER = Clock.offset(NOW, Duration.ofHours(1));

    private static final String FORGED = "0".repeat(Sha256.of("").length());

    @TempDir
    private Path folder;

    private Path file;
    private Path memory;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("file");
        memory = folder.resolve("memory");
        Files.writeString(file, "content");
    }

    private String hash(Clock clock) {
        KnownHashes hashes = new KnownHashes(memory, clock);
        String hash = hashes.of(file);
        hashes.keep();
        return hash;
    }

    /** Whoever answers with this did not look at the file. */
    private void forge() throws IOException {
        String kept = Files.readString(memory);
        Files.writeString(memory, kept.replace(Sha256.of(file), FORGED));
    }

    @Test
    void a_file_that_was_not_written_since_is_not_hashed_again() throws IOException {
        assertEquals(Sha256.of(file), hash(LATER));
        forge();
        assertEquals(FORGED, hash(LATER));
        assertEquals(FORGED, hash(LATER), "kept again");
    }

    @Test
    void a_file_of_the_same_size_and_time_is_hashed_again_when_it_was_written() throws IOException {
        hash(LATER);
        forge();
        var time = Files.getLastModifiedTime(file);
        Files.writeString(file, "CONTENT");
        Files.setLastModifiedTime(file, time);
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            assertEquals(Sha256.of("CONTENT"), hash(LATER));
        }
        Files.writeString(file, "longer content");
        assertEquals(Sha256.of("longer content"), hash(LATER));
    }

    @Test
    void a_file_that_was_written_a_moment_ago_is_hashed_every_time() throws IOException {
        hash(NOW);
        assertFalse(Files.exists(memory));
    }

    @Test
    void damaged_lines_and_folders_that_cannot_be_written_cost_nothing_but_time() throws IOException {
        Files.write(memory, new byte[] {(byte) 0xff, '\t', '\n', 'x', '\t', '\t'});
        assertEquals(Sha256.of(file), hash(LATER));
        assertTrue(Files.readString(memory).startsWith(Sha256.of(file)));
        KnownHashes nowhere = new KnownHashes(folder.resolve("missing/memory"), LATER);
        assertEquals(Sha256.of(file), nowhere.of(file));
        assertDoesNotThrow(nowhere::keep);
    }
}
