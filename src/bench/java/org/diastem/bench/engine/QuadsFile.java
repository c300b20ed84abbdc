// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.diastem.store.Release;
import org.diastem.vocab.GraphName;

/**
 * A release as N-Quads: every graph by its name, and all but the hypotheses again without a name, so that other engines
 * have the default graph that we have. One file, since blank nodes of several would differ.
 */
public final class QuadsFile {
    private static final int BUFFER = 1 << 20;

    private QuadsFile() {}

    /** Writes the file, whole or not at all. */
    public static void write(Release release, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER)) {
            StreamRDF quads = StreamRDFLib.writer(out);
            quads.start();
            for (GraphName graph : GraphName.values()) {
                release.read(graph, new StreamRDFBase() {
                    @Override
                    public void quad(Quad quad) {
                        quads.quad(quad);
                        if (graph.isInDefaultGraph()) {
                            quads.quad(Quad.create(Quad.defaultGraphNodeGenerated, quad.asTriple()));
                        }
                    }
                });
            }
            quads.finish();
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
