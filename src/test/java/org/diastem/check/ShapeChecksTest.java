// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.vocabulary.RDF;
import org.diastem.build.Assembler;
import org.diastem.build.Progress;
import org.diastem.problem.EnvironmentException;
import org.diastem.rdf.TurtleFiles;
import org.diastem.table.Column;
import org.diastem.table.Datatype;
import org.diastem.table.Schemas;
import org.diastem.testing.FixtureProject;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ShapeChecksTest {
    private static final Graph SHAPES = shapes();
    private static final Node CLAIM = NodeFactory.createURI(Namespaces.SHAPE + "Claim");

    private static Graph sound;

    @BeforeAll
    static void build(@TempDir Path folder) throws IOException {
        DatasetGraph dataset = new Assembler(FixtureProject.copyTo(folder), Progress.NONE)
                .assemble()
                .dataset()
                .orElseThrow();
        sound = dataset.getDefaultGraph();
    }

    @Test
    void sound_data_conforms() {
        assertEquals(List.of(), found(""));
    }

    @TestFactory
    Stream<DynamicTest> each_shape_finds_what_an_update_breaks() throws IOException {
        return FixtureProject.folders("shapes").stream().map(folder -> {
            String shape = folder.getFileName().toString();
            return DynamicTest.dynamicTest(shape, () -> {
                List<String> found = found(FixtureProject.text(folder.resolve("break.ru")));
                assertEquals(Files.readAllLines(folder.resolve("expected.txt")), found);
                assertTrue(found.stream().anyMatch(line -> line.contains(" shape-" + shape + ": ")), "is of " + shape);
            });
        });
    }

    @Test
    void every_shape_with_a_target_has_a_case() throws IOException {
        Set<String> targeted = new TreeSet<>();
        for (Node target : List.of(SHACL.targetClass, SHACL.targetSubjectsOf, SHACL.targetObjectsOf)) {
            SHAPES.find(Node.ANY, target, Node.ANY)
                    .forEach(triple -> targeted.add(triple.getSubject().getURI().substring(Namespaces.SHAPE.length())));
        }
        Set<String> cases = new TreeSet<>();
        FixtureProject.folders("shapes").forEach(folder -> cases.add(folder.getFileName().toString()));
        assertEquals(targeted, cases);
    }

    @Test
    void the_shape_of_claims_agrees_with_the_schema_of_the_table() {
        Schemas schemas = Schemas.read(FixtureProject.REPOSITORY.resolve("data/schema"));
        Set<String> otherwise = Set.of("id", "valueType", "statement_en", "statement_zh", "restates");
        for (Column column : schemas.table("claims").columns()) {
            if (otherwise.contains(column.name())) {
                continue;
            }
            Node shape = propertyShape(property(column.name()));
            assertEquals(column.required(), SHAPES.contains(shape, SHACL.minCount, Node.ANY), column.name());
            assertEquals(!column.many(), SHAPES.contains(shape, SHACL.maxCount, Node.ANY), column.name());
            if (column.datatype().kind() == Datatype.Kind.CLOSED_LIST) {
                assertTrue(
                        SHAPES.contains(shape, SHACL.class_, Dia.term(column.datatype().target())), column.name());
            }
        }
    }

    @Test
    void a_shape_that_cannot_be_used_is_a_fault_of_the_installation() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        graph.add(CLAIM, RDF.type.asNode(), SHACL.NodeShape);
        graph.add(CLAIM, SHACL.property, NodeFactory.createBlankNode());
        assertThrows(EnvironmentException.class, () -> new ShapeChecks(graph));
    }

    /** The property of a column that is not called like it. */
    private static Node property(String column) {
        return Dia.term(
                switch (column) {
                    case "subject", "predicate", "object", "value" ->
                        "claim" + Character.toUpperCase(column.charAt(0)) + column.substring(1);
                    case "section", "figure", "table", "group" ->
                        "in" + Character.toUpperCase(column.charAt(0)) + column.substring(1);
                    case "line" -> "sourceLine";
                    case "start", "end" -> column + "Offset";
                    default -> column;
                });
    }

    private static Node propertyShape(Node path) {
        return SHAPES.find(CLAIM, SHACL.property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(shape -> SHAPES.contains(shape, SHACL.path, path))
                .next();
    }

    private static Graph shapes() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        for (Path file : TurtleFiles.list(FixtureProject.REPOSITORY.resolve("ontology/shapes"), ".ttl")) {
            RDFDataMgr.read(graph, file.toUri().toString());
        }
        return graph;
    }

    private static List<String> found(String update) {
        DatasetGraph broken = DatasetGraphFactory.createGeneral();
        GraphUtil.addInto(broken.getDefaultGraph(), sound);
        if (!update.isEmpty()) {
            UpdateExec.dataset(broken).update(Namespaces.sparqlPrologue() + update).execute();
        }
        return new ShapeChecks(SHAPES)
                .run(broken, Findings.NO_PLACES).stream().sorted().distinct().map(Finding::line).toList();
    }
}
