// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.problem.EnvironmentException;
import org.diastem.store.OntologyTurtle;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.FunctionalSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.ManchesterSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.NTriplesDocumentFormat;
import org.semanticweb.owlapi.formats.OBODocumentFormat;
import org.semanticweb.owlapi.formats.PrefixDocumentFormatImpl;
import org.semanticweb.owlapi.formats.RDFXMLDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLDocumentFormat;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyStorageException;

/**
 * The ontology of a release, one document per {@link OntologyForm}: the core in both languages with the direct parents
 * that the reasoner found, without imports. OBO and OBO Graphs hold what {@link OboSubset} leaves. The same release
 * always gives the same bytes.
 */
public final class OntologyDocuments {
    private OntologyDocuments() {}

    /** The bytes of each document by its path in the release. */
    public static SortedMap<String, byte[]> of(DatasetGraph release) {
        Graph whole = whole(release);
        OWLOntology all = load(whole);
        OWLOntology obo = load(OboSubset.of(whole));
        SortedMap<String, byte[]> documents = new TreeMap<>();
        for (OntologyForm form : OntologyForm.values()) {
            documents.put(form.path(), bytes(form, whole, all, obo));
        }
        return documents;
    }

    private static byte[] bytes(OntologyForm form, Graph whole, OWLOntology all, OWLOntology obo) {
        return switch (form) {
            case TTL -> OntologyTurtle.of(whole, whole).getBytes(StandardCharsets.UTF_8);
            case OWL -> written(all, prefixed(new RDFXMLDocumentFormat()));
            case OFN -> written(all, prefixed(new FunctionalSyntaxDocumentFormat()));
            case OMN -> written(all, prefixed(new ManchesterSyntaxDocumentFormat()));
            case OBO -> written(obo, new OBODocumentFormat());
            case OBOGRAPHS -> OboGraphs.of(obo).getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * The graph of the ontology under the header of the core alone, with every term declared. What the module of
     * inverses adds is left out, as it would leave OWL 2 EL.
     */
    static Graph whole(DatasetGraph release) {
        Node core = NodeFactory.createURI(Namespaces.ONTOLOGY);
        Graph ontology = release.getGraph(GraphName.ONTOLOGY.node());
        Graph whole = GraphMemFactory.createDefaultGraph();
        ontology.find().forEach(triple -> {
            boolean header = ontology.contains(triple.getSubject(), RDF.type.asNode(), OWL2.Ontology.asNode());
            boolean otherHeader = header && !triple.getSubject().equals(core);
            boolean leavesProfile = triple.predicateMatches(OWL2.inverseOf.asNode())
                    || triple.objectMatches(OWL2.SymmetricProperty.asNode());
            if (!otherHeader && !leavesProfile && !triple.predicateMatches(OWL2.imports.asNode())) {
                whole.add(triple);
            }
        });
        whole.add(Triple.create(SKOS.definition.asNode(), RDF.type.asNode(), OWL2.AnnotationProperty.asNode()));
        return whole;
    }

    static OWLOntology load(Graph graph) {
        StringWriter triples = new StringWriter();
        RDFDataMgr.write(triples, graph, Lang.NTRIPLES);
        try {
            return OWLManager.createOWLOntologyManager()
                    .loadOntologyFromOntologyDocument(new StringDocumentSource(
                            triples.toString(),
                            IRI.create(Namespaces.ONTOLOGY),
                            new NTriplesDocumentFormat(),
                            Lang.NTRIPLES.getHeaderString()));
        } catch (OWLOntologyCreationException e) {
            throw new EnvironmentException("The OWL API cannot read the ontology of the release.", e);
        }
    }

    private static byte[] written(OWLOntology ontology, OWLDocumentFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ontology.saveOntology(format, bytes);
        } catch (OWLOntologyStorageException e) {
            throw new EnvironmentException("The OWL API cannot write the ontology as " + format.getKey() + ".", e);
        }
        return bytes.toByteArray();
    }

    private static OWLDocumentFormat prefixed(PrefixDocumentFormatImpl format) {
        for (String prefix : OntologyTurtle.prefixes()) {
            format.setPrefix(prefix + ":", Namespaces.all().get(prefix));
        }
        return format;
    }
}
