// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.nio.file.Path;
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
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/** Reads example queries: one Turtle file each, in the vocabulary of SHACL that sparql-examples uses. */
public final class ExampleQueries {
    private static final List<Node> TEXT_PROPERTIES =
            List.of(Foreign.SH_SELECT, Foreign.SH_ASK, Foreign.SH_CONSTRUCT, Foreign.SPEX_DESCRIBE);

    private ExampleQueries() {}

    /**
     * The graph of all files of a folder. A file whose query does not parse, or that lacks a label in either language,
     * is a problem.
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
                problems.add(ProblemCode.MISSING_LANGUAGE, place, name, "The query needs two labels.");
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
        Optional<String> en = label(graph, query, "en");
        Optional<String> zh = label(graph, query, "zh");
        if (en.isEmpty() || zh.isEmpty() || !query.isURI()) {
            return Optional.empty();
        }
        String name = query.getURI().substring(query.getURI().lastIndexOf('/') + 1);
        return Optional.of(new ExampleQuery(name, new Bilingual(en.get(), zh.get()), text(graph, query)));
    }

    private static Optional<String> label(Graph graph, Node query, String language) {
        return graph.find(query, RDFS.label.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(label -> label.isLiteral() && label.getLiteralLanguage().equals(language))
                .mapWith(Node::getLiteralLexicalForm)
                .nextOptional();
    }
}
