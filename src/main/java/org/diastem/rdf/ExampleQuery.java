// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.diastem.model.Bilingual;

/**
 * An example query of the folder {@code queries}.
 *
 * @param name the file's name without its ending, as {@code 001-secreted-factors}
 * @param label the question that it answers
 * @param explanation what it does
 * @param avoids which wrong reading it helps to avoid
 * @param keywords in the order of the alphabet; one of them is one of {@link #TOPICS}
 * @param text the query as it is sent to any endpoint, prefixes included
 * @param parameters places at which a reader may put another value
 * @param federatesWith the endpoints that it calls
 * @param recorded what it returned when its result was last recorded; nothing for one that calls other endpoints
 */
public record ExampleQuery(
        String name,
        Bilingual label,
        Bilingual explanation,
        Bilingual avoids,
        List<String> keywords,
        String text,
        List<Parameter> parameters,
        List<String> federatesWith,
        Optional<Recorded> recorded) {
    /** What examples are about, from first steps on. */
    public static final List<String> TOPICS = List.of(
            "first steps",
            "hierarchy",
            "mechanism",
            "certainty",
            "evidence",
            "trials",
            "gaps",
            "provenance",
            "mappings",
            "search",
            "statistics",
            "quality",
            "views",
            "federation");

    /**
     * A place in a query at which a reader may put another value: the single value of a variable in VALUES.
     *
     * @param variable without its question mark
     * @param type the IRI of the datatype, or of the class, of its values
     * @param standard the value that stands in the query
     * @param suggestions a query for values to choose from: {@code ?value} and {@code ?label}
     */
    public record Parameter(String variable, Bilingual label, String type, Node standard, String suggestions) {
        public Parameter {
            Objects.requireNonNull(variable);
            Objects.requireNonNull(label);
            Objects.requireNonNull(type);
            Objects.requireNonNull(standard);
            Objects.requireNonNull(suggestions);
        }
    }

    /**
     * What a query returned.
     *
     * @param release the name of the release over which it ran
     */
    public record Recorded(QueryResult result, String release, LocalDate day) {
        public Recorded {
            Objects.requireNonNull(result);
            Objects.requireNonNull(release);
            Objects.requireNonNull(day);
        }
    }

    public ExampleQuery {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(explanation);
        Objects.requireNonNull(avoids);
        keywords = List.copyOf(keywords);
        Objects.requireNonNull(text);
        parameters = List.copyOf(parameters);
        federatesWith = List.copyOf(federatesWith);
        Objects.requireNonNull(recorded);
    }

    /** The number before the first hyphen. */
    public String number() {
        int hyphen = name.indexOf('-');
        return hyphen < 0 ? name : name.substring(0, hyphen);
    }

    /** What it is about: one of {@link #TOPICS}. */
    public String topic() {
        return TOPICS.stream().filter(keywords::contains).findFirst().orElseThrow();
    }

    /** Whether it calls other endpoints, so that its result is not ours to record. */
    public boolean isFederated() {
        return !federatesWith.isEmpty();
    }

    /** Whether a person may mean this query by that name: the whole of it, its number or its slug. */
    public boolean isCalled(String typed) {
        String slug = name.substring(Math.min(name.length(), number().length() + 1));
        return typed.equals(name) || typed.equals(slug) || sameNumber(typed);
    }

    private boolean sameNumber(String typed) {
        return typed.matches("[0-9]{1,6}")
                && number().matches("[0-9]{1,6}")
                && Integer.parseInt(typed) == Integer.parseInt(number());
    }
}
