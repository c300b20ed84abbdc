// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diastem.server.page.ThingType;
import org.diastem.server.sparql.Budget;
import org.diastem.store.LiveRelease;

/** The search for other parts of the program, as plain values. */
public final class Lookup {
    private Lookup() {}

    /** The words for kinds of thing that a search may be narrowed to. */
    public static Set<String> types() {
        return ThingType.names();
    }

    /**
     * What is found, best first: {@code iri}, {@code type}, {@code label_en}, {@code label_zh}, {@code found_in}.
     *
     * @param type empty for all
     * @throws org.diastem.server.http.Refusal 400 if the text is missing or too long
     */
    public static List<Map<String, Object>> find(
            LiveRelease.Loaded loaded, Budget budget, String text, Optional<String> type, int limit) {
        SearchRequest request = SearchRequest.of(text, type.map(Set::of).orElse(Set.of()), limit, 0);
        Finder finder = new Finder(loaded.dataset(), budget);
        return finder.find(request).stream().limit(limit).map(hit -> {
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("iri", hit.best().subject().getURI());
            found.put("type", finder.type(hit));
            finder.labels(hit).forEach((language, label) -> found.put("label_" + language, label));
            found.put("found_in", hit.best().text());
            return found;
        }).toList();
    }
}
