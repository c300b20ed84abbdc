// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.query;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One kind of query that users run, from a file of {@code src/bench/resources/queries}. Its comments say what it is and
 * how its answers are compared.
 *
 * @param name the file's name without ending
 * @param kind what it is, in English
 * @param kindZh the same in Chinese
 * @param compared whether the engines must agree on the rows, on their number alone, or on nothing
 * @param ordered whether the order of the rows is part of the answer
 * @param big whether it is left out of the second geometric mean, because its size alone decides it
 * @param tabular whether tab-separated values are asked for in place of JSON
 * @param text the query with its placeholders
 */
public record BenchQuery(
        String name, String kind, String kindZh, Compared compared, boolean ordered, boolean big, boolean tabular,
        String text) {
    /** What the engines must agree on. */
    public enum Compared {
        ROWS,
        COUNT,
        NO
    }

    private static final String FOLDER = "/queries/";

    /** In the order of their numbers. */
    private static final List<String> NAMES = List.of(
            "01-look-up", "02-label", "03-ask", "04-under-class", "05-under-narrow-class", "06-two-hops",
            "07-four-hops", "08-chain", "09-star", "10-triangle", "11-topic-strength", "12-all-claims", "13-average",
            "14-optional", "15-without", "16-text-english", "17-text-chinese", "18-order-limit", "19-top",
            "20-closure-from-node", "21-closure-of-all", "22-mechanism-path", "23-count", "24-distinct",
                    "25-construct", "26-describe",
            "27-values", "28-page-of-claim", "29-page-of-concept", "30-which-graph", "31-named-graphs",
            "32-community-term", "33-hypotheses", "34-million-rows");

    public BenchQuery {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(kindZh);
        Objects.requireNonNull(compared);
        Objects.requireNonNull(text);
    }

    /** All of them. */
    public static List<BenchQuery> all() {
        List<BenchQuery> queries = new ArrayList<>();
        NAMES.forEach(name -> queries.add(read(name)));
        return queries;
    }

    private static BenchQuery read(String name) {
        String file = FOLDER + name + ".rq";
        try (InputStream in = BenchQuery.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return new BenchQuery(
                    name,
                    header(text, "kind: "),
                    header(text, "种类："),
                    Compared.valueOf(or(header(text, "compared: "), "rows").toUpperCase(Locale.ROOT)),
                    header(text, "ordered: ").equals("yes"),
                    header(text, "big: ").equals("yes"),
                    header(text, "format: ").equals("tsv"),
                    text.lines().filter(line -> !line.startsWith("#")).reduce("", (all, line) -> all + line + "\n"));
        } catch (IOException e) {
            throw new IllegalStateException("the query " + name + " cannot be read", e);
        }
    }

    private static String header(String text, String key) {
        return text.lines()
                .filter(line -> line.startsWith("# " + key))
                .map(line -> line.substring(2 + key.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    /** The query with the parameters of a run; runs go through the parameters in turn. */
    public String text(Parameters parameters, int run) {
        return parameters.fill(text, run);
    }

    /** Whether several runs ask for several things. */
    public boolean hasParameters() {
        return text.contains("%");
    }

    /** The media type to ask for. */
    public String accepted() {
        if (text.lines().anyMatch(line -> line.startsWith("CONSTRUCT") || line.startsWith("DESCRIBE"))) {
            return "application/n-triples";
        }
        return tabular ? "text/tab-separated-values" : "application/sparql-results+json";
    }
}
