// SPDX-License-Identifier: Apache-2.0
package org.diastem.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.diastem.problem.EnvironmentException;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemasTest {
    private final Schemas schemas = Schemas.read(FixtureProject.REPOSITORY.resolve("data/schema"));

    @Test
    void every_example_of_a_datatype_is_accepted_by_it() {
        for (Datatype datatype : schemas.datatypes()) {
            if (datatype.kind() == Datatype.Kind.TEXT && !datatype.name().equals("sha256")) {
                assertTrue(datatype.accepts(datatype.example()), datatype.name());
            }
        }
    }

    @Test
    void every_column_says_in_both_languages_what_belongs_there() {
        for (TableSchema table : schemas.tables()) {
            for (Column column : table.columns()) {
                assertFalse(column.meaningEn().isBlank(), table.name() + "." + column.name());
                assertFalse(column.meaningZh().isBlank(), table.name() + "." + column.name());
            }
        }
    }

    @Test
    void a_reference_leads_to_a_table() {
        Set<String> names = new HashSet<>();
        schemas.tables().forEach(table -> names.add(table.name()));
        for (Datatype datatype : schemas.datatypes()) {
            if (datatype.kind() == Datatype.Kind.REFERENCE) {
                assertTrue(names.contains(datatype.target()), datatype.name());
            }
        }
    }

    @Test
    void the_first_column_is_the_key() {
        assertEquals("id", schemas.table("claims").key().name());
        assertEquals("claims.csv", schemas.table("claims").fileName());
    }

    @Test
    void an_unknown_datatype_is_refused_with_the_column_that_has_it(@TempDir Path folder) throws IOException {
        Path schema = FixtureProject.copyTo(folder).schema();
        Files.writeString(
                schema.resolve("columns.csv"),
                FixtureProject.text(schema.resolve("columns.csv")) + "groups,note,no,no,poem,a poem,一首诗\n");
        EnvironmentException refusal = assertThrows(EnvironmentException.class, () -> Schemas.read(schema));
        assertTrue(refusal.getMessage().contains("note") && refusal.getMessage().contains("poem"));
    }
}
