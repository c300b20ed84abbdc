// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.diastem.model.Mapping;
import org.diastem.problem.Problem;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SssomReaderTest {
    private static final String HEADER =
            """
            #mapping_set_id: https://example.org/set
            #curie_map:
            #  dia: "https://w3id.org/diastem/ontology/"
            #  skos: http://www.w3.org/2004/02/skos/core#
            #  semapv: https://w3id.org/semapv/vocab/
            #  CL: http://purl.obolibrary.org/obo/CL_
            #license: https://creativecommons.org/licenses/by/4.0/
            """;
    private static final String COLUMNS =
            "subject_id\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tobject_source\tobject_source_version";
    private static final String END = "\tstem cell\tsemapv:ManualMappingCuration\tCL:0\t2026-08-19";

    private final Problems problems = new Problems();

    @TempDir
    private Path folder;

    @Test
    void curies_are_expanded_and_rows_come_in_the_order_of_their_ends() throws IOException {
        List<Mapping> mappings = read(COLUMNS, "dia:StemCell\tskos:exactMatch\tCL:0000034" + END, "dia:Cell\tskos:exactMatch\tCL:0000000" + END);
        assertEquals(List.of(), codes());
        assertEquals(
                List.of("https://w3id.org/diastem/ontology/Cell", "https://w3id.org/diastem/ontology/StemCell"),
                mappings.stream().map(Mapping::subject).toList());
        assertEquals("http://purl.obolibrary.org/obo/CL_0000034", mappings.get(1).object());
        assertEquals("2026-08-19", mappings.get(1).details().get("object_source_version"));
    }

    @Test
    void lines_are_counted_with_the_header_of_comments() throws IOException {
        read(COLUMNS, "dia:StemCell\tskos:exactMatch\tEFO:1" + END);
        assertEquals("m.tsv:9:30 (object_id)", problems.sorted().get(0).place().toString());
    }

    @Test
    void a_subject_must_be_declared_and_a_match_stands_once() throws IOException {
        String row = "dia:StemCell\tskos:exactMatch\tCL:0000034" + END;
        assertEquals(1, read(COLUMNS, row, row, "dia:Unheard\tskos:exactMatch\tCL:0000034" + END).size());
        assertEquals(List.of(ProblemCode.DUPLICATE_IDENTIFIER, ProblemCode.UNKNOWN_CONCEPT), codes());
    }

    @Test
    void columns_are_held_against_those_of_sssom() throws IOException {
        read(COLUMNS.replace("object_label", "object_labell"), "dia:StemCell\tskos:exactMatch\tCL:0000034" + END);
        assertEquals(List.of(ProblemCode.MISSING_COLUMN, ProblemCode.UNKNOWN_COLUMN), codes());
    }

    @Test
    void a_confidence_lies_between_nought_and_one() throws IOException {
        read(COLUMNS + "\tconfidence", "dia:StemCell\tskos:exactMatch\tCL:0000034" + END + "\t1.2");
        assertEquals(List.of(ProblemCode.BAD_NUMBER), codes());
    }

    private List<Mapping> read(String... lines) throws IOException {
        Path file = folder.resolve("m.tsv");
        Files.writeString(file, HEADER + String.join("\n", lines) + "\n");
        Terms terms = Terms.of(RDFDataMgr.loadGraph(
                FixtureProject.resource("project/ontology/diastem.ttl").toUri().toString()));
        return new SssomReader(terms, problems).read(file, "m.tsv");
    }

    private List<ProblemCode> codes() {
        return problems.sorted().stream().map(Problem::code).sorted().toList();
    }
}
