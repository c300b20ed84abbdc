// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.editor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryType;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * What the editor offers over a release.
 *
 * @param kinds of query by the name of the example
 * @param classes the IRIs of the classes that have members, as the release's VoID tells
 * @param properties the IRIs of the properties in use, as the release's VoID tells
 */
record EditorContent(
        List<ExampleQuery> examples,
        Map<String, QueryType> kinds,
        List<String> classes,
        List<String> properties) {
    EditorContent {
        examples = List.copyOf(examples);
        kinds = Map.copyOf(kinds);
        classes = List.copyOf(classes);
        properties = List.copyOf(properties);
    }

    static EditorContent of(LiveRelease.Loaded loaded) {
        Graph described = loaded.dataset().getGraph(GraphName.METADATA.node());
        List<ExampleQuery> examples =
                ExampleQueries.of(loaded.dataset().getGraph(GraphName.EXAMPLES.node()));
        return new EditorContent(
                examples,
                examples.stream()
                        .collect(Collectors.toMap(
                                ExampleQuery::name, example -> QueryFactory.create(example.text()).queryType())),
                named(described, "class"),
                named(described, "property"));
    }

    private static List<String> named(Graph described, String property) {
        return described.find(Node.ANY, NodeFactory.createURI(Namespaces.VOID + property), Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getURI())
                .distinct()
                .sorted()
                .toList();
    }
}
