// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the bench works on graphs of one size.
 *
 * @param repository the real project, whose program is measured
 * @param folder everything of this size: the generated project, releases, stores of other engines
 * @param heap of each Java process that answers or loads, as {@code 4g}
 * @param buildHeap of the build of the release
 */
public record Workplace(Path repository, Path folder, String heap, String buildHeap) {
    public Path project() {
        return folder.resolve("project");
    }

    /** The folder of releases. */
    public Path build() {
        return folder.resolve("build");
    }

    /** The triples of the default graph and the quads of the named ones as one file of N-Quads. */
    public Path quads() {
        return folder.resolve("data.nq");
    }

    public Path store(String engine) {
        return folder.resolve("stores").resolve(engine);
    }

    /** A Java process with the libraries of this one. */
    ProcessBuilder java(List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
