// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Requests that no client library would send, written as text: LF stands for CR LF, {@code \xNN} for a byte, and
 * {@code @length@} for the length of what follows the empty line.
 */
public final class RawRequest {
    private RawRequest() {}

    public static byte[] of(String text) {
        int head = text.indexOf("\n\n");
        return bytes(text.replace("@length@", String.valueOf(bytes(text.substring(head + 2)).length)));
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' && text.startsWith("\\x", i) && i + 4 <= text.length()) {
                out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (character == '\n') {
                out.write('\r');
                out.write('\n');
            } else {
                out.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
