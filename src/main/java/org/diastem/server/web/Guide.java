// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.WorkLimits;
import org.diastem.store.Release;

/**
 * What a program that answers questions should know before it asks: {@code /llms.txt}, by the custom of llmstxt.org.
 * The text is a resource for each language; its numbers are those that the server holds to.
 */
final class Guide {
    private final Map<String, String> values = new TreeMap<>();

    /** @param site where the server is reached, without a slash at the end */
    Guide(Release release, Limits limits, WorkLimits work, String site) {
        Map<String, Long> counts = release.manifest().counts();
        values.put("site", site);
        values.put("release", release.name());
        for (String counted : new String[] {"claims", "concepts", "mappings"}) {
            values.put(counted, String.valueOf(counts.getOrDefault(counted, 0L)));
        }
        values.put("seconds", String.valueOf(limits.time().toSeconds()));
        values.put("rows", String.valueOf(limits.rows()));
        values.put("bytes", String.valueOf(limits.bytes()));
        values.put("text", String.valueOf(limits.textBytes()));
        values.put("perClient", String.valueOf(work.perClient()));
        values.put("clientWork", String.valueOf(work.clientWork().toSeconds()));
    }

    /** @param language {@code en} or {@code zh} */
    String text(String language) {
        String text = resource("llms." + language + ".md");
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + '}', value.getValue());
        }
        return text;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Guide.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
