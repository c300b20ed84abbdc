// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.index.Index;
import org.diastem.index.IndexBuilder;
import org.diastem.index.IndexDataset;

/** Datasets as indexes. */
public final class Indexed {
    private Indexed() {}

    /** The index of a dataset; its file is gone at once, as the mapping keeps what it needs. */
    public static IndexDataset of(DatasetGraph data) {
        try {
            Path folder = Files.createTempDirectory("index");
            Path file = folder.resolve("index");
            try (IndexBuilder builder = new IndexBuilder(file, graph -> false)) {
                data.executeRead(() -> data.find().forEachRemaining(builder::add));
                builder.finish();
            }
            Index index = Index.open(file);
            Files.delete(file);
            Files.delete(folder);
            return new IndexDataset(index, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
