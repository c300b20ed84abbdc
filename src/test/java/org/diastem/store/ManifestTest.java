// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.diastem.problem.EnvironmentException;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private final Manifest manifest = new Manifest(
            "0.1.0",
            "program",
            new TreeMap<>(Map.of("data/claims.csv", "a", "data/\"x\" 干.csv", "b")),
            new TreeMap<>(Map.of("claims", new Manifest.GraphFile(3_000_000_000L, "c"))),
            new TreeMap<>(Map.of("ontology/diastem.obo", new Manifest.Document(9L, "d"))),
            new Manifest.IndexFile(5L, "e", "f"),
            new TreeMap<>(Map.of("claims", 7L)));

    @Test
    void what_was_written_is_read_back() {
        assertEquals(manifest, Manifest.parse(manifest.toJson(), "manifest.json"));
    }

    @Test
    void the_name_changes_with_the_sources_and_with_the_program() {
        Manifest other = new Manifest(
                "0.1.0",
                "program 2",
                manifest.inputs(),
                manifest.graphs(),
                manifest.documents(),
                manifest.index(),
                manifest.counts());
        assertNotEquals(manifest.name(), other.name());
        assertTrue(manifest.name().matches("0\\.1\\.0-[0-9a-f]{16}"));
        assertTrue(manifest.isMadeOf("program", manifest.inputs()));
        assertFalse(manifest.isMadeOf("program", new TreeMap<>()));
    }

    @Test
    void anything_else_is_no_manifest() {
        for (String text : new String[] {"", "{}", "[]", "{\"inputs\":3}", "{\"inputs\":{},\"graphs\":{\"claims\":{}}}"}) {
            assertThrows(EnvironmentException.class, () -> Manifest.parse(text, "manifest.json"), text);
        }
    }
}
