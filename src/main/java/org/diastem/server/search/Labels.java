// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.search;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.vocab.Dia;

/** What a thing is called in each language: its label, or the sentence that stands in for one. */
final class Labels {
    private static final List<Node> NAMES =
            List.of(RDFS.label.asNode(), DCTerms.title.asNode(), Dia.STATEMENT, Dia.FINDING);

    private Labels() {}

    /** Texts by language; of several in one language the first in the order of the alphabet. */
    static SortedMap<String, String> of(Node thing, Graph graph) {
        for (Node name : NAMES) {
            SortedMap<String, String> texts = new TreeMap<>();
            graph.find(thing, name, Node.ANY).forEachRemaining(triple -> {
                if (triple.getObject().isLiteral()) {
                    String language = triple.getObject().getLiteralLanguage();
                    texts.merge(
                            language.isEmpty() ? "und" : language,
                            triple.getObject().getLiteralLexicalForm(),
                            (one, other) -> one.compareTo(other) <= 0 ? one : other);
                }
            });
            if (!texts.isEmpty()) {
                return texts;
            }
        }
        return new TreeMap<>();
    }
}
