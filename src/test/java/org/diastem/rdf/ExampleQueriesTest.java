// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.diastem.model.Bilingual;
import org.diastem.problem.Problems;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;

class ExampleQueriesTest {
    private static final Bilingual WORDS = new Bilingual("Open needs", "未解决的需求");
    private static final ExampleQuery EXAMPLE = new ExampleQuery(
            "007-open-needs",
            WORDS,
            WORDS,
            WORDS,
            List.of("need", "certainty"),
            "ASK {}",
            List.of(),
            List.of(),
            Optional.empty());

    @Test
    void examples_are_read_in_the_order_of_their_names() {
        Problems problems = new Problems();
        List<ExampleQuery> examples = ExampleQueries.of(
                ExampleQueries.read(FixtureProject.resource("project/queries"), "queries", problems));
        assertEquals(List.of(), problems.sorted());
        assertEquals(
                List.of("001-secreted-factors", "002-any-conditional"),
                examples.stream().map(ExampleQuery::name).toList());
        assertEquals("干细胞分泌什么?", examples.get(0).label().zh());
        assertTrue(examples.get(1).text().startsWith("PREFIX dia:"));
    }

    @Test
    void an_example_has_a_topic_among_its_keywords() {
        assertEquals("certainty", EXAMPLE.topic());
    }

    @Test
    void a_query_is_called_by_number_slug_or_name() {
        for (String name : List.of("7", "007", "open-needs", "007-open-needs")) {
            assertTrue(EXAMPLE.isCalled(name), name);
        }
        for (String name : List.of("", "70", "needs", "008-open-needs", "-7")) {
            assertFalse(EXAMPLE.isCalled(name), name);
        }
    }
}
