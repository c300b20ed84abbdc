// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.diastem.bench.measure.Answers;
import org.diastem.bench.query.BenchQuery;
import org.diastem.bench.query.Parameters;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;

class BenchQueriesTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final int FEWEST_KINDS = 20;

    @Test
    void there_are_twenty_kinds_at_least_and_every_file_is_one() throws IOException {
        List<String> names = BenchQuery.all().stream().map(BenchQuery::name).toList();

        assertTrue(names.size() >= FEWEST_KINDS);
        try (Stream<Path> files = Files.list(FixtureProject.REPOSITORY.resolve("src/bench/resources/queries"))) {
            assertEquals(names, files.map(file -> file.getFileName().toString().replace(".rq", "")).sorted().toList());
        }
    }

    @Test
    void every_query_is_standard_sparql_with_any_parameters_and_says_what_it_is() throws IOException {
        Parameters parameters = Parameters.of(FixtureProject.REPOSITORY);
        for (BenchQuery query : BenchQuery.all()) {
            assertFalse(query.kind().isEmpty(), query.name());
            assertFalse(query.kindZh().isEmpty(), query.name());
            Query parsed = QueryFactory.create(query.text(parameters, 0), Syntax.syntaxSPARQL_11);
            assertFalse(query.ordered() && !parsed.hasOrderBy(), query.name());
            if (query.hasParameters() && !query.name().equals("27-values")) {
                assertNotEquals(query.text(parameters, 0), query.text(parameters, 1), query.name());
            }
        }
    }

    @Test
    void answers_are_the_same_whatever_the_order_and_the_way_numbers_are_written() {
        BenchQuery query = BenchQuery.all().get(0);
        String json = "application/sparql-results+json";
        byte[] one = results(
                "{\"n\":{\"type\":\"literal\",\"datatype\":\"" + XSD + "integer\",\"value\":\"5\"}}",
                "{\"n\":{\"type\":\"literal\",\"xml:lang\":\"en-GB\",\"value\":\"x\"}}");
        byte[] same = results(
                "{\"n\":{\"type\":\"literal\",\"xml:lang\":\"en-gb\",\"value\":\"x\"}}",
                "{\"n\":{\"type\":\"literal\",\"datatype\":\"" + XSD + "decimal\",\"value\":\"5.0\"}}");
        byte[] other = results(
                "{\"n\":{\"type\":\"literal\",\"xml:lang\":\"en-gb\",\"value\":\"y\"}}",
                "{\"n\":{\"type\":\"literal\",\"datatype\":\"" + XSD + "decimal\",\"value\":\"5.0\"}}");

        assertEquals(Answers.digest(query, json, one), Answers.digest(query, json, same));
        assertNotEquals(Answers.digest(query, json, one), Answers.digest(query, json, other));
    }

    @Test
    void line_ends_within_a_text_are_no_rows() {
        BenchQuery million = BenchQuery.all().stream().filter(BenchQuery::tabular).findFirst().orElseThrow();
        byte[] body = "?s\t?o\n<a>\t\"one \\\" line\"\n<b>\t\"two\nlines\"\n".getBytes(StandardCharsets.UTF_8);

        assertEquals("2 rows", Answers.digest(million, million.accepted(), body));
    }

    private static byte[] results(String... rows) {
        return ("{\"head\":{\"vars\":[\"n\"]},\"results\":{\"bindings\":[" + String.join(",", rows) + "]}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
