// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.page;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.diastem.vocab.Namespaces;

/** What kind of thing an address stands for, in one word. */
public final class ThingType {
    private static final String CONCEPT = "concept";
    private static final String PROPERTY = "property";
    private static final String VALUE = "value";
    private static final String PUBLICATION = "publication";
    private static final String TERM = "term";
    private static final Set<String> ALL = all();

    private ThingType() {}

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(Namespaces.KINDS);
        all.addAll(Set.of(CONCEPT, PROPERTY, VALUE, PUBLICATION, TERM));
        all.remove("reference");
        return all;
    }

    /** Every word that a type may be. */
    public static Set<String> names() {
        return ALL;
    }

    /**
     * The word for a thing.
     *
     * @param graph where the thing's classes stand
     */
    public static String of(Node thing, Graph graph) {
        String iri = thing.getURI();
        if (iri.startsWith(Namespaces.DIA)) {
            if (graph.contains(thing, RDF.type.asNode(), OWL.Class.asNode())) {
                return CONCEPT;
            }
            boolean property = graph.contains(thing, RDF.type.asNode(), OWL.ObjectProperty.asNode())
                    || graph.contains(thing, RDF.type.asNode(), OWL.DatatypeProperty.asNode())
                    || graph.contains(thing, RDF.type.asNode(), OWL.AnnotationProperty.asNode());
            return property ? PROPERTY : VALUE;
        }
        if (!iri.startsWith(Namespaces.BASE)) {
            return TERM;
        }
        String path = iri.substring(Namespaces.BASE.length());
        String kind = path.contains("/") ? path.substring(0, path.indexOf('/')) : "document";
        return kind.equals("reference") ? PUBLICATION : kind;
    }
}
