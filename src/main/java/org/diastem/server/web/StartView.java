// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.List;
import java.util.Objects;
import org.diastem.rdf.ExampleQuery;

/** What the start page shows. */
public record StartView(EvidenceMatrix matrix, List<Count> counts, List<ExampleQuery> examples, String markup) {
    /**
     * A number of the release.
     *
     * @param key of its name among the texts
     * @param address where the counted things are listed
     */
    public record Count(String key, long number, String address) {
        public Count {
            Objects.requireNonNull(key);
            Objects.requireNonNull(address);
        }
    }

    public StartView {
        Objects.requireNonNull(matrix);
        counts = List.copyOf(counts);
        examples = List.copyOf(examples);
        Objects.requireNonNull(markup);
    }
}
