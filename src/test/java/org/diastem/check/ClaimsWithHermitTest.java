// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.build.Assembler;
import org.diastem.build.Progress;
import org.diastem.build.Project;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.HermiT.ReasonerFactory;

/** Whoever loads claims beside the ontology into an OWL tool gets no contradiction from classes used as individuals. */
class ClaimsWithHermitTest {
    private static final int CLAIMS = 50;
    private static final Project PROJECT = Project.at(FixtureProject.REPOSITORY);

    @TempDir
    private Path folder;

    @Test
    void the_ontology_with_fifty_claims_and_their_direct_triples_is_consistent() throws IOException {
        DatasetGraph dataset =
                new Assembler(PROJECT, Progress.NONE).assemble().dataset().orElseThrow();
        Graph claims = GraphMemFactory.createDefaultGraph();
        Graph all = dataset.getDefaultGraph();
        List<Node> subjects = all.find(Node.ANY, Dia.CLAIM_SUBJECT, Node.ANY)
                .mapWith(triple -> triple.getSubject())
                .toList()
                .stream()
                .sorted((one, other) -> one.getURI().compareTo(other.getURI()))
                .toList();
        assertTrue(subjects.size() >= CLAIMS, "saw " + subjects.size() + " claims");
        int step = subjects.size() / CLAIMS;
        for (int i = 0; i < CLAIMS; i++) {
            Node claim = subjects.get(i * step);
            GraphUtil.add(claims, all.find(claim, Node.ANY, Node.ANY));
            Node subject = object(all, claim, Dia.CLAIM_SUBJECT);
            Node predicate = object(all, claim, Dia.CLAIM_PREDICATE);
            Graph direct = dataset.getGraph(GraphName.ASSERTIONS.node());
            GraphUtil.add(claims, direct.find(subject, predicate, Node.ANY));
        }
        // One document: the parser of the OWL API must see declarations and claims together.
        RDFDataMgr.read(claims, PROJECT.english().toUri().toString());
        RDFDataMgr.read(claims, PROJECT.chinese().toUri().toString());
        Path document = folder.resolve("whole.ttl");
        try (OutputStream out = Files.newOutputStream(document)) {
            RDFDataMgr.write(out, claims, Lang.TURTLE);
        }
        Classification classification = new OntologyReasoner(new ReasonerFactory()).classify(List.of(document));
        assertTrue(classification.consistent());
        assertEquals(Map.of(), classification.unsatisfiable());
    }

    private static Node object(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).next().getObject();
    }
}
