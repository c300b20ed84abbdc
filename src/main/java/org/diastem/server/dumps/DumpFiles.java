// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.dumps;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.diastem.export.Dump;
import org.diastem.export.DumpFacts;
import org.diastem.model.Sha256;
import org.diastem.problem.EnvironmentException;
import org.diastem.store.Release;

/**
 * The dumps of the release that is asked for, each made when it is first wanted and kept in a folder of their own until
 * another release is asked for or the server ends. Safe for use by several threads, of which one at a time makes a
 * dump.
 */
final class DumpFiles implements AutoCloseable {
    /** A dump that is ready: its file, the same behind gzip, and what it holds. */
    record Made(Path plain, Path zipped, DumpFacts facts) {}

    private final Map<Dump, Made> made = new HashMap<>();
    private String release = "";
    private Path folder;

    /** @throws EnvironmentException if the release is damaged or there is no room for the file; nothing is kept then */
    synchronized Made of(Release wanted, Dump dump) {
        if (!wanted.name().equals(release)) {
            close();
            release = wanted.name();
        }
        Made ready = made.get(dump);
        if (ready == null) {
            ready = make(wanted, dump);
            made.put(dump, ready);
        }
        return ready;
    }

    private Made make(Release wanted, Dump dump) {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("diastem-dumps-");
            }
            Path plain = folder.resolve(dump.fileName());
            Path zipped = folder.resolve(dump.fileName() + ".gz");
            Path draft = folder.resolve(".draft");
            long triples;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                triples = dump.write(wanted, out);
            }
            try (InputStream in = Files.newInputStream(draft);
                    OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
                in.transferTo(out);
            }
            Files.move(draft, plain, StandardCopyOption.REPLACE_EXISTING);
            return new Made(plain, zipped, new DumpFacts(triples, Files.size(plain), Sha256.of(plain)));
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentException("The dump " + dump.fileName() + " cannot be written.", e);
        }
    }

    /** Downloads under way keep their files: an open file outlives its name. */
    @Override
    public synchronized void close() {
        made.clear();
        if (folder == null) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new EnvironmentException("The folder of dumps " + folder + " cannot be removed.", e);
        } finally {
            folder = null;
        }
    }
}
