// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.page;

import java.util.List;
import java.util.Objects;

/** A page that only tells something, as what was probably meant by an address that leads nowhere. */
public record Message(String title, String text, List<Link> links) {
    /** Where a reader may go on. */
    public record Link(String address, String label) {
        public Link {
            Objects.requireNonNull(address);
            Objects.requireNonNull(label);
        }
    }

    public Message {
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
        links = List.copyOf(links);
    }
}
