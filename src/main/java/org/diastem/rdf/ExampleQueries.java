// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.Bilingual;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/** Reads example queries: one Turtle file each, in the vocabulary of SHACL that sparql-examples uses. */
public final class ExampleQueries {
    private static final List<Node> TEXT_PROPERTIES =
            List.of(Foreign.SH_SELECT, Foreign.SH_ASK, Foreign.SH_CONSTRUCT, Foreign.SPEX_DESCRIBE);

    private ExampleQueries() {}

    /**
     * The graph of all files of a folder. A file whose query does not parse, or that lacks a text in either
     * language, is a problem; what else it must have is told by {@code ontology/shapes/queries.ttl}.
     *
     * @param shownFolder the folder's name in problems
     */
    public static Graph read(Path folder, String shownFolder, Problems problems) {
        Graph all = GraphMemFactory.createDefaultGraph();
        TurtleFiles files = new TurtleFiles(problems);
        for (Path file : TurtleFiles.list(folder, ".ttl")) {
            String shownName = shownFolder + "/" + file.getFileName();
            files.read(file, shownName).ifPresent(graph -> {
                check(graph, shownName, problems);
                GraphUtil.addInto(all, graph);
            });
        }
        return all;
    }

    private static void check(Graph graph, String shownName, Problems problems) {
        Place place = Place.ofFile(shownName);
        List<Node> queries = subjects(graph);
        String name = shownName.substring(shownName.lastIndexOf('/') + 1).replaceAll("\\.ttl$", "");
        // A file without a query holds what the others share, as their prefixes.
        for (Node query : queries) {
            if (!query.isURI() || !query.getURI().equals(Namespaces.QUERY + name)) {
                problems.add(
                        ProblemCode.BAD_IRI, place, query.toString(), "The query of this file is query:" + name + ".");
            } else if (example(graph, query).isEmpty()) {
                problems.add(
                        ProblemCode.MISSING_LANGUAGE,
                        place,
                        name,
                        "The query needs label, explanation and avoided misunderstanding in both languages, and a topic"
                                + " among its keywords.");
            }
            try {
                // The standard's syntax, without Jena's own: an example runs on any endpoint.
                QueryFactory.create(text(graph, query), Syntax.syntaxSPARQL_11);
            } catch (QueryException e) {
                problems.add(
                        ProblemCode.UNREADABLE_QUERY,
                        place,
                        "",
                        e.getMessage().lines().findFirst().orElse(""));
            }
        }
    }

    /** The queries of a graph in the order of their names. */
    public static List<ExampleQuery> of(Graph graph) {
        List<ExampleQuery> queries = new ArrayList<>();
        subjects(graph).forEach(node -> example(graph, node).ifPresent(queries::add));
        queries.sort(Comparator.comparing(ExampleQuery::name));
        return queries;
    }

    private static List<Node> subjects(Graph graph) {
        List<Node> nodes = new ArrayList<>();
        for (Node property : TEXT_PROPERTIES) {
            graph.find(Node.ANY, property, Node.ANY).forEach(triple -> nodes.add(triple.getSubject()));
        }
        return nodes;
    }

    private static String text(Graph graph, Node query) {
        for (Node property : TEXT_PROPERTIES) {
            Node text = G.getZeroOrOneSP(graph, query, property);
            if (text != null && text.isLiteral()) {
                return text.getLiteralLexicalForm();
            }
        }
        return "";
    }

    private static Optional<ExampleQuery> example(Graph graph, Node query) {
        Optional<Bilingual> label = bilingual(graph, query, RDFS.label.asNode());
        Optional<Bilingual> explanation = bilingual(graph, query, Dia.EXPLANATION);
        Optional<Bilingual> avoids = bilingual(graph, query, Dia.AVOIDS_MISUNDERSTANDING);
        List<String> keywords = texts(graph, query, Foreign.SCHEMA_KEYWORDS);
        if (!query.isURI()
                || label.isEmpty()
                || explanation.isEmpty()
                || avoids.isEmpty()
                || keywords.stream().noneMatch(ExampleQuery.TOPICS::contains)) {
            return Optional.empty();
        }
        List<ExampleQuery.Parameter> parameters = new ArrayList<>();
        objects(graph, query, Dia.HAS_PARAMETER)
                .forEach(node -> parameter(graph, node).ifPresent(parameters::add));
        return Optional.of(new ExampleQuery(
                query.getURI().substring(query.getURI().lastIndexOf('/') + 1),
                label.get(),
                explanation.get(),
                avoids.get(),
                keywords,
                text(graph, query),
                parameters,
                objects(graph, query, Foreign.SPEX_FEDERATES_WITH).stream()
                        .map(Node::toString)
                        .sorted()
                        .toList(),
                recorded(graph, query)));
    }

    private static Optional<ExampleQuery.Parameter> parameter(Graph graph, Node parameter) {
        List<String> variable = texts(graph, parameter, Dia.PARAMETER_VARIABLE);
        Optional<Bilingual> label = bilingual(graph, parameter, RDFS.label.asNode());
        List<Node> type = objects(graph, parameter, Dia.VALUE_TYPE);
        List<Node> standard = objects(graph, parameter, Dia.DEFAULT_VALUE);
        List<String> suggestions = texts(graph, parameter, Dia.SUGGESTION_QUERY);
        if (variable.isEmpty() || label.isEmpty() || type.isEmpty() || standard.isEmpty() || suggestions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ExampleQuery.Parameter(
                variable.get(0), label.get(), type.get(0).toString(), standard.get(0), suggestions.get(0)));
    }

    private static Optional<ExampleQuery.Recorded> recorded(Graph graph, Node query) {
        List<String> rows = texts(graph, query, Dia.EXPECTED_ROWS);
        List<String> hash = texts(graph, query, Dia.RESULT_HASH);
        List<String> release = texts(graph, query, Dia.VERIFIED_IN);
        List<String> day = texts(graph, query, Dia.VERIFIED_ON);
        if (rows.isEmpty() || hash.isEmpty() || release.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ExampleQuery.Recorded(
                    new QueryResult(Long.parseLong(rows.get(0)), hash.get(0)),
                    release.get(0),
                    LocalDate.parse(day.get(0))));
        } catch (NumberFormatException | DateTimeParseException e) {
            // Not a record; the shapes tell what is wrong with it.
            return Optional.empty();
        }
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject()).toList();
    }

    /** The literals of a property in the order of the alphabet. */
    private static List<String> texts(Graph graph, Node subject, Node property) {
        return objects(graph, subject, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    private static Optional<Bilingual> bilingual(Graph graph, Node subject, Node property) {
        Optional<String> en = inLanguage(graph, subject, property, "en");
        Optional<String> zh = inLanguage(graph, subject, property, "zh");
        return en.isPresent() && zh.isPresent() ? Optional.of(new Bilingual(en.get(), zh.get())) : Optional.empty();
    }

    private static Optional<String> inLanguage(Graph graph, Node subject, Node property, String language) {
        return objects(graph, subject, property).stream()
                .filter(text -> text.isLiteral() && text.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }
}
