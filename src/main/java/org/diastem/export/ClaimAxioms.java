// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * Claims as OWL 2 axioms for DL queries: {@code Subject SubClassOf predicate some Object}, annotated with the claim.
 * Only for claims that are told as fact between two classes. A claim is not a universal truth, so nothing imports the
 * module.
 */
final class ClaimAxioms {
    private final TurtleText text = new TurtleText();
    private final DatasetGraph release;
    private final Graph ontology;

    ClaimAxioms(DatasetGraph release) {
        this.release = release;
        ontology = release.getGraph(GraphName.ONTOLOGY.node());
    }

    void write(Consumer<String> out) {
        out.accept(TurtleText.prefixes() + "\n" + header());
        ExportedClaim.of(release).stream()
                .filter(claim -> claim.direct() && isClass(claim.subject()) && isClass(claim.target()))
                .forEach(claim -> out.accept("\n" + axiom(claim)));
    }

    private String header() {
        String version = ontology.find(NodeFactory.createURI(Namespaces.ONTOLOGY), OWL2.versionInfo.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .nextOptional()
                .orElse("0.0.0");
        return "<" + Namespaces.MODULE + "claims-as-axioms> a owl:Ontology ;\n"
                + "    owl:versionIRI <" + Namespaces.RELEASE + version + "/module/claims-as-axioms> ;\n"
                + "    owl:versionInfo \"" + version + "\" ;\n"
                + "    owl:imports <" + Namespaces.ONTOLOGY + "> ;\n"
                + "    dcterms:title \"DiaStem, claims of the review as axioms\"@en ;\n"
                + "    rdfs:comment \"Each axiom is what a text says, not a universal truth; dcterms:source of the "
                + "axiom is the claim.\"@en ;\n"
                + "    dcterms:license <https://creativecommons.org/licenses/by/4.0/> .\n";
    }

    /** The restriction has a label, as both the axiom and its annotation lead to it. */
    private String axiom(ExportedClaim claim) {
        String restriction = "_:" + claim.node().getURI().substring(claim.node().getURI().lastIndexOf('/') + 1);
        String subject = text.of(claim.subject());
        return restriction + " a owl:Restriction ; owl:onProperty " + text.of(claim.predicate())
                + " ; owl:someValuesFrom " + text.of(claim.target()) + " .\n"
                + subject + " rdfs:subClassOf " + restriction + " .\n"
                + "[] a owl:Axiom ; owl:annotatedSource " + subject
                + " ; owl:annotatedProperty rdfs:subClassOf ; owl:annotatedTarget " + restriction + " ;\n    "
                + text.of(DCTerms.source.asNode()) + " " + text.of(claim.node()) + " .\n";
    }

    private boolean isClass(Node node) {
        return ontology.contains(node, RDF.type.asNode(), OWL2.Class.asNode());
    }
}
