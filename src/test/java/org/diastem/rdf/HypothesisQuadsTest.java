// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.diastem.path.ClaimSteps;
import org.diastem.store.SortedTurtle;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HypothesisQuadsTest {
    /** All cases have these predicates and sources. */
    private static final Path COMMON = FixtureProject.resource("hypotheses/common.trig");

    @TestFactory
    Stream<DynamicTest> each_case_gives_the_hypotheses_that_it_expects() throws IOException {
        List<Path> cases = FixtureProject.folders("hypotheses");
        assertTrue(cases.size() >= 7);
        return cases.stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
            DatasetGraph dataset = ReleaseData.create();
            RDFParser.source(COMMON).parse(ReleaseData.filling(dataset));
            RDFParser.source(folder.resolve("input.trig")).parse(ReleaseData.filling(dataset));
            Graph expected = RDFDataMgr.loadGraph(folder.resolve("expected.ttl").toUri().toString());
            assertEquals(SortedTurtle.of(expected), SortedTurtle.of(hypotheses(dataset)));
        }));
    }

    private static Graph hypotheses(DatasetGraph dataset) {
        HypothesisQuads quads = new HypothesisQuads(ReleaseData.filling(dataset), dataset.getDefaultGraph());
        quads.write(ClaimSteps.net(dataset.getDefaultGraph()));
        Graph hypotheses = dataset.getGraph(GraphName.HYPOTHESES.node());
        assertEquals(
                quads.written(), hypotheses.stream(null, RDF.type.asNode(), Dia.HYPOTHESIS).count());
        return hypotheses;
    }

    @Test
    void between_two_ends_there_are_at_most_a_hundred_and_the_shortest_are_kept() {
        DatasetGraph dataset = ReleaseData.create();
        RDFParser.source(COMMON).parse(ReleaseData.filling(dataset));
        // 80 paths of two steps and, over another 40 concepts, 40 of three.
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            claims.add("A promotes M" + i);
            claims.add("M" + i + " promotes Z");
        }
        for (int i = 0; i < 40; i++) {
            claims.add("A promotes K" + i);
            claims.add("K" + i + " promotes L" + i);
            claims.add("L" + i + " promotes Z");
        }
        Graph graph = dataset.getDefaultGraph();
        for (int i = 0; i < claims.size(); i++) {
            String[] words = claims.get(i).split(" ");
            Node claim = IriMinter.claim(String.format("C%04d", i + 1));
            graph.add(claim, Dia.CLAIM_SUBJECT, Dia.term(words[0]));
            graph.add(claim, Dia.CLAIM_PREDICATE, Dia.term(words[1]));
            graph.add(claim, Dia.CLAIM_OBJECT, Dia.term(words[2]));
            graph.add(claim, Dia.POLARITY, Dia.term("Affirmed"));
            graph.add(claim, Dia.CERTAINTY, Dia.term("Reported"));
            graph.add(claim, Foreign.PROV_WAS_QUOTED_FROM, NodeFactory.createURI(Namespaces.BASE + "document/one"));
        }
        Graph hypotheses = hypotheses(dataset);
        List<String> counts = hypotheses.stream(null, Dia.PATH_START, Dia.term("A"))
                .filter(triple -> hypotheses.contains(triple.getSubject(), Dia.PATH_END, Dia.term("Z")))
                .map(triple -> hypotheses.stream(triple.getSubject(), Dia.STEP_COUNT, null)
                        .findFirst().orElseThrow().getObject().getLiteralLexicalForm())
                .toList();
        assertEquals(100, counts.size());
        assertEquals(80, counts.stream().filter("2"::equals).count());
    }
}
