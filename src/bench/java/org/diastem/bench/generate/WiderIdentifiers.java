// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.generate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The schema and the shapes of the real project count digits, since its numbers are few. A generated project has more
 * of everything, so its copies of them allow more digits and change nothing else.
 */
final class WiderIdentifiers {
    private static final Map<String, String> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put("C[0-9]{4}", "C[0-9]{4}[0-9]*");
        PATTERNS.put("G[0-9]{3}", "G[0-9]{3}[0-9]*");
        PATTERNS.put("T[0-9]{2}", "T[0-9]{2}[0-9]*");
        PATTERNS.put("/S[0-9]$", "/S[0-9]+$");
        PATTERNS.put("gap/S[0-9]-", "gap/S[0-9]+-");
        PATTERNS.put("L[0-9]{1,2}", "L[0-9]+");
        PATTERNS.put("sh:maxInclusive 98 ;", "sh:maxInclusive 999999999 ;");
    }

    private WiderIdentifiers() {}

    static String in(String text) {
        String wider = text;
        for (Map.Entry<String, String> pattern : PATTERNS.entrySet()) {
            wider = wider.replace(pattern.getKey(), pattern.getValue());
        }
        return wider;
    }
}
