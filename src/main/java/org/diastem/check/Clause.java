// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of a line between two punctuation marks, from its first letter or digit to its last.
 *
 * @param start in Unicode characters from 0; {@code end} is exclusive
 * @param letters the offsets of its letters and digits; never empty
 */
record Clause(int start, int end, List<Integer> letters) {
    private static final String MARKS = ",。;:!?、()《》〈〉“”‘’\"'[]【】…—,;:!?()";

    Clause {
        letters = List.copyOf(letters);
    }

    private static Clause of(List<Integer> letters) {
        return new Clause(letters.get(0), letters.get(letters.size() - 1) + 1, letters);
    }

    /** The clauses of a line in their order; none for a line without letters. */
    static List<Clause> of(String line) {
        int[] characters = line.codePoints().toArray();
        List<Clause> clauses = new ArrayList<>();
        List<Integer> letters = new ArrayList<>();
        for (int i = 0; i < characters.length; i++) {
            if (Character.isLetterOrDigit(characters[i])) {
                letters.add(i);
            } else if (separates(characters, i) && !letters.isEmpty()) {
                clauses.add(of(letters));
                letters.clear();
            }
        }
        if (!letters.isEmpty()) {
            clauses.add(of(letters));
        }
        return clauses;
    }

    /** A full stop separates unless it stands inside a number or a name, as in 2.5 or example.org. */
    private static boolean separates(int[] characters, int at) {
        if (characters[at] == '.') {
            return at + 1 == characters.length || !Character.isLetterOrDigit(characters[at + 1]);
        }
        return MARKS.indexOf(characters[at]) >= 0;
    }
}
