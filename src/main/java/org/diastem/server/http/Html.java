// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pieces of HTML; every text that comes from outside goes through {@link #text}. */
public final class Html {
    private static final String STYLE = "body{font-family:system-ui,sans-serif;max-width:70rem;margin:2rem auto;"
            + "padding:0 1rem;line-height:1.5;color:#222}table{border-collapse:collapse;width:100%}"
            + "td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}"
            + "pre{background:#f5f5f5;padding:1rem;overflow:auto}th{background:#f0f4f4}";

    /** What a page of ours may load: nothing but what is in it. */
    public static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";

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

    public static Answer page(int status, String title, String body) {
        return page(status, "en", title, body);
    }

    /** @param language of the page as a whole; parts in another say so */
    public static Answer page(int status, String language, String title, String body) {
        String html = "<!DOCTYPE html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + text(title)
                + "</title><style>" + STYLE + "</style></head><body>\n" + body + "</body></html>\n";
        return new Answer(status, Answer.HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    public static String chinese(String tag, String content) {
        return "<" + tag + " lang=\"zh\">" + content + "</" + tag + ">\n";
    }
}
