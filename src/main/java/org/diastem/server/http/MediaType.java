// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of content, as RFC 9110 section 8.3.1 writes it, without parameters.
 *
 * @param type in lower case, as {@code text}
 * @param subtype in lower case, as {@code turtle}
 */
public record MediaType(String type, String subtype) {
    public MediaType {
        Objects.requireNonNull(type);
        Objects.requireNonNull(subtype);
    }

    /** @param text as {@code text/turtle}; parameters are left out */
    public static Optional<MediaType> parse(String text) {
        String bare = (text.contains(";") ? text.substring(0, text.indexOf(';')) : text).strip().toLowerCase(Locale.ROOT);
        int slash = bare.indexOf('/');
        boolean whole = slash > 0 && slash < bare.length() - 1 && bare.indexOf('/', slash + 1) < 0;
        return whole ? Optional.of(new MediaType(bare.substring(0, slash), bare.substring(slash + 1))) : Optional.empty();
    }

    /** @throws IllegalArgumentException if it is none; for constants */
    public static MediaType of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no media type"));
    }

    @Override
    public String toString() {
        return type + '/' + subtype;
    }
}
