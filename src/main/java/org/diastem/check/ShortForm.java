// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.diastem.vocab.Namespaces;

/** Writes nodes for people: IRIs with a prefix where one fits, long literals cut. */
final class ShortForm {
    /** No more than this of a text is shown, as the source's words must not be quoted at length. */
    static final int LONGEST_TEXT = 40;

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
        return line.codePointCount(0, line.length()) <= LONGEST_TEXT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
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
