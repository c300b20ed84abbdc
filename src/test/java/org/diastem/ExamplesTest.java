// SPDX-License-Identifier: Apache-2.0
package org.diastem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.build.Assembler;
import org.diastem.build.Assembly;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.problem.Severity;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.rdf.MetadataQuads;
import org.diastem.rdf.QueryResult;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The example queries of the repository over its own data: each returns what was recorded of it. */
class ExamplesTest {
    private static final int FEWEST = 60;
    private static final int MOST_FIRST_STEPS = 5;

    private static DatasetGraph dataset;
    private static Graph graph;
    private static List<ExampleQuery> examples;

    @BeforeAll
    static void assemble() {
        Assembly assembly = new Assembler(Project.at(FixtureProject.REPOSITORY), Progress.NONE).assemble();
        assertEquals(List.of(), assembly.report(Severity.ERROR));
        dataset = assembly.dataset().orElseThrow();
        MetadataQuads.fill(dataset, "0.1.0-0123456789abcdef", "0.1.0");
        graph = dataset.getGraph(GraphName.EXAMPLES.node());
        examples = ExampleQueries.of(graph);
        assertTrue(examples.size() >= FEWEST, "saw " + examples.size() + " examples");
    }

    @TestFactory
    Stream<DynamicTest> every_example_returns_what_was_recorded() {
        return each(example -> !example.isFederated(), example -> {
            String command = "If " + example.name()
                    + " is right as it is now, run: ./diastem build && ./diastem query --record " + example.number()
                    + "\n";
            QueryResult result = QueryResult.of(query(example), dataset);
            assertTrue(result.rows() > 0, example.name() + " returns nothing");
            assertTrue(example.recorded().isPresent(), "No result is recorded. " + command);
            assertEquals(example.recorded().get().result(), result, command);
        });
    }

    @TestFactory
    Stream<DynamicTest> every_federated_example_finds_what_it_asks_the_other_endpoint_about() {
        return each(ExampleQuery::isFederated, example -> {
            assertTrue(example.recorded().isEmpty(), "what another endpoint holds is not ours to record");
            assertEquals(new TreeSet<>(example.federatesWith()), services(query(example)));
            assertEquals("federation", example.topic());
            try (QueryExec execution =
                    QueryExec.dataset(dataset).query(withoutServices(query(example))).build()) {
                assertTrue(execution.select().hasNext(), "the part that runs here finds nothing");
            }
        });
    }

    @Test
    void an_example_calls_other_endpoints_only_if_it_says_so() {
        for (ExampleQuery example : examples) {
            assertEquals(example.isFederated(), !services(query(example)).isEmpty(), example.name());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_parameter_stands_in_its_query_and_its_suggestions_hold_the_standard_value() {
        return each(example -> !example.parameters().isEmpty(), example -> {
            for (ExampleQuery.Parameter parameter : example.parameters()) {
                assertEquals(
                        List.of(parameter.standard()),
                        values(query(example), parameter.variable()),
                        parameter.variable());
                List<Node> suggested = new ArrayList<>();
                Query suggestions = QueryFactory.create(parameter.suggestions(), Syntax.syntaxSPARQL_11);
                assertEquals(List.of("value", "label"), suggestions.getResultVars());
                try (QueryExec execution = QueryExec.dataset(dataset).query(suggestions).build()) {
                    execution.select().forEachRemaining(row -> {
                        suggested.add(row.get("value"));
                        assertTrue(row.get("label").isLiteral());
                    });
                }
                assertTrue(suggested.contains(parameter.standard()), parameter.variable() + ": " + suggested);
                assertEquals(suggested.size(), new HashSet<>(suggested).size(), parameter.variable());
            }
        });
    }

    @Test
    void no_two_examples_differ_in_constants_alone() {
        Map<String, String> shapes = new TreeMap<>();
        for (ExampleQuery example : examples) {
            String body = example.text().replaceAll("(?m)^PREFIX.*$", "");
            String shape = body.replaceAll("\"[^\"]*\"", "x")
                    .replaceAll("\\w+:[\\w-]+", "x")
                    .replaceAll("\\?\\w+", "?")
                    .replaceAll("\\s+", " ");
            String other = shapes.put(shape, example.name());
            assertEquals(null, other, example.name());
        }
        Set<String> questions = new HashSet<>();
        examples.forEach(example -> assertTrue(questions.add(example.label().en()), example.name()));
    }

    @Test
    void every_topic_has_examples_and_few_are_first_steps() {
        Map<String, Long> topics =
                examples.stream().collect(Collectors.groupingBy(ExampleQuery::topic, Collectors.counting()));
        assertEquals(Set.copyOf(ExampleQuery.TOPICS), topics.keySet());
        assertTrue(topics.get("first steps") <= MOST_FIRST_STEPS);
    }

    @Test
    void the_type_of_an_example_tells_its_form_and_its_comment_is_the_question() {
        Map<String, Function<Query, Boolean>> forms = Map.of(
                Namespaces.SH + "SPARQLSelectExecutable", Query::isSelectType,
                Namespaces.SH + "SPARQLAskExecutable", Query::isAskType,
                Namespaces.SH + "SPARQLConstructExecutable", Query::isConstructType,
                Namespaces.SPEX + "SPARQLDescribeExecutable", Query::isDescribeType);
        for (ExampleQuery example : examples) {
            Node node = NodeFactory.createURI(Namespaces.QUERY + example.name());
            List<Node> types = graph.find(node, RDF.type.asNode(), Node.ANY).mapWith(t -> t.getObject()).toList();
            assertEquals(2, types.size(), example.name());
            types.stream().filter(type -> forms.containsKey(type.getURI())).forEach(type ->
                    assertTrue(forms.get(type.getURI()).apply(query(example)), example.name()));
            assertTrue(
                    graph.contains(
                            node,
                            RDFS.comment.asNode(),
                            NodeFactory.createLiteralLang(example.label().en(), "en")),
                    example.name());
        }
    }

    @Test
    void the_shared_prefixes_are_those_of_the_project() {
        Map<String, String> declared = new HashMap<>();
        Node prefix = NodeFactory.createURI(Namespaces.SH + "prefix");
        Node namespace = NodeFactory.createURI(Namespaces.SH + "namespace");
        graph.find(Node.ANY, prefix, Node.ANY).forEach(triple -> declared.put(
                triple.getObject().getLiteralLexicalForm(),
                graph.find(triple.getSubject(), namespace, Node.ANY).next().getObject().getLiteralLexicalForm()));
        assertEquals(new TreeMap<>(Namespaces.all()), new TreeMap<>(declared));
    }

    private static Stream<DynamicTest> each(
            Predicate<ExampleQuery> which, Consumer<ExampleQuery> test) {
        return examples.stream()
                .filter(which)
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> test.accept(example)));
    }

    private static Query query(ExampleQuery example) {
        return QueryFactory.create(example.text(), Syntax.syntaxSPARQL_11);
    }

    private static Set<String> services(Query query) {
        Set<String> services = new TreeSet<>();
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementService service) {
                    services.add(service.getServiceNode().toString());
                }
            });
        }
        return services;
    }

    /** All solutions of the part of a query that runs at this endpoint. */
    private static Query withoutServices(Query query) {
        Query here = QueryFactory.make();
        here.setQuerySelectType();
        here.setQueryResultStar(true);
        here.setQueryPattern(ElementTransformer.transform(query.getQueryPattern(), new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementService service, Node node, Element inner) {
                return new ElementGroup();
            }
        }));
        return here;
    }

    /** The values that VALUES of a single variable gives it. */
    private static List<Node> values(Query query, String variable) {
        List<Node> values = new ArrayList<>();
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementData data) {
                if (data.getVars().equals(List.of(Var.alloc(variable)))) {
                    for (Binding row : data.getRows()) {
                        values.add(row.get(variable));
                    }
                }
            }
        });
        return values;
    }
}
