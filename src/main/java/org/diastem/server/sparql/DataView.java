// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Objects;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What a request is answered from; taken once for each, so that no answer mixes two releases.
 *
 * @param release the name of the release, which changes with its content; empty where the content may change under the
 *     same name, and nothing may be cached
 * @param counts of the dataset; empty where it may change
 */
public record DataView(DatasetGraph dataset, Optional<String> release, Optional<ReleaseCounts> counts) {
    public DataView {
        Objects.requireNonNull(dataset);
        Objects.requireNonNull(release);
        Objects.requireNonNull(counts);
    }
}
