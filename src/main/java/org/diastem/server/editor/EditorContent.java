// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.editor;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * What the editor offers over a release.
 *
 * @param classes the IRIs of the classes that have members, as the release's VoID tells
 * @param properties the IRIs of the properties in use, as the release's VoID tells
 */
record EditorContent(List<ExampleQuery> examples, List<String> classes, List<String> properties) {
    EditorContent {
        examples = List.copyOf(examples);
        classes = List.copyOf(classes);
        properties = List.copyOf(properties);
    }

    static EditorContent of(LiveRelease.Loaded loaded) {
        Graph described = loaded.dataset().getGraph(GraphName.METADATA.node());
        return new EditorContent(
                ExampleQueries.of(loaded.dataset().getGraph(GraphName.EXAMPLES.node())),
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
