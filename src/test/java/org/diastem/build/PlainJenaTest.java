// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainJenaTest {
    @Test
    void the_written_turtle_gives_the_same_answers_in_a_plain_jena(@TempDir Path folder) throws IOException {
        Project project = FixtureProject.copyTo(folder.resolve("project"));
        Release release = new ReleaseBuilder(project, new ReleaseStore(folder.resolve("build")), Progress.NONE)
                .build()
                .release();
        Dataset plain = DatasetFactory.create();
        for (GraphName graph : GraphName.values()) {
            String file = release.file(graph).toUri().toString();
            if (graph.isInDefaultGraph()) {
                RDFDataMgr.read(plain.getDefaultModel(), file);
            }
            RDFDataMgr.read(plain.getNamedModel(graph.node().getURI()), file);
        }
        Dataset ours = DatasetFactory.wrap(release.load());
        Graph examples = ours.asDatasetGraph().getGraph(GraphName.EXAMPLES.node());
        List<ExampleQuery> queries = ExampleQueries.of(examples);
        assertFalse(queries.isEmpty());
        for (ExampleQuery query : queries) {
            assertEquals(answer(query, plain), answer(query, ours), query.name());
        }
    }

    private static List<String> answer(ExampleQuery query, Dataset dataset) {
        try (QueryExecution execution = QueryExecutionFactory.create(query.text(), dataset)) {
            if (execution.getQuery().isAskType()) {
                return List.of(Boolean.toString(execution.execAsk()));
            }
            List<String> rows = new ArrayList<>();
            execution.execSelect().forEachRemaining(row -> rows.add(row.toString()));
            Collections.sort(rows);
            assertFalse(rows.isEmpty(), query.name());
            return rows;
        }
    }
}
