// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How texts are written into HTML and into addresses. */
public final class Html {
    private Html() {}

    public static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    public static String parameter(String raw) {
        return URLEncoder.encode(raw, StandardCharsets.UTF_8);
    }
}
