// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.diastem.vocab.Namespaces;

/** Writes nodes for people: IRIs with a prefix where one fits, long literals cut. */
final class ShortForm {
    /** No more than this of a Chinese text is shown, as the source's words must not be quoted at length. */
    private static final int LONGEST_CHINESE = 40;

    private static final int LONGEST_TEXT = 200;

    private ShortForm() {}

    static String of(Node node) {
        if (node.isURI()) {
            return iri(node.getURI());
        }
        return node.isLiteral() ? '"' + cut(node.getLiteralLexicalForm()) + '"' : "a blank node";
    }

    /** The text in one line, and no more of it than may be shown. */
    static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        boolean chinese = line.codePoints()
                .anyMatch(character -> Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN);
        int longest = chinese ? LONGEST_CHINESE : LONGEST_TEXT;
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static String iri(String iri) {
        for (Map.Entry<String, String> prefix : Namespaces.all().entrySet()) {
            if (iri.startsWith(prefix.getValue())) {
                String local = iri.substring(prefix.getValue().length());
                if (local.matches("[A-Za-z0-9_.-]+")) {
                    return prefix.getKey() + ":" + local;
                }
            }
        }
        return "<" + iri + ">";
    }
}
