// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import org.apache.jena.graph.Node;

/**
 * A text that can be found: the literal of one triple.
 *
 * @param number its place in the index, by which entries are in a fixed order
 * @param graph the first named graph that holds the triple
 * @param key of a name, its {@link Words#stemsOf stems}; empty for a sentence
 * @param written of a name, its {@link Words#of words}; empty for a sentence
 */
public record TextEntry(
        int number, Node subject, IndexedProperty property, Node literal, Node graph, String key, String written) {

    public String text() {
        return literal.getLiteralLexicalForm();
    }

    /** The language tag, or nothing. */
    public String language() {
        return literal.getLiteralLanguage();
    }
}
