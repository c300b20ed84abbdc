// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.store.SortedTurtle;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * The modules beside the core of the ontology, as Turtle: those that are files of the project as they are, all imports
 * in one, and the claims as axioms.
 */
public final class ModuleDocuments {
    private static final String FOLDER = "module/";
    private static final String IMPORTS = "imports";

    private ModuleDocuments() {}

    /** The path of a module's file in a release. */
    public static String path(String module) {
        return FOLDER + module + ".ttl";
    }

    /**
     * The bytes of each module by its path in the release.
     *
     * @param files the modules that are files, by their name, as {@code imports/mondo}
     */
    public static SortedMap<String, byte[]> of(DatasetGraph release, Map<String, byte[]> files) {
        SortedMap<String, byte[]> documents = new TreeMap<>();
        files.forEach((module, bytes) -> documents.put(path(module), bytes));
        documents.put(path(IMPORTS), SortedTurtle.of(imports(release)).getBytes(StandardCharsets.UTF_8));
        StringBuilder axioms = new StringBuilder();
        ClaimForm.CLAIMS_AS_AXIOMS.write(release, axioms::append);
        documents.put(path("claims-as-axioms"), axioms.toString().getBytes(StandardCharsets.UTF_8));
        return documents;
    }

    /** One ontology of all imported terms; the headers of the modules, with their licences, stay in the modules. */
    private static Graph imports(DatasetGraph release) {
        Graph imported = release.getGraph(GraphName.IMPORTS.node());
        Node header = NodeFactory.createURI(Namespaces.MODULE + IMPORTS);
        Graph one = GraphMemFactory.createDefaultGraph();
        one.add(Triple.create(header, RDF.type.asNode(), OWL2.Ontology.asNode()));
        one.add(Triple.create(
                header,
                DCTerms.title.asNode(),
                NodeFactory.createLiteralLang("DiaStem ontology, all imported terms", "en")));
        one.add(Triple.create(
                header, DCTerms.title.asNode(), NodeFactory.createLiteralLang("DiaStem 本体，全部导入术语", "zh")));
        imported.find().forEach(triple -> {
            if (!imported.contains(triple.getSubject(), RDF.type.asNode(), OWL2.Ontology.asNode())) {
                one.add(triple);
            } else if (triple.predicateMatches(RDF.type.asNode())) {
                one.add(Triple.create(header, RDFS.seeAlso.asNode(), triple.getSubject()));
            }
        });
        return one;
    }
}
