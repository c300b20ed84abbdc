// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.diastem.problem.FindingsException;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;

class SortedTurtleTest {
    private static final String PREFIXES =
            """
            @prefix dia: <https://w3id.org/diastem/ontology/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    @Test
    void the_type_and_the_label_come_first_and_only_prefixes_in_use_are_declared() {
        String text = SortedTurtle.of(parse("dia:B rdfs:label 'b'@zh , 'b'@en ; dia:a 2 , 10 ; a owl:Class . dia:A a owl:Class ."));
        assertEquals(
                """
                @prefix dia: <https://w3id.org/diastem/ontology/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix owl: <http://www.w3.org/2002/07/owl#> .

                dia:A
                    a owl:Class .

                dia:B
                    a owl:Class ;
                    rdfs:label "b"@en , "b"@zh ;
                    dia:a 10 , 2 .
                """,
                text);
    }

    @Test
    void any_order_of_the_same_triples_gives_the_same_text() {
        List<Triple> triples = new ArrayList<>(
                RDFDataMgr.loadGraph(FixtureProject.resource("project/ontology/diastem.ttl").toUri().toString())
                        .find()
                        .toList());
        String first = SortedTurtle.of(graph(triples));
        Random random = new Random(20251115);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(triples, random);
            assertEquals(first, SortedTurtle.of(graph(triples)));
        }
    }

    @Test
    void what_was_written_is_read_back_as_the_same_graph() {
        Graph ontology = RDFDataMgr.loadGraph(FixtureProject.resource("project/ontology/diastem.ttl").toUri().toString());
        Graph read = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(SortedTurtle.of(ontology), Lang.TURTLE).parse(read);
        assertTrue(ontology.isIsomorphicWith(read));
    }

    @Test
    void unusual_names_and_literals_survive() {
        Graph graph = parse("dia:a dia:p 'a \"b\" \\\\ \\n'@en , '1990'^^xsd:gYear , true , 1.50 , <https://x.org/a(b)?c=d#e> , "
                + "<https://w3id.org/diastem/ontology/a/b> , '' , 'x'@zh-Hans , () , ( 1 ( dia:x ) ) .");
        Graph read = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(SortedTurtle.of(graph), Lang.TURTLE).parse(read);
        assertTrue(graph.isIsomorphicWith(read), SortedTurtle.of(graph));
    }

    @Test
    void a_blank_node_of_two_statements_is_refused() {
        assertThrows(FindingsException.class, () -> SortedTurtle.of(parse("dia:a dia:p _:x . dia:b dia:p _:x .")));
    }

    @Test
    void a_circle_of_blank_nodes_is_refused() {
        assertThrows(FindingsException.class, () -> SortedTurtle.of(parse("_:x dia:p _:y . _:y dia:p _:x .")));
    }

    private static Graph parse(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    private static Graph graph(List<Triple> triples) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }
}
