// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.diastem.model.CuratedData;
import org.diastem.problem.Place;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodePlacesTest {
    @TempDir
    private Path folder;

    @Test
    void a_row_is_named_by_file_line_and_identifier() throws IOException {
        assertEquals("data/claims.csv:57 (C0056)", place(ours("claim/C0056")));
        assertEquals("data/claims.csv:57 (C0056)", place(ours("selector/C0056")));
        assertEquals("data/registries.csv:2 (Made)", place(ours("registry/Made")));
    }

    @Test
    void a_term_is_where_the_ontology_first_begins_a_line_with_it() throws IOException {
        assertEquals("ontology/diastem.ttl:2", place(Dia.term("Cell")));
    }

    @Test
    void what_comes_from_no_file_has_no_place() throws IOException {
        assertEquals("none", place(ours("claim/C9999")));
        assertEquals("none", place(ours("nothing")));
        assertEquals("none", place(Dia.term("Unknown")));
        assertEquals("none", place(NodeFactory.createURI(Namespaces.OBO + "CL_0000134")));
        assertEquals("none", place(NodeFactory.createLiteralString("text")));
    }

    private String place(Node node) throws IOException {
        Path ontology = folder.resolve("o.ttl");
        Files.writeString(
                ontology,
                """
                # dia:Cell is first
                dia:Cell a owl:Class ;
                  rdfs:subClassOf dia:Unknown .
                dia:Cell a dia:X .
                """);
        Map<String, Place> rows = Map.of(
                "claims/C0056",
                Place.ofLine("data/claims.csv", 57),
                "registries/Made",
                Place.ofLine("data/registries.csv", 2));
        CuratedData data = new CuratedData(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), rows);
        return Optional.of(NodePlaces.of(data, ontology, "ontology/diastem.ttl"))
                .flatMap(places -> places.of(node))
                .map(Place::toString)
                .orElse("none");
    }

    private static Node ours(String path) {
        return NodeFactory.createURI(Namespaces.BASE + path);
    }
}
