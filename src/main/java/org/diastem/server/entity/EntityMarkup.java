// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.Objects;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/** A term or a claim in the words of schema.org, for search engines. */
final class EntityMarkup {
    private final Graph told;
    private final String site;

    /**
     * @param told where the thing is described
     * @param site where the server is reached, without a slash at the end
     */
    EntityMarkup(Graph told, String site) {
        this.told = Objects.requireNonNull(told);
        this.site = Objects.requireNonNull(site);
    }

    /** A script element of a data type, which no policy of content stops, as it never runs; empty for other things. */
    String of(Node thing) {
        JsonObject markup = new JsonObject();
        markup.put("@context", "https://schema.org/");
        markup.put("@id", thing.getURI());
        markup.put("url", site + '/' + thing.getURI().substring(Namespaces.BASE.length()));
        markup.put("license", Links.LICENSE);
        if (thing.getURI().startsWith(Namespaces.DIA)) {
            markup.put("@type", "DefinedTerm");
            markup.put("termCode", thing.getURI().substring(Namespaces.DIA.length()));
            markup.put("inDefinedTermSet", Namespaces.ONTOLOGY);
            markup.put("name", texts(thing, RDFS.label.asNode()));
            markup.put("description", texts(thing, Foreign.IAO_DEFINITION));
        } else if (thing.getURI().startsWith(Namespaces.BASE + "claim/")) {
            markup.put("@type", "Claim");
            markup.put("text", texts(thing, Dia.STATEMENT));
            told.find(thing, Foreign.PROV_HAD_PRIMARY_SOURCE, Node.ANY)
                    .filterKeep(triple -> triple.getObject().isURI())
                    .forEach(triple -> markup.put("appearance", reference(triple.getObject())));
        } else {
            return "";
        }
        // A text must not end the element.
        return "<script type=\"application/ld+json\">" + markup.toString().replace("<", "\\u003c") + "</script>\n";
    }

    private static JsonObject reference(Node thing) {
        JsonObject reference = new JsonObject();
        reference.put("@id", thing.getURI());
        return reference;
    }

    private JsonArray texts(Node thing, Node property) {
        JsonArray texts = new JsonArray();
        told.find(thing, property, Node.ANY)
                .filterKeep(triple -> triple.getObject().isLiteral())
                .mapWith(triple -> triple.getObject())
                .toList()
                .stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(literal -> {
                    JsonObject text = new JsonObject();
                    text.put("@value", literal.getLiteralLexicalForm());
                    if (!literal.getLiteralLanguage().isEmpty()) {
                        text.put("@language", literal.getLiteralLanguage());
                    }
                    texts.add(text);
                });
        return texts;
    }
}
