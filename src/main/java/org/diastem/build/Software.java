// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.diastem.model.Sha256;
import org.diastem.problem.EnvironmentException;

/** This program as bytes. */
public final class Software {
    private Software() {}

    /**
     * The hash of the jar that runs, or of the class files where there is no jar.
     *
     * @param hash gives the SHA-256 of a file
     */
    public static String hash(Function<Path, String> hash) {
        try {
            Path place = Path.of(Software.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(place) ? ofFolder(place, hash) : hash.apply(place);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of a class is no URI", e);
        }
    }

    private static String ofFolder(Path folder, Function<Path, String> hash) {
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.relativize(file).toString(), hash.apply(file));
            }
        } catch (IOException e) {
            throw new EnvironmentException("The folder " + folder + " cannot be read.", e);
        }
        return Sha256.of(hashes);
    }
}
