// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a text.
 *
 * @param start its first UTF-16 unit
 * @param end the unit after its last
 */
public record TextSpan(int start, int end) {

    /** In order, with those that touch or overlap put together. */
    static List<TextSpan> merged(List<TextSpan> spans) {
        List<TextSpan> merged = new ArrayList<>();
        for (TextSpan span : spans.stream().sorted(Comparator.comparingInt(TextSpan::start)).toList()) {
            TextSpan last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && span.start() <= last.end()) {
                merged.set(merged.size() - 1, new TextSpan(last.start(), Math.max(last.end(), span.end())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
