// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;

/** The repository's mappings are what the SSSOM specification, version 1.1, demands of a file in the TSV form. */
class SssomFileTest {
    private static final Path FILE = FixtureProject.REPOSITORY.resolve("ontology/mappings/diastem.sssom.tsv");
    private static final Set<String> JUSTIFICATIONS = Set.of(
            "MappingReview", "ManualMappingCuration", "LogicalReasoning", "LexicalMatching", "CompositeMatching",
            "UnspecifiedMatching", "SemanticSimilarityThresholdMatching", "LexicalSimilarityThresholdMatching",
            "MappingChaining", "MappingInversion", "StructuralMatching", "InstanceBasedMatching",
            "BackgroundKnowledgeBasedMatching");
    private static final Set<String> PREDICATES =
            Set.of("skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch");
    private static final Set<String> SET_SLOTS = Set.of(
            "sssom_version", "curie_map", "mapping_set_id", "mapping_set_version", "mapping_set_title",
            "mapping_set_description", "creator_id", "creator_label", "license", "subject_source",
            "subject_source_version", "mapping_date", "comment");
    private static final List<String> ENTITY_REFERENCES =
            List.of("subject_id", "predicate_id", "object_id", "mapping_justification", "object_source");

    /** How identifiers look in the vocabularies that others look up by string. */
    private static final Map<String, String> FORMS = Map.of(
            "MESH", "[CD][0-9]{6,9}",
            "UniProt", "[OPQ][0-9][A-Z0-9]{3}[0-9]|[A-NR-Z][0-9]([A-Z][A-Z0-9]{2}[0-9]){1,2}",
            "wikidata", "Q[1-9][0-9]*",
            "HGNC", "[0-9]{1,5}",
            "miRBase_mature", "MIMAT[0-9]{7}",
            "MONDO", "[0-9]{7}");

    private final List<String> metadata = new ArrayList<>();
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, String> slots = new HashMap<>();

    SssomFileTest() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        int start = 0;
        while (lines.get(start).startsWith("#")) {
            metadata.add(lines.get(start).substring(1));
            start++;
        }
        List<String> header = Arrays.asList(lines.get(start).split("\t"));
        for (String line : lines.subList(start + 1, lines.size())) {
            List<String> cells = Arrays.asList(line.split("\t", -1));
            assertEquals(header.size(), cells.size(), line);
            Map<String, String> row = new HashMap<>();
            header.forEach(column -> row.put(column, cells.get(header.indexOf(column))));
            rows.add(row);
        }
        for (String line : metadata) {
            String[] parts = line.split(":", 2);
            if (line.startsWith("  ") && !line.startsWith("  - ")) {
                prefixes.put(parts[0].strip(), parts[1].strip().replace("\"", ""));
            } else if (!line.startsWith(" ")) {
                slots.put(parts[0], parts[1].strip().replace("\"", ""));
            }
        }
    }

    @Test
    void the_metadata_has_the_required_slots_and_no_unknown_ones() {
        assertTrue(slots.get("mapping_set_id").startsWith("https://"), "mapping_set_id");
        assertTrue(slots.get("license").startsWith("https://"), "license");
        assertTrue(SET_SLOTS.containsAll(slots.keySet()), slots.keySet().toString());
        assertTrue(prefixes.containsKey(prefix(slots.get("subject_source"))), "subject_source");
        assertFalse(metadata.stream().anyMatch(line -> line.matches(".*(^| )[&*!%].*")), "no tags, anchors or aliases");
    }

    @Test
    void every_row_has_what_is_required() {
        assertTrue(rows.size() > 400, "saw " + rows.size() + " rows");
        for (Map<String, String> row : rows) {
            for (String column : ENTITY_REFERENCES) {
                String curie = row.get(column);
                assertTrue(curie.matches("[A-Za-z][A-Za-z0-9_.-]*:[^\\s:]+"), column + " " + curie);
                assertTrue(prefixes.containsKey(prefix(curie)), column + " " + curie);
            }
            assertTrue(PREDICATES.contains(row.get("predicate_id")), row.get("predicate_id"));
            String justification = row.get("mapping_justification").replace("semapv:", "");
            assertTrue(JUSTIFICATIONS.contains(justification), row.toString());
            assertEquals("semapv", prefix(row.get("mapping_justification")));
        }
    }

    @Test
    void identifiers_have_the_form_of_their_vocabulary() {
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
            List<String> ids = rows.stream()
                    .map(row -> row.get("object_id"))
                    .filter(id -> prefix(id).equals(form.getKey()))
                    .map(id -> id.substring(id.indexOf(':') + 1))
                    .toList();
            assertFalse(ids.isEmpty(), form.getKey());
            ids.forEach(id -> assertTrue(id.matches(form.getValue()), form.getKey() + ":" + id));
        }
    }

    @Test
    void every_row_says_in_which_release_its_target_was_seen() {
        rows.forEach(row -> assertFalse(row.get("object_source_version").isEmpty(), row.toString()));
    }

    /** HP's licence does not let us pass on its labels. */
    @Test
    void only_labels_that_may_be_passed_on_stand_there() {
        for (Map<String, String> row : rows) {
            boolean labelled = !row.get("object_label").isEmpty();
            assertEquals(!prefix(row.get("object_id")).equals("HP"), labelled, row.toString());
        }
    }

    @Test
    void no_column_is_empty_and_every_prefix_is_used() {
        Set<String> filled = new TreeSet<>();
        Set<String> used = new TreeSet<>(Set.of(prefix(slots.get("subject_source"))));
        for (Map<String, String> row : rows) {
            row.forEach((column, value) -> {
                if (!value.isEmpty()) {
                    filled.add(column);
                }
            });
            ENTITY_REFERENCES.forEach(column -> used.add(prefix(row.get(column))));
        }
        assertEquals(new TreeSet<>(rows.get(0).keySet()), filled);
        assertEquals(new TreeSet<>(prefixes.keySet()), used);
    }

    @Test
    void rows_stand_in_the_order_of_subject_predicate_and_object_and_none_twice() {
        List<List<String>> keys = rows.stream()
                .map(row -> List.of(row.get("subject_id"), row.get("predicate_id"), row.get("object_id")))
                .toList();
        assertEquals(keys.stream().sorted(Comparator.comparing(List::toString)).toList(), keys);
        assertEquals(keys.size(), new HashSet<>(keys).size());
    }

    private static String prefix(String curie) {
        return curie.substring(0, curie.indexOf(':'));
    }
}
