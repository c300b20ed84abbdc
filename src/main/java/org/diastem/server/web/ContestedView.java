// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.Bilingual;
import org.diastem.server.http.Html;
import org.diastem.server.page.ClaimTable;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/** Claims on which the evidence disagrees, and those that nothing supports but something contradicts. */
public record ContestedView(List<Line> contested, List<Line> contradicted) {
    private static final Node BETWEEN = Dia.term("between");
    private static final Node DIFFERS_IN = Dia.term("differsIn");

    /** A claim, and in what the two sides of its evidence differ. */
    public record Line(ClaimTable.Row claim, List<Bilingual> differences) {
        public Line {
            Objects.requireNonNull(claim);
            differences = List.copyOf(differences);
        }
    }

    public ContestedView {
        contested = List.copyOf(contested);
        contradicted = List.copyOf(contradicted);
    }

    static ContestedView of(LiveRelease.Loaded loaded, ClaimTable claims) {
        Graph data = loaded.dataset().getDefaultGraph();
        return new ContestedView(
                lines(data, claims, ClaimTable.Row::contested), lines(data, claims, ClaimTable.Row::contradictedOnly));
    }

    private static List<Line> lines(Graph data, ClaimTable claims, Predicate<ClaimTable.Row> which) {
        List<Line> lines = new ArrayList<>();
        claims.rows().stream().filter(which).forEach(claim -> lines.add(new Line(claim, differences(data, claim.id()))));
        return lines;
    }

    private static List<Bilingual> differences(Graph data, String id) {
        Set<Bilingual> found = new TreeSet<>(Comparator.comparing(Bilingual::en));
        Node claim = NodeFactory.createURI(Namespaces.BASE + "claim/" + id);
        for (Triple line : data.find(Node.ANY, Dia.FOR_CLAIM, claim).toList()) {
            for (Triple between : data.find(Node.ANY, BETWEEN, line.getSubject()).toList()) {
                ClaimTable.objects(data, between.getSubject(), DIFFERS_IN)
                        .forEach(dimension -> found.add(ClaimTable.texts(data, dimension, RDFS.label.asNode())));
            }
        }
        return List.copyOf(found);
    }

    /** For an address. */
    public String encodedQuery() {
        return Html.parameter(query());
    }

    /** The query that gives a row for each claim and dimension. */
    public String query() {
        return "PREFIX dia: <https://w3id.org/diastem/ontology/>\n"
                + "SELECT DISTINCT ?claim ?statement ?differsIn WHERE {\n  ?claim a dia:ContestedClaim ; dia:statement ?statement .\n"
                + "  OPTIONAL { ?claim dia:hasSupportingEvidenceLine ?line . ?disagreement dia:between ?line ; dia:differsIn ?differsIn }\n"
                + "  FILTER(LANG(?statement) = \"en\")\n} ORDER BY ?claim ?differsIn";
    }
}
