// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.diastem.model.Claim;
import org.diastem.model.ClaimGroup;
import org.diastem.model.DirectTripleRule;
import org.diastem.model.Filler;
import org.diastem.model.Predicate;
import org.diastem.model.Qualifier;
import org.diastem.model.Tension;
import org.diastem.model.Term;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;

/** Writes claims, groups and tensions to the graph {@code claims}, and direct triples to {@code assertions}. */
final class ClaimQuads {
    /** The review article, of which the curated page is a summary. */
    private static final Node PRIMARY_SOURCE = IriMinter.individual("document", "review");

    private final GraphSink claims;
    private final GraphSink assertions;
    private final Map<String, String> documentOfSection;

    ClaimQuads(StreamRDF stream, Map<String, String> documentOfSection) {
        claims = new GraphSink(stream, GraphName.CLAIMS);
        assertions = new GraphSink(stream, GraphName.ASSERTIONS);
        this.documentOfSection = documentOfSection;
    }

    void write(Claim claim, Predicate predicate) {
        Node node = IriMinter.claim(claim.id());
        claims.type(node, Dia.term(predicate.claimKind()));
        writeCore(node, claim);
        writePlace(node, claim);
        claim.group().ifPresent(group -> claims.add(node, Dia.IN_GROUP, IriMinter.group(group)));
        claim.restates().ifPresent(earlier -> {
            claims.add(node, Dia.RESTATES, IriMinter.claim(earlier));
            claims.add(IriMinter.claim(earlier), Dia.RESTATES, node);
        });
        for (Qualifier qualifier : claim.qualifiers()) {
            Node property = Dia.term(qualifier.property());
            Node value = GraphSink.filler(qualifier.filler());
            claims.add(node, property, value);
            if (property.equals(Dia.OPPOSITE)) {
                claims.add(value, property, node);
            }
        }
        if (DirectTripleRule.allows(claim, predicate)) {
            assertions.add(
                    IriMinter.term(claim.subject()), Dia.term(claim.predicate()), GraphSink.filler(claim.target()));
        }
    }

    private void writeCore(Node node, Claim claim) {
        Filler target = claim.target();
        claims.add(node, Dia.CLAIM_SUBJECT, IriMinter.term(claim.subject()));
        claims.add(node, Dia.CLAIM_PREDICATE, Dia.term(claim.predicate()));
        claims.add(node, target instanceof Term ? Dia.CLAIM_OBJECT : Dia.CLAIM_VALUE, GraphSink.filler(target));
        claim.unit().ifPresent(unit -> claims.add(node, Dia.UNIT, Dia.term(unit)));
        claims.add(node, Dia.POLARITY, Dia.term(claim.polarity().term()));
        claims.add(node, Dia.CERTAINTY, Dia.term(claim.certainty().term()));
        claims.add(node, Dia.STATED_EVIDENCE, Dia.term(claim.statedEvidence()));
        claims.both(node, Dia.STATEMENT, claim.statement());
    }

    private void writePlace(Node node, Claim claim) {
        String section = claim.place().section();
        claims.add(node, Dia.IN_SECTION, IriMinter.individual("section", section));
        claims.add(node, Dia.ON_LINE, IriMinter.line(claim.place().line()));
        claims.add(node, Dia.SOURCE_LINE, GraphSink.integer(claim.place().line()));
        claims.add(node, Dia.START_OFFSET, GraphSink.integer(claim.place().start()));
        claims.add(node, Dia.END_OFFSET, GraphSink.integer(claim.place().end()));
        claims.add(node, Dia.LOCUS, Dia.term(claim.place().locus()));
        claims.add(node, Dia.HAS_SELECTOR, IriMinter.selector(claim.id()));
        claim.place().figure().ifPresent(id -> claims.add(node, Dia.IN_FIGURE, IriMinter.individual("figure", id)));
        claim.place().table().ifPresent(id -> claims.add(node, Dia.IN_TABLE, IriMinter.individual("table", id)));
        claim.place().quote().ifPresent(quote -> claims.add(node, Dia.QUOTE, GraphSink.chinese(quote)));
        claims.add(
                node,
                Foreign.PROV_WAS_QUOTED_FROM,
                IriMinter.individual("document", documentOfSection.get(section)));
        claims.add(node, Foreign.PROV_HAD_PRIMARY_SOURCE, PRIMARY_SOURCE);
    }

    void write(ClaimGroup group) {
        Node node = IriMinter.group(group.id());
        claims.type(node, Dia.CLAIM_GROUP);
        claims.add(node, Dia.LIST_KIND, Dia.term(group.listKind()));
    }

    void write(Tension tension) {
        Node node = IriMinter.tension(tension.id());
        Node first = IriMinter.claim(tension.first());
        Node second = IriMinter.claim(tension.second());
        claims.type(node, Dia.TENSION);
        claims.add(node, Dia.TENSION_OF, first);
        claims.add(node, Dia.TENSION_OF, second);
        claims.add(node, Dia.REASON, Dia.term(tension.reason()));
        claims.both(node, Dia.STATEMENT, tension.statement());
        claims.add(first, Dia.IN_TENSION_WITH, second);
        claims.add(second, Dia.IN_TENSION_WITH, first);
    }
}
