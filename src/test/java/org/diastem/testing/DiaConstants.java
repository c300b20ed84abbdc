// SPDX-License-Identifier: Apache-2.0
package org.diastem.testing;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.diastem.vocab.Dia;

/** The constants of {@link Dia}, held against an ontology file. */
public final class DiaConstants {
    private static final int CONSTANTS_AT_LEAST = 40;

    private DiaConstants() {}

    /** Those whose term the file does not declare with a type. */
    public static Set<String> undeclared(Path ontology) throws IllegalAccessException {
        Graph graph = RDFDataMgr.loadGraph(ontology.toUri().toString());
        Set<String> missing = new TreeSet<>();
        Field[] constants = Dia.class.getFields();
        if (constants.length < CONSTANTS_AT_LEAST) {
            throw new IllegalStateException("saw only " + constants.length + " constants");
        }
        for (Field constant : constants) {
            Node term = (Node) constant.get(null);
            if (!graph.contains(term, RDF.type.asNode(), Node.ANY)) {
                missing.add(term.getURI());
            }
        }
        return missing;
    }
}
