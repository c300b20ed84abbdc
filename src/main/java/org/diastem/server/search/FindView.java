// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A page of what was found.
 *
 * @param text that was searched for; empty where nothing was asked yet
 * @param total number of hits, of which a part is shown
 * @param offset of the first that is shown
 */
public record FindView(String text, int total, int offset, int limit, List<Found> hits) {
    /** A piece of a text, and whether it is what was searched for. */
    public record Piece(String text, boolean marked) {
        public Piece {
            Objects.requireNonNull(text);
        }
    }

    /**
     * A thing.
     *
     * @param address on this server, or elsewhere for a term of others
     * @param type in one word
     * @param language of the text; empty for none
     */
    public record Found(String address, boolean ours, String type, String label, List<Piece> match, String language) {
        public Found {
            Objects.requireNonNull(address);
            Objects.requireNonNull(type);
            Objects.requireNonNull(label);
            match = List.copyOf(match);
            Objects.requireNonNull(language);
        }

        /** Whether the text that was found is the label that stands above it. */
        public boolean isSaidByItsLabel() {
            return match.stream().map(Piece::text).collect(Collectors.joining()).equals(label);
        }
    }

    public FindView {
        Objects.requireNonNull(text);
        hits = List.copyOf(hits);
    }

    public Optional<Integer> before() {
        return offset > 0 ? Optional.of(Math.max(0, offset - limit)) : Optional.empty();
    }

    public Optional<Integer> after() {
        return offset + limit < total ? Optional.of(offset + limit) : Optional.empty();
    }
}
