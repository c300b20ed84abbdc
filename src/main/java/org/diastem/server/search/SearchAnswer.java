// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.diastem.text.TextSpan;
import org.diastem.vocab.Namespaces;

/** Writes what was found as JSON. */
final class SearchAnswer {
    /** UTF-16 units of a text; a longer one is cut around its first mark. */
    private static final int LONGEST_TEXT = 300;

    private static final int BEFORE_MARK = 100;
    private static final String CUT = "…";

    private SearchAnswer() {}

    static String json(SearchRequest request, List<Hit> all, Finder finder) {
        JsonObject root = new JsonObject();
        root.put("query", request.text());
        root.put("mode", request.suggests() ? "suggest" : "search");
        root.put("total", all.size());
        root.put("offset", request.offset());
        root.put("limit", request.limit());
        JsonArray hits = new JsonArray();
        all.stream()
                .skip(request.offset())
                .limit(request.limit())
                .map(hit -> json(finder.withSpans(request, hit), finder))
                .forEach(hits::add);
        root.put("hits", hits);
        return root.toString() + "\n";
    }

    private static JsonObject json(Hit hit, Finder finder) {
        String iri = hit.best().subject().getURI();
        JsonObject object = new JsonObject();
        object.put("iri", iri);
        if (iri.startsWith(Namespaces.BASE)) {
            object.put("path", "/" + iri.substring(Namespaces.BASE.length()));
        }
        object.put("type", finder.type(hit));
        JsonObject label = new JsonObject();
        finder.labels(hit).forEach(label::put);
        object.put("label", label);
        object.put("rank", hit.rank().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        object.put("score", JsonNumber.value(BigDecimal.valueOf(hit.score()).setScale(3, RoundingMode.HALF_UP)));
        object.put("match", match(hit));
        return object;
    }

    private static JsonObject match(Hit hit) {
        String text = hit.best().text();
        int from = 0;
        int to = text.length();
        if (text.length() > LONGEST_TEXT) {
            int first = hit.spans().isEmpty() ? 0 : hit.spans().get(0).start();
            from = whole(text, Math.max(0, Math.min(first - BEFORE_MARK, text.length() - LONGEST_TEXT)));
            to = whole(text, from + LONGEST_TEXT);
        }
        String before = from > 0 ? CUT : "";
        String shown = before + text.substring(from, to) + (to < text.length() ? CUT : "");
        JsonObject object = new JsonObject();
        object.put("property", hit.best().property().node().getURI());
        object.put("text", shown);
        if (!hit.best().language().isEmpty()) {
            object.put("lang", hit.best().language());
        }
        JsonArray marks = new JsonArray();
        for (TextSpan span : inside(hit.spans(), from, to)) {
            JsonArray mark = new JsonArray();
            mark.add(shown.codePointCount(0, span.start() - from + before.length()));
            mark.add(shown.codePointCount(0, span.end() - from + before.length()));
            marks.add(mark);
        }
        object.put("marks", marks);
        return object;
    }

    private static List<TextSpan> inside(List<TextSpan> spans, int from, int to) {
        List<TextSpan> inside = new ArrayList<>();
        for (TextSpan span : spans) {
            if (span.start() >= from && span.end() <= to) {
                inside.add(span);
            }
        }
        return inside;
    }

    /** The place, or the one before it if a character would be cut in two. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
