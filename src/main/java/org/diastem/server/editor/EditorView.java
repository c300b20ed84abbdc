// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryType;
import org.diastem.rdf.ExampleQuery;
import org.diastem.server.page.Page;
import org.diastem.vocab.Namespaces;

/**
 * What the editor shows.
 *
 * @param text with which it begins
 * @param chosen the example with which it begins
 * @param unknown a name by which an example was asked for in vain
 * @param otherRelease the release that a permanent link was made for, if it is not the one that is served
 * @param kinds of query by the name of the example
 * @param data what the script needs, as JSON in which nothing ends an element
 */
public record EditorView(
        List<Topic> topics,
        String text,
        Optional<ExampleQuery> chosen,
        Optional<String> unknown,
        Optional<String> otherRelease,
        Map<String, QueryType> kinds,
        String data) {
    private static final String FIRST_TEXT =
            """
            PREFIX dia: <https://w3id.org/diastem/ontology/>

            SELECT ?line ?statement WHERE {
              ?claim dia:sourceLine ?line ; dia:statement ?statement .
              FILTER (lang(?statement) = "%s")
            } ORDER BY ?line LIMIT 20
            """;

    /** The words that the script says. */
    private static final List<String> WORDS = List.of(
            "running", "took", "failed", "graph", "graph.much", "graph.help", "chart", "chart.bars", "chart.much",
            "rows", "rows.one", "triples", "triples.one", "table", "response", "view", "status", "fallback",
            "yes", "no", "download", "download.none", "table.range", "table.none", "table.filtered", "table.noMatch", "table.sort",
            "table.sort.reverse", "table.sort.remove", "table.first", "table.last", "table.next", "table.previous",
            "table.short", "table.cut", "table.filter", "table.size", "table.all", "table.pages");

    /**
     * Examples of one topic.
     *
     * @param key of its name among the texts, behind {@code editor.topic.}
     */
    public record Topic(String key, List<ExampleQuery> examples) {
        public Topic {
            Objects.requireNonNull(key);
            examples = List.copyOf(examples);
        }

        /** Whether an example is among these. */
        public boolean has(Optional<ExampleQuery> example) {
            return example.filter(examples::contains).isPresent();
        }
    }

    public EditorView {
        topics = List.copyOf(topics);
        Objects.requireNonNull(text);
        Objects.requireNonNull(chosen);
        Objects.requireNonNull(unknown);
        Objects.requireNonNull(otherRelease);
        kinds = Map.copyOf(kinds);
        Objects.requireNonNull(data);
    }

    /** How much an example returned when it was last recorded: rows, triples, or whether yes or no. */
    public String amount(ExampleQuery example, Page page) {
        long amount = example.recorded().orElseThrow().result().rows();
        // The same words as those of the script, which knows no other form of number.
        return switch (kinds.get(example.name())) {
            case ASK -> page.say("editor.verdict");
            case SELECT -> page.say("editor.rows" + (amount == 1 ? ".one" : "")).replace("{0}", page.number(amount));
            default -> page.say("editor.triples" + (amount == 1 ? ".one" : "")).replace("{0}", page.number(amount));
        };
    }

    /** Whether an example was asked for that does not exist. */
    public boolean isUnknown() {
        return unknown.isPresent();
    }

    static EditorView of(
            EditorContent content, Page page, Optional<String> query, Optional<String> name, Optional<String> release) {
        Optional<ExampleQuery> chosen = name.flatMap(typed ->
                content.examples().stream().filter(known -> known.isCalled(typed)).findFirst());
        String text = query.or(() -> chosen.map(ExampleQuery::text))
                .orElseGet(() -> FIRST_TEXT.formatted(page.language()));
        // Another endpoint is not called before somebody wants it.
        boolean runs = query.isPresent() || chosen.map(example -> !example.isFederated()).orElse(false);
        return new EditorView(
                topics(content.examples()),
                text,
                chosen,
                chosen.isPresent() ? Optional.empty() : name,
                release.filter(asked -> !asked.equals(page.release())),
                content.kinds(),
                data(content, page, chosen.map(ExampleQuery::parameters).orElse(List.of()), runs));
    }

    private static List<Topic> topics(List<ExampleQuery> examples) {
        List<Topic> topics = new ArrayList<>();
        for (String topic : ExampleQuery.TOPICS) {
            List<ExampleQuery> its =
                    examples.stream().filter(example -> example.topic().equals(topic)).toList();
            if (!its.isEmpty()) {
                topics.add(new Topic(topic.replace(' ', '-'), its));
            }
        }
        return topics;
    }

    private static String data(
            EditorContent content, Page page, List<ExampleQuery.Parameter> parameters, boolean runs) {
        JsonObject data = new JsonObject();
        data.put("endpoint", page.site() + "/sparql");
        data.put("release", page.release());
        data.put("runs", runs);
        JsonObject prefixes = new JsonObject();
        Namespaces.all().forEach(prefixes::put);
        data.put("prefixes", prefixes);
        data.put("classes", array(content.classes()));
        data.put("properties", array(content.properties()));
        JsonArray fields = new JsonArray();
        parameters.forEach(parameter -> fields.add(field(parameter, page)));
        data.put("parameters", fields);
        JsonObject words = new JsonObject();
        // The places of arguments are filled by the script.
        WORDS.forEach(word -> words.put(word, page.say("editor." + word)));
        data.put("words", words);
        return data.toString().replace("<", "\\u003c");
    }

    /** A parameter, its default value as SPARQL's JSON format has terms. */
    private static JsonObject field(ExampleQuery.Parameter parameter, Page page) {
        Node standard = parameter.standard();
        JsonObject term = new JsonObject();
        term.put("type", standard.isURI() ? "uri" : "literal");
        term.put("value", standard.isURI() ? standard.getURI() : standard.getLiteralLexicalForm());
        if (standard.isLiteral() && !standard.getLiteralLanguage().isEmpty()) {
            term.put("xml:lang", standard.getLiteralLanguage());
        } else if (standard.isLiteral()) {
            term.put("datatype", standard.getLiteralDatatypeURI());
        }
        JsonObject field = new JsonObject();
        field.put("variable", parameter.variable());
        field.put("label", page.either(parameter.label().en(), parameter.label().zh()));
        field.put("standard", term);
        field.put("suggestions", parameter.suggestions());
        return field;
    }

    private static JsonArray array(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
