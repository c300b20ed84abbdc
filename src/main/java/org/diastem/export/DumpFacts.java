// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.Objects;

/**
 * What is known of a dump once it was made.
 *
 * @param triples how many statements it holds; one in two graphs counts twice where the format names graphs
 * @param sha256 of its bytes before compression
 */
public record DumpFacts(long triples, long bytes, String sha256) {
    public DumpFacts {
        Objects.requireNonNull(sha256);
    }
}
