// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.List;
import java.util.Map;
import org.diastem.model.CuratedData;

/** What the tests of checks share. */
final class Findings {
    /** Knows no row and no term. */
    static final NodePlaces NO_PLACES = NodePlaces.of(
            new CuratedData(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of(), List.of(), Map.of()));

    private Findings() {}
}
