// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/** What the page of a claim tells: both sides of the evidence, how and where it is told, and its neighbours. */
final class ClaimPage {
    private static final int TIES_SHOWN = 5;
    private static final Node ABOUT = NodeFactory.createURI(Namespaces.OBO + "IAO_0000136");

    /** How the text tells it. */
    private static final List<Node> TOLD = Look.terms(
            "polarity", "certainty", "statedEvidence", "quantifier", "degree", "emphasis", "rank", "manner", "valence",
            "sourceWording", "rhetoric");

    /** Where it stands. */
    private static final List<Node> PLACE = List.of(
            Foreign.PROV_HAD_PRIMARY_SOURCE,
            Foreign.PROV_WAS_QUOTED_FROM,
            Dia.IN_SECTION,
            Dia.ON_LINE,
            Dia.LOCUS,
            Dia.IN_FIGURE,
            Dia.IN_TABLE,
            Dia.QUOTE);

    /** What is told in a way of its own. */
    private static final Set<Node> TOLD_OTHERWISE = Set.of(
            RDF.type.asNode(),
            Dia.CLAIM_SUBJECT,
            Dia.CLAIM_PREDICATE,
            Dia.CLAIM_OBJECT,
            Dia.CLAIM_VALUE,
            Dia.STATEMENT,
            Dia.SOURCE_LINE,
            Dia.START_OFFSET,
            Dia.END_OFFSET,
            Dia.HAS_SELECTOR,
            Dia.IN_GROUP,
            Dia.RESTATES,
            Dia.IN_TENSION_WITH,
            Dia.OPPOSITE,
            Dia.term("exampleOf"),
            Dia.term("nextClaim"),
            Dia.term("strength"),
            Dia.term("treatmentGrade"),
            Dia.term("hasSupportingEvidenceLine"),
            Dia.term("hasDisputingEvidenceLine"),
            Dia.term("supportedBy"),
            Dia.term("disputedBy"),
            ABOUT);

    private final Look look;
    private final Known.Stated stated;
    private final Node claim;

    ClaimPage(Look look, Known.Stated stated) {
        this.look = look;
        this.stated = stated;
        this.claim = stated.claim();
    }

    ClaimView view(ThingView.Head head, ThingView.Foot foot) {
        Optional<Node> value = look.one(claim, Dia.CLAIM_VALUE);
        Value object = stated.object() == null
                ? look.values(List.of(value.orElseThrow())).get(0)
                : look.mention(stated.object());
        List<Node> lines = look.subjects(Dia.FOR_CLAIM, claim);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Blocks.sides(look, look.say("thing.evidence"), lines, EvidenceCard.With.PUBLICATION));
        Set<Node> disagreements = new TreeSet<>(Comparator.comparing(Node::getURI));
        lines.forEach(line -> disagreements.addAll(look.subjects(Dia.term("between"), line)));
        if (!disagreements.isEmpty()) {
            blocks.add(new Block.Differences(
                    disagreements.stream().map(each -> Blocks.disagreement(look, each)).toList()));
        }
        List<Fact> qualifiers = look.factsBut(claim, property -> TOLD.contains(property)
                || PLACE.contains(property)
                || TOLD_OTHERWISE.contains(property)
                || value.isPresent() && property.equals(Dia.UNIT));
        Blocks.addIfAny(blocks, look.say("thing.qualifiers"), qualifiers);
        Blocks.addIfAny(blocks, look.say("thing.told"), look.facts(claim, TOLD));
        Blocks.addIfAny(blocks, look.say("thing.place"), place());
        blocks.addAll(tensions());
        addTies(blocks);
        List<Node> about = look.objects(claim, ABOUT);
        if (!about.isEmpty()) {
            blocks.add(new Block.Facts(look.say("thing.community"), List.of(look.fact(ABOUT, about))));
        }
        return new ClaimView(
                head,
                stated.row(),
                look.text(claim, Dia.STATEMENT).orElse(""),
                look.textIn(claim, Dia.STATEMENT, look.page().other()).orElse(""),
                stated.denied(),
                look.mention(stated.subject()),
                look.mention(stated.predicate()),
                object,
                value.flatMap(unused -> look.one(claim, Dia.UNIT)).map(look::mention),
                look.one(claim, Dia.term("treatmentGrade")).map(look::mention),
                blocks,
                foot);
    }

    private List<Fact> place() {
        List<Fact> facts = new ArrayList<>(look.facts(claim, PLACE));
        Optional<String> start = look.plain(claim, Dia.START_OFFSET);
        Optional<String> end = look.plain(claim, Dia.END_OFFSET);
        if (start.isPresent() && end.isPresent()) {
            String words = look.say("thing.offsets", start.get(), end.get());
            List<Value> values = new ArrayList<>(List.of(new Value.Text(words, "", false)));
            look.objects(claim, Dia.HAS_SELECTOR).forEach(selector -> values.add(look.mention(selector)));
            facts.add(new Fact(look.say("thing.characters"), "", values));
        }
        return facts;
    }

    private List<Block> tensions() {
        List<Block> blocks = new ArrayList<>();
        look.subjects(Dia.TENSION_OF, claim).stream().sorted(Comparator.comparing(Node::getURI)).forEach(tension -> {
            List<Known.Stated> others = look.objects(tension, Dia.TENSION_OF).stream()
                    .filter(other -> !other.equals(claim))
                    .flatMap(other -> look.known().claim(other).stream())
                    .toList();
            String reason = look.one(tension, Dia.REASON).map(look::name).orElse("");
            blocks.add(new Block.Claims(
                    look.say("thing.tension", reason),
                    look.text(tension, Dia.STATEMENT).orElse(""),
                    List.of(Blocks.group(
                            look.say("thing.numbered", look.kind(tension), tension.getURI().replaceFirst(".*/", "")),
                            look.mention(tension).target(),
                            others,
                            TIES_SHOWN,
                            Blocks.FOLDED)),
                    ""));
        });
        return blocks;
    }

    private void addTies(List<Block> blocks) {
        List<Block.Group> groups = new ArrayList<>();
        add(groups, look.factName(Dia.OPPOSITE), claims(look.objects(claim, Dia.OPPOSITE)));
        add(groups, look.factName(Dia.RESTATES), claims(look.objects(claim, Dia.RESTATES)));
        Node example = Dia.term("exampleOf");
        add(groups, look.factName(example), claims(look.objects(claim, example)));
        add(groups, look.say("thing.examples"), claims(look.subjects(example, claim)));
        for (Node group : look.objects(claim, Dia.IN_GROUP)) {
            String kind = look.one(group, Dia.LIST_KIND).map(look::name).orElse("");
            List<Known.Stated> others = claims(look.subjects(Dia.IN_GROUP, group)).stream()
                    .filter(other -> !other.equals(stated))
                    .toList();
            groups.add(Blocks.group(
                    look.say("thing.sameList", kind), look.mention(group).target(), others, TIES_SHOWN, Blocks.FOLDED));
        }
        Node next = Dia.term("nextClaim");
        add(groups, look.say("thing.before"), claims(look.subjects(next, claim)));
        add(groups, look.say("thing.after"), claims(look.objects(claim, next)));
        if (!groups.isEmpty()) {
            blocks.add(new Block.Claims(look.say("thing.ties"), "", groups, ""));
        }
    }

    private static void add(List<Block.Group> groups, String title, List<Known.Stated> claims) {
        if (!claims.isEmpty()) {
            groups.add(Blocks.group(title, claims, TIES_SHOWN, Blocks.FOLDED));
        }
    }

    private List<Known.Stated> claims(Collection<Node> nodes) {
        return nodes.stream()
                .distinct()
                .flatMap(node -> look.known().claim(node).stream())
                .sorted(Comparator.comparingInt(Known.Stated::line).thenComparingInt(Known.Stated::start))
                .toList();
    }

    /** The query that gives the claim, its evidence, the publications, and what it is in tension or at odds with. */
    static String query(String iri) {
        return "PREFIX dia: <" + Namespaces.DIA + ">\nDESCRIBE ?thing WHERE {\n  VALUES ?claim { <" + iri + "> }\n"
                + "  { BIND(?claim AS ?thing) }\n"
                + "  UNION { ?line dia:forClaim ?claim . ?line dia:evidenceItem ?thing }\n"
                + "  UNION { ?line dia:forClaim ?claim . ?thing dia:between ?line }\n"
                + "  UNION { ?thing dia:tensionOf ?claim }\n"
                + "  UNION { ?claim dia:inGroup ?thing }\n}";
    }
}
