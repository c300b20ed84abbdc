// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Refusal;
import org.diastem.server.page.ThingType;

/**
 * What is searched for.
 *
 * @param language of the texts; empty for any
 * @param types of the things; empty for all
 * @param suggests whether the text is the beginning of a name that is still being typed
 */
record SearchRequest(
        String text, Optional<String> language, Set<String> types, boolean suggests, int limit, int offset) {
    private static final int LONGEST = 200;
    private static final int MOST_HITS = 100;
    private static final int USUAL_HITS = 20;
    private static final int USUAL_SUGGESTIONS = 10;
    private static final int FARTHEST = 10_000;
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final List<String> MODES = List.of("search", "suggest");

    /** @throws Refusal 400 if something is missing or out of bounds */
    static SearchRequest of(Parameters parameters) {
        String text = text(parameters.single("q").orElse(""));
        Optional<String> language = oneOf(parameters, "lang", LANGUAGES);
        Set<String> types = new TreeSet<>();
        for (String list : parameters.all("type")) {
            for (String type : list.split(",")) {
                if (!ThingType.names().contains(type.strip())) {
                    throw Refusal.of(
                            400, "The parameter type is none of " + String.join(", ", ThingType.names()) + ".");
                }
                types.add(type.strip());
            }
        }
        boolean suggests = oneOf(parameters, "mode", MODES).filter("suggest"::equals).isPresent();
        int limit = number(parameters, "limit", suggests ? USUAL_SUGGESTIONS : USUAL_HITS, 1, MOST_HITS);
        int offset = number(parameters, "offset", 0, 0, FARTHEST);
        return new SearchRequest(text, language, types, suggests, limit, offset);
    }

    /** The hits of a text in both languages, from the first on. */
    static SearchRequest of(String text, Set<String> types, int limit, int offset) {
        return new SearchRequest(text(text), Optional.empty(), types, false, limit, offset);
    }

    private static String text(String given) {
        String text = given.strip();
        if (text.isEmpty()) {
            throw Refusal.of(400, "The parameter q is missing or empty; it holds the words to search for.");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw Refusal.of(400, "The parameter q is longer than " + LONGEST + " characters.");
        }
        return text;
    }

    private static Optional<String> oneOf(Parameters parameters, String name, List<String> values) {
        Optional<String> value = parameters.single(name).filter(given -> !given.isEmpty());
        if (value.isPresent() && !values.contains(value.get().toLowerCase(Locale.ROOT))) {
            throw Refusal.of(400, "The parameter " + name + " is neither " + String.join(" nor ", values) + ".");
        }
        return value.map(given -> given.toLowerCase(Locale.ROOT));
    }

    private static int number(Parameters parameters, String name, int usual, int least, int most) {
        Optional<String> value = parameters.single(name).filter(given -> !given.isEmpty());
        if (value.isEmpty()) {
            return usual;
        }
        // Nine digits fit an int whatever they are.
        int number = value.get().matches("[0-9]{1,9}") ? Integer.parseInt(value.get()) : -1;
        if (number < least || number > most) {
            throw Refusal.of(400, "The parameter " + name + " is no number from " + least + " to " + most + ".");
        }
        return number;
    }

    /** What tells the answer from that to any other request. */
    String key() {
        return String.join(
                "\n",
                "search",
                text,
                language.orElse(""),
                String.join(",", types),
                Arrays.asList(suggests, limit, offset).toString());
    }
}
