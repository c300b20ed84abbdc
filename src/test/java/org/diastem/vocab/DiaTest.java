// SPDX-License-Identifier: Apache-2.0
package org.diastem.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.diastem.testing.DiaConstants;
import org.diastem.testing.FixtureProject;
import org.junit.jupiter.api.Test;

class DiaTest {
    @Test
    void every_constant_is_declared_in_the_ontology_of_the_tests() throws IllegalAccessException {
        assertEquals(Set.of(), DiaConstants.undeclared(FixtureProject.resource("project/ontology/diastem.ttl")));
    }

    @Test
    void prefixes_of_our_kinds_are_the_last_part_of_their_namespace() {
        for (String kind : Namespaces.KINDS) {
            assertEquals(Namespaces.BASE + kind + "/", Namespaces.all().get(kind));
        }
    }

    @Test
    void no_namespace_has_two_prefixes() {
        List<String> namespaces = List.copyOf(Namespaces.all().values());
        assertEquals(namespaces.size(), Set.copyOf(namespaces).size());
    }

    @Test
    void graphs_are_found_by_their_key() {
        for (GraphName graph : GraphName.values()) {
            assertEquals(graph, GraphName.ofKey(graph.key()).orElseThrow());
            assertEquals(Namespaces.GRAPH + graph.key(), graph.node().getURI());
        }
        assertTrue(GraphName.ofKey("Claims").isEmpty());
    }
}
