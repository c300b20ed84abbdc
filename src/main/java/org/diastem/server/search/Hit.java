// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.List;
import org.diastem.text.TextEntry;
import org.diastem.text.TextSpan;

/**
 * A thing that was found.
 *
 * @param best the text by which it was found, or by which it is known if its address was asked for
 * @param spans where the words stand in it
 */
record Hit(TextEntry best, Rank rank, float score, List<TextSpan> spans) {

    /** How a thing was found; earlier ones come first. */
    enum Rank {
        IDENTIFIER,
        EXACT_LABEL,
        EXACT_SYNONYM,
        LABEL_PREFIX,
        SYNONYM_PREFIX,
        LABEL,
        SYNONYM,
        STATEMENT,
        FINDING,
        DEFINITION,
        /** Each word stands in a text of the thing, but no text has them all. */
        SEVERAL_TEXTS
    }
}
