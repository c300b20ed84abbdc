// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * Claims as nanopublications (nanopub.net guidelines): a head, an assertion, its provenance, and who published it. The
 * assertion is the claim's record, and its direct triple only where the claim has one. Unsigned.
 */
final class Nanopublications {
    private static final String NP = "http://www.nanopub.org/nschema#";
    /** Where the claim stands in its source: this is provenance, not content. */
    private static final Set<Node> PLACE = Set.of(
            Dia.IN_SECTION, Dia.IN_FIGURE, Dia.IN_TABLE, Dia.ON_LINE, Dia.SOURCE_LINE, Dia.START_OFFSET, Dia.END_OFFSET,
            Dia.LOCUS, Dia.QUOTE, Dia.HAS_SELECTOR);
    private static final Set<Node> ORIGIN = Set.of(Foreign.PROV_WAS_QUOTED_FROM, Foreign.PROV_HAD_PRIMARY_SOURCE);
    private static final List<Node> PUBLICATION =
            List.of(DCTerms.created.asNode(), DCTerms.creator.asNode(), DCTerms.license.asNode());

    private final TurtleText text = new TurtleText();
    private final DatasetGraph release;

    Nanopublications(DatasetGraph release) {
        this.release = release;
    }

    void write(Consumer<String> out) {
        out.accept(TurtleText.prefixes() + "PREFIX np: <" + NP + ">\n");
        ExportedClaim.of(release).forEach(claim -> write(claim, out));
    }

    private void write(ExportedClaim claim, Consumer<String> out) {
        Node publication = part(claim, "nanopub");
        Node assertion = part(claim, "assertion");
        Node provenance = part(claim, "provenance");
        Node pubinfo = part(claim, "pubinfo");
        out.accept("\n" + text.of(part(claim, "head")) + " {\n    " + text.of(publication)
                + " a np:Nanopublication ;\n        np:hasAssertion " + text.of(assertion)
                + " ;\n        np:hasProvenance " + text.of(provenance) + " ;\n        np:hasPublicationInfo "
                + text.of(pubinfo) + " .\n}\n");
        graph(assertion, asserted(claim), out);
        graph(provenance, origin(claim, assertion), out);
        graph(pubinfo, published(publication), out);
    }

    private void graph(Node name, List<Triple> triples, Consumer<String> out) {
        out.accept(text.of(name) + " {\n" + text.blocks(triples, "    ") + "}\n");
    }

    private static List<Triple> asserted(ExportedClaim claim) {
        List<Triple> triples = new ArrayList<>();
        triples.add(Triple.create(claim.node(), Dia.CLAIM_SUBJECT, claim.subject()));
        triples.add(Triple.create(claim.node(), Dia.CLAIM_PREDICATE, claim.predicate()));
        triples.add(Triple.create(claim.node(), claim.targetProperty(), claim.target()));
        claim.details().stream()
                .filter(triple -> !PLACE.contains(triple.getPredicate()) && !ORIGIN.contains(triple.getPredicate()))
                .forEach(triples::add);
        if (claim.direct()) {
            triples.add(Triple.create(claim.subject(), claim.predicate(), claim.target()));
        }
        return triples;
    }

    private static List<Triple> origin(ExportedClaim claim, Node assertion) {
        List<Triple> triples = new ArrayList<>();
        for (Triple triple : claim.details()) {
            if (PLACE.contains(triple.getPredicate())) {
                triples.add(triple);
            } else if (ORIGIN.contains(triple.getPredicate())) {
                triples.add(Triple.create(assertion, triple.getPredicate(), triple.getObject()));
            }
        }
        return triples;
    }

    /** Date, creator and licence are those that the ontology of the release states. */
    private List<Triple> published(Node publication) {
        Graph ontology = release.getGraph(GraphName.ONTOLOGY.node());
        Node header = NodeFactory.createURI(Namespaces.ONTOLOGY);
        List<Triple> triples = new ArrayList<>();
        triples.add(Triple.create(publication, RDF.type.asNode(), NodeFactory.createURI(NP + "Nanopublication")));
        for (Node property : PUBLICATION) {
            ontology.find(header, property, Node.ANY)
                    .forEach(triple -> triples.add(Triple.create(publication, property, triple.getObject())));
        }
        return triples;
    }

    private static Node part(ExportedClaim claim, String name) {
        return NodeFactory.createURI(claim.node().getURI() + "-" + name);
    }
}
