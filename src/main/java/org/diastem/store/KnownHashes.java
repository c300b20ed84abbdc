// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.diastem.model.Sha256;

/**
 * The SHA-256 of files, remembered from one process to the next while a file is the one that was hashed: same size, same
 * times of its content and of its entry in the file system, same entry. A file that was written less than
 * {@link #SETTLED} before it was hashed is hashed again next time, since a second write within one tick of the clock
 * would look the same. For one thread.
 *
 * <p>What is remembered is a file that anybody may delete; a damaged line is as good as none. A disk that changes bytes
 * without a write is not noticed here: whatever is answered from is verified again where it is read.
 */
public final class KnownHashes {
    /** Longer than one tick of the clock of any file system. */
    static final Duration SETTLED = Duration.ofSeconds(3);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final char BETWEEN = '\t';

    private record Known(String stamp, String sha256) {}

    private final Path memory;
    private final Clock clock;
    private final Map<String, Known> before;
    private final Map<String, Known> asked = new TreeMap<>();

    KnownHashes(Path memory, Clock clock) {
        this.memory = Objects.requireNonNull(memory);
        this.clock = Objects.requireNonNull(clock);
        this.before = read(memory);
    }

    private static Map<String, Known> read(Path memory) {
        Map<String, Known> known = new HashMap<>();
        try {
            for (String line : Files.readString(memory, StandardCharsets.UTF_8).split("\n")) {
                int first = line.indexOf(BETWEEN);
                int second = line.indexOf(BETWEEN, first + 1);
                if (first > 0 && second > 0 && HASH.matcher(line.substring(0, first)).matches()) {
                    known.put(
                            line.substring(second + 1),
                            new Known(line.substring(first + 1, second), line.substring(0, first)));
                }
            }
        } catch (IOException none) {
            // Then every file is hashed.
            known.clear();
        }
        return known;
    }

    /**
     * The hash of a file's content.
     *
     * @throws org.diastem.problem.EnvironmentException if it cannot be read
     */
    public String of(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        Optional<String> stamp = stamp(file);
        Known known = before.get(path);
        if (known == null || !stamp.equals(Optional.of(known.stamp()))) {
            known = new Known(stamp.orElse(""), Sha256.of(file));
        }
        // A write while it was hashed must not be taken for what was hashed.
        if (stamp.isPresent() && stamp.equals(stamp(file))) {
            asked.put(path, known);
        }
        return known.sha256();
    }

    /** What changes when a file is written; nothing for one that was written a moment ago. */
    private Optional<String> stamp(Path file) {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime written = found.lastModifiedTime();
            FileTime entered = entered(file, written);
            Instant latest = (entered.compareTo(written) > 0 ? entered : written).toInstant();
            return latest.plus(SETTLED).isBefore(clock.instant())
                    ? Optional.of(found.size() + " " + written.toInstant() + ' ' + entered.toInstant() + ' ' + found.fileKey())
                    : Optional.empty();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** When the entry changed, which no program can set; where the file system does not tell, when the content did. */
    private static FileTime entered(Path file, FileTime written) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime")
                : written;
    }

    /** Keeps the hashes that were asked for. Where the folder cannot be written they are forgotten, which costs time alone. */
    public void keep() {
        if (asked.equals(before)) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        asked.forEach((path, known) -> {
            if (path.indexOf('\n') < 0) {
                lines.append(known.sha256()).append(BETWEEN).append(known.stamp()).append(BETWEEN).append(path).append('\n');
            }
        });
        try {
            AtomicFile.write(memory, lines.toString());
        } catch (IOException readOnlyOrFull) {
            // They are made again next time.
        }
    }
}
