// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.List;
import java.util.Map;
import org.diastem.model.CuratedData;
import org.diastem.testing.FixtureProject;

/** What the tests of checks share. */
final class Findings {
    /** Knows no row; terms are those of the fixture. */
    static final NodePlaces NO_PLACES = NodePlaces.of(
            new CuratedData(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()),
            FixtureProject.resource("project/ontology/diastem.ttl"),
            "ontology/diastem.ttl");

    private Findings() {}
}
