// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An answer that is ready as a whole.
 *
 * @param contentType as it goes into the header, with its charset
 */
public record Answer(int status, String contentType, byte[] body) {
    /** For texts that people read. */
    public static final String PLAIN = "text/plain;charset=utf-8";

    /** For pages. */
    public static final String HTML = "text/html;charset=utf-8";

    public Answer {
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(body);
    }

    public static Answer ok(String contentType, String body) {
        return new Answer(200, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer text(int status, String body) {
        return new Answer(status, PLAIN, (body + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
