// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.diastem.export.Dump;
import org.diastem.server.http.Answer;
import org.diastem.server.page.Templates;
import org.diastem.server.page.ThingType;
import org.diastem.server.sparql.Backlinks;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/** Makes the page of one thing: what its kind needs, and for every kind its facts, what leads to it, and its data. */
final class ThingPages {
    private static final int ALL_CLAIMS = 400;
    private static final Node REVIEW = NodeFactory.createURI(Namespaces.BASE + "document/review");
    private static final Node DISAGREEMENT = Dia.term("Disagreement");
    private static final Node BETWEEN = Dia.term("between");
    private static final Node GAP_OBJECT = Dia.term("gapObject");
    private static final Node OF_CLAIM = Dia.term("ofClaim");
    private static final Node LACKS = Dia.term("lacks");
    private static final Node PRODUCT = Dia.term("product");
    private static final Node TREATMENT = Dia.term("TreatmentClaim");

    private static final List<Node> OF_PUBLICATIONS = List.of(
            Dia.FIRST_AUTHOR, Dia.YEAR, Dia.JOURNAL, Dia.STUDY_TYPE, Dia.SPECIES, Dia.SAMPLE_SIZE);
    private static final List<Node> OF_TRIALS = List.of(
            Dia.term("phase"),
            Dia.term("trialState"),
            Dia.STATE_SEEN_AT,
            Dia.term("enrollment"),
            Foreign.SCHEMA_HEALTH_CONDITION,
            Dia.TESTS_INTERVENTION,
            PRODUCT,
            Dia.term("donor"),
            Dia.term("route"),
            Dia.term("dose"),
            Dia.term("sponsor"),
            Dia.term("country"),
            Dia.term("startYear"),
            Dia.term("completionYear"),
            Dia.term("reportedOutcome"),
            Dia.RESULT_PUBLICATION);
    private static final List<Node> OF_PROPERTIES = List.of(
            Dia.CLAIM_KIND,
            Dia.term("sign"),
            Dia.term("inverseLabel"),
            RDFS.subPropertyOf.asNode(),
            RDFS.domain.asNode(),
            RDFS.range.asNode(),
            Dia.SUBJECT_KIND,
            Dia.OBJECT_KIND,
            NodeFactory.createURI(Namespaces.OBO + "IAO_0000112"));
    /** By what claims say that they belong to a part of the text. */
    private static final Map<String, Node> CONTAINED_BY = Map.of(
            "section", Dia.IN_SECTION,
            "line", Dia.ON_LINE,
            "figure", Dia.IN_FIGURE,
            "table", Dia.IN_TABLE,
            "group", Dia.IN_GROUP);
    /** Thousands of parts of the description of a release, which have addresses of their own. */
    private static final Set<Node> PARTS_OF_RELEASE = Set.of(
            VOID.classPartition.asNode(),
            VOID.propertyPartition.asNode(),
            VOID.subset.asNode(),
            NodeFactory.createURI(Namespaces.DCAT + "distribution"));

    private final Look look;
    private final DatasetGraph dataset;
    private final Node thing;
    private final String path;
    private final String kind;

    /** @param path of the thing behind our base namespace */
    ThingPages(Look look, DatasetGraph dataset, String path) {
        this.look = look;
        this.dataset = dataset;
        this.path = path;
        this.thing = NodeFactory.createURI(Namespaces.BASE + path);
        this.kind = ThingType.of(thing, look.data());
    }

    Answer answer() {
        Optional<Known.Stated> claim = look.known().claim(thing);
        if (claim.isPresent()) {
            ClaimView view = new ClaimPage(look, claim.get()).view(head(), foot());
            return Templates.fill(200, "claim.jte", look.page(), view);
        }
        return Templates.fill(200, "thing.jte", look.page(), new ThingView(head(), blocks(), foot()));
    }

    private List<Block> blocks() {
        Map<Node, SortedSet<String>> links = new HashMap<>(Backlinks.to(thing, dataset, look.budget()));
        return switch (kind) {
            case "concept" -> new ConceptPage(look, thing).blocks(links);
            case "property" -> property(links);
            case "publication" -> publication(links);
            case "trial" -> trial(links);
            case "evidence" -> evidence(links);
            case "section", "line", "figure", "table", "group" -> partOfText(links);
            case "tension" -> withClaims(Dia.TENSION_OF, links);
            case "gap" -> gap(links);
            case "disagreement" -> disagreement(links);
            case "query" -> query(links);
            case "graph" -> graph(links);
            case "release" -> release(links);
            case "value" -> value(links);
            default -> plain(List.of(), Set.of(), links, Set.of(), Blocks.SHOWN);
        };
    }

    private List<Block> plain(
            List<Node> first,
            Set<Node> otherwise,
            Map<Node, SortedSet<String>> links,
            Set<Node> linksOtherwise,
            int shown) {
        List<Block> blocks = new ArrayList<>(Blocks.facts(look, thing, first, otherwise));
        List<Block> leading = Blocks.links(look, thing, links, linksOtherwise::contains, shown);
        // What the thing is, then the claims, then where else it is known and what else leads to it.
        int place = !blocks.isEmpty() && blocks.get(0) instanceof Block.Facts facts && facts.title().isEmpty() ? 1 : 0;
        leading.forEach(block -> {
            if (block instanceof Block.Claims) {
                blocks.add(place, block);
            } else {
                blocks.add(block);
            }
        });
        return blocks;
    }

    private List<Block> property(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>(Blocks.facts(look, thing, OF_PROPERTIES, Set.of()));
        int uses = look.known().uses(thing);
        List<Known.Stated> claims = look.known().withPredicate(thing);
        List<Fact> usage = new ArrayList<>();
        usage.add(number(look.say("thing.uses"), uses));
        if (!claims.isEmpty()) {
            usage.add(number(look.say("thing.claimsWith"), claims.size()));
        }
        blocks.add(new Block.Facts(look.say("thing.usage"), usage));
        if (!claims.isEmpty()) {
            String query = "PREFIX dia: <" + Namespaces.DIA + ">\nSELECT ?claim ?subject ?object ?statement WHERE {\n"
                    + "  ?claim dia:claimPredicate <" + thing.getURI() + "> ; dia:claimSubject ?subject ;\n"
                    + "    dia:statement ?statement .\n  OPTIONAL { ?claim dia:claimObject ?object }\n"
                    + "  FILTER(LANG(?statement) = \"" + look.page().language() + "\")\n} ORDER BY ?claim";
            blocks.add(new Block.Claims(
                    look.say("thing.claimsWithPredicate"),
                    "",
                    List.of(Blocks.group("", claims, Blocks.SHOWN, Blocks.FOLDED)),
                    query));
        }
        blocks.addAll(ConceptPage.mappings(look, thing));
        blocks.addAll(Blocks.links(
                look,
                thing,
                links,
                property -> property.equals(Dia.CLAIM_PREDICATE) || property.equals(Foreign.sssom("subject_id")),
                Blocks.SHOWN));
        return blocks;
    }

    private Fact number(String name, int number) {
        return new Fact(name, "", List.of(new Value.Text(look.page().number(number), "", false)));
    }

    private List<Block> publication(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        List<Node> lines = nodes(links.remove(Dia.EVIDENCE_ITEM));
        blocks.add(Blocks.sides(look, look.say("thing.bearsOn"), lines, EvidenceCard.With.CLAIM));
        List<Fact> where = new ArrayList<>();
        List<Value.Mention> addresses = EvidenceCard.addresses(look, thing);
        if (!addresses.isEmpty()) {
            where.add(new Fact(look.say("thing.readAt"), "", List.copyOf(addresses)));
        }
        List<Fact> facts = new ArrayList<>(look.facts(thing, OF_PUBLICATIONS));
        facts.addAll(where);
        blocks.add(0, new Block.Facts("", facts));
        Set<Node> told = new HashSet<>(OF_PUBLICATIONS);
        told.addAll(List.of(DCTerms.title.asNode(), Foreign.SCHEMA_SAME_AS));
        blocks.addAll(Blocks.facts(look, thing, List.of(), told));
        blocks.addAll(Blocks.links(
                look,
                thing,
                links,
                Set.of(Dia.term("supportedBy"), Dia.term("disputedBy"))::contains,
                Blocks.SHOWN));
        return blocks;
    }

    private List<Block> trial(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>(Blocks.facts(look, thing, OF_TRIALS, Set.of()));
        List<Node> publications = look.objects(thing, Dia.RESULT_PUBLICATION).stream()
                .flatMap(result -> look.subjects(Foreign.SCHEMA_SAME_AS, result).stream())
                .toList();
        List<Node> lines = publications.stream()
                .flatMap(publication -> look.subjects(Dia.EVIDENCE_ITEM, publication).stream())
                .toList();
        if (!lines.isEmpty()) {
            blocks.add(1, Blocks.sides(look, look.say("thing.resultsBearOn"), lines, EvidenceCard.With.BOTH));
        }
        List<Known.Stated> claims = claimsAboutTreatment();
        if (!claims.isEmpty()) {
            blocks.add(1, new Block.Claims(
                    look.say("thing.claimsOfTrial"),
                    look.say("thing.claimsOfTrialNote"),
                    List.of(Blocks.group("", claims, Blocks.SHOWN, Blocks.FOLDED)),
                    ""));
        }
        blocks.addAll(Blocks.links(look, thing, links, unused -> false, Blocks.SHOWN));
        return blocks;
    }

    /** Claims that what the trial gives, or a wider kind of it, treats its disease or a wider kind of that. */
    private List<Known.Stated> claimsAboutTreatment() {
        Set<Node> given = withAbove(Dia.TESTS_INTERVENTION);
        given.addAll(withAbove(PRODUCT));
        Set<Node> diseases = withAbove(Foreign.SCHEMA_HEALTH_CONDITION);
        return look.known().claims().stream()
                .filter(each -> each.row().kinds().contains(TREATMENT)
                        && given.contains(each.subject())
                        && each.object() != null
                        && diseases.contains(each.object()))
                .toList();
    }

    private Set<Node> withAbove(Node property) {
        Set<Node> found = new HashSet<>();
        look.objects(thing, property).forEach(node -> found.addAll(look.objects(node, Dia.ANCESTOR)));
        return found;
    }

    private List<Block> evidence(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Blocks.sides(look, "", List.of(thing), EvidenceCard.With.BOTH));
        for (String disagreement : links.getOrDefault(BETWEEN, new TreeSet<>())) {
            blocks.add(new Block.Differences(
                    List.of(Blocks.disagreement(look, NodeFactory.createURI(disagreement)))));
        }
        links.remove(BETWEEN);
        blocks.addAll(Blocks.links(
                look,
                thing,
                links,
                Set.of(Dia.term("hasSupportingEvidenceLine"), Dia.term("hasDisputingEvidenceLine"))::contains,
                Blocks.SHOWN));
        return blocks;
    }

    /** Its claims once, in the order of the text, although a section is the subject of some of its own. */
    private List<Block> partOfText(Map<Node, SortedSet<String>> links) {
        SortedSet<String> inside = links.getOrDefault(CONTAINED_BY.get(kind), new TreeSet<>());
        links.replaceAll((property, iris) -> {
            SortedSet<String> left = new TreeSet<>(iris);
            if (!property.equals(CONTAINED_BY.get(kind))) {
                left.removeAll(inside);
            }
            return left;
        });
        return plain(List.of(), Set.of(), links, Set.of(), ALL_CLAIMS);
    }

    private List<Block> withClaims(Node property, Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Claims(
                look.factName(property),
                "",
                List.of(Blocks.group("", claims(property), ALL_CLAIMS, 0)),
                ""));
        blocks.addAll(plain(List.of(), Set.of(property), links, Set.of(), Blocks.SHOWN));
        return blocks;
    }

    private List<Known.Stated> claims(Node property) {
        return look.objects(thing, property).stream()
                .flatMap(node -> look.known().claim(node).stream())
                .sorted(Comparator.comparingInt(Known.Stated::line).thenComparingInt(Known.Stated::start))
                .toList();
    }

    private List<Block> gap(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Claims(
                look.say("thing.gapClaims"),
                look.say("thing.gapNote"),
                List.of(Blocks.group("", claims(OF_CLAIM), ALL_CLAIMS, 0)),
                ""));
        blocks.addAll(plain(
                List.of(Dia.SECTION_TOPIC, GAP_OBJECT, LACKS), Set.of(OF_CLAIM), links, Set.of(), Blocks.SHOWN));
        List<Value.Mention> others = look.objects(thing, GAP_OBJECT).stream()
                .flatMap(object -> look.subjects(GAP_OBJECT, object).stream())
                .filter(other -> !other.equals(thing)
                        && look.objects(other, Dia.SECTION_TOPIC).equals(look.objects(thing, Dia.SECTION_TOPIC)))
                .sorted(Comparator.comparing(Node::getURI))
                .map(look::mention)
                .toList();
        if (!others.isEmpty()) {
            blocks.add(new Block.Links(
                    look.say("thing.otherGaps"),
                    List.of(new Block.LinkGroup(
                            new Fact(look.say("thing.sameEffect"), "", List.of()),
                            others.size(),
                            others,
                            List.of(),
                            ""))));
        }
        return blocks;
    }

    private List<Block> disagreement(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Differences(List.of(Blocks.disagreement(look, thing))));
        blocks.add(Blocks.sides(
                look, look.say("thing.bothLines"), look.objects(thing, BETWEEN), EvidenceCard.With.BOTH));
        blocks.addAll(plain(
                List.of(), Set.of(BETWEEN, Dia.term("differsIn")), links, Set.of(), Blocks.SHOWN));
        return blocks;
    }

    private List<Block> query(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        Set<Node> forms = Set.of(Foreign.SH_SELECT, Foreign.SH_ASK, Foreign.SH_CONSTRUCT, Foreign.SPEX_DESCRIBE);
        forms.forEach(form -> look.plain(thing, form)
                .ifPresent(text -> blocks.add(new Block.Code(
                        look.say("thing.queryText"), text, "/query?example=" + path.substring("query/".length())))));
        blocks.addAll(plain(List.of(RDFS.comment.asNode()), forms, links, Set.of(), Blocks.SHOWN));
        return blocks;
    }

    private List<Block> graph(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        Optional<GraphName> named = GraphName.ofKey(path.substring("graph/".length()));
        named.ifPresent(graph -> {
            Map<Node, Integer> counts = new HashMap<>();
            dataset.getGraph(graph.node()).find(Node.ANY, RDF.type.asNode(), Node.ANY).forEach(triple -> {
                look.budget().check();
                if (triple.getSubject().isURI()) {
                    counts.merge(triple.getObject(), 1, Integer::sum);
                }
            });
            List<List<Value>> rows = counts.entrySet().stream()
                    .sorted(Map.Entry.<Node, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(entry -> look.name(entry.getKey())))
                    .map(entry -> List.<Value>of(
                            look.mention(entry.getKey()),
                            new Value.Text(look.page().number(entry.getValue()), "", false)))
                    .toList();
            if (!rows.isEmpty()) {
                blocks.add(new Block.Table(
                        look.say("thing.holds"),
                        List.of(look.say("thing.kindOfThing"), look.say("thing.number")),
                        rows));
            }
            List<Value.Mention> dumps = Dump.all().stream()
                    .filter(dump -> dump.graph().equals(Optional.of(graph)))
                    .map(dump -> new Value.Mention(dump.fileName(), "", "/dump/" + dump.fileName(), true, ""))
                    .toList();
            blocks.add(new Block.Facts(
                    look.say("thing.wholeGraph"),
                    List.of(new Fact(look.say("thing.dumps"), "/dump/", List.copyOf(dumps)))));
        });
        List<Node> first = List.of(VOID.triples.asNode());
        List<Block> all = new ArrayList<>(plain(first, PARTS_OF_RELEASE, links, Set.of(), Blocks.SHOWN));
        all.addAll(all.isEmpty() ? 0 : 1, blocks);
        return all;
    }

    private List<Block> release(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        boolean whole = look.is(thing, Dia.term("Release"));
        if (whole) {
            List<List<Value>> rows = new ArrayList<>();
            for (GraphName graph : GraphName.values()) {
                rows.add(List.of(
                        new Value.Mention(graph.key(), "", "/graph/" + graph.key(), true, ""),
                        new Value.Text(look.page().either(graph.meaningEn(), graph.meaningZh()), "", false),
                        new Value.Text(
                                look.plain(graph.node(), VOID.triples.asNode())
                                        .map(text -> look.page().number(Long.parseLong(text)))
                                        .orElse(""),
                                "",
                                false)));
            }
            blocks.add(new Block.Table(
                    look.say("thing.graphs"),
                    List.of(look.say("thing.graph"), look.say("thing.meaning"), look.say("thing.triples")),
                    rows));
            Value.Mention dumps = new Value.Mention(
                    look.say("thing.dumps"), "", '/' + path + "/dump/", true, "");
            blocks.add(new Block.Facts("", List.of(new Fact(look.say("thing.download"), "", List.of(dumps)))));
        }
        blocks.addAll(plain(
                List.of(
                        OWL2.versionInfo.asNode(),
                        DCTerms.source.asNode(),
                        DCTerms.license.asNode(),
                        VOID.triples.asNode()),
                PARTS_OF_RELEASE,
                whole ? new TreeMap<>(Comparator.comparing(Node::getURI)) : links,
                Set.of(),
                Blocks.SHOWN));
        return blocks;
    }

    private List<Block> value(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>(Blocks.facts(look, thing, List.of(), Set.of()));
        Set<Value.Mention> others = new LinkedHashSet<>();
        look.objects(thing, RDF.type.asNode()).stream()
                .filter(type -> type.isURI() && type.getURI().startsWith(Namespaces.DIA))
                .forEach(type -> look.subjects(RDF.type.asNode(), type).stream()
                        .filter(other -> other.isURI() && !other.equals(thing))
                        .sorted(Comparator.comparing(look::name))
                        .map(look::mention)
                        .forEach(others::add));
        if (!others.isEmpty()) {
            List<Value.Mention> all = List.copyOf(others);
            int shown = Math.min(all.size(), Blocks.SHOWN + Blocks.FOLDED);
            blocks.add(new Block.Links(
                    look.say("thing.otherValues"),
                    List.of(new Block.LinkGroup(
                            new Fact(look.say("thing.sameSet"), "", List.of()),
                            all.size(),
                            all.subList(0, shown),
                            List.of(),
                            ""))));
        }
        blocks.addAll(Blocks.links(look, thing, links, unused -> false, Blocks.SHOWN));
        return blocks;
    }

    private static List<Node> nodes(SortedSet<String> iris) {
        return iris == null ? List.of() : iris.stream().map(NodeFactory::createURI).toList();
    }

    private ThingView.Head head() {
        String language = look.page().language();
        Names names = look.known().names();
        Value.Mention own = look.mention(thing);
        String second = names.labelIn(thing, look.page().other())
                .filter(label -> !label.equals(own.label()))
                .orElse("");
        boolean publication = kind.equals("publication");
        String title = publication ? EvidenceCard.source(look, thing).page().label() : own.label();
        String line = publication ? EvidenceCard.source(look, thing).line() : "";
        List<String> tags = new ArrayList<>();
        if (look.is(thing, Dia.RETIRED_RECORD) || isDeprecated()) {
            tags.add(look.say("thing.retired"));
        }
        if (look.is(thing, Dia.ADJACENT_TRIAL)) {
            tags.add(look.say("thing.outsideScope"));
        }
        return new ThingView.Head(
                kind.equals("value") || kind.equals("agent") ? kindByType() : look.kind(thing),
                capital(title),
                own.language(),
                publication ? "" : second,
                publication ? line : definition(language).orElse(""),
                publication ? "" : definition(look.page().other()).orElse(""),
                tags,
                thing.getURI(),
                new EntityMarkup(look.data(), look.page().site()).of(thing));
    }

    private boolean isDeprecated() {
        return look.plain(thing, OWL2.deprecated.asNode()).filter("true"::equals).isPresent();
    }

    /** As certainty, person or organisation. */
    private String kindByType() {
        return look.objects(thing, RDF.type.asNode()).stream()
                .filter(type -> type.isURI() && !type.getURI().startsWith(Namespaces.OWL))
                .sorted(Comparator.comparing(Node::getURI))
                .map(look::name)
                .findFirst()
                .orElseGet(() -> look.kind(thing));
    }

    private Optional<String> definition(String language) {
        return look.textIn(thing, Foreign.IAO_DEFINITION, language)
                .or(() -> look.textIn(thing, DCTerms.description.asNode(), language));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private ThingView.Foot foot() {
        boolean claim = look.known().claim(thing).isPresent();
        String release = look.page().release();
        String review = look.objects(REVIEW, Foreign.SCHEMA_SAME_AS).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .sorted()
                .findFirst()
                .orElse(REVIEW.getURI());
        String what = look.kind(thing) + ' ' + path.substring(path.indexOf('/') + 1);
        String citation = claim
                ? look.say("thing.citeClaim", what, release, thing.getURI(), look.name(REVIEW), review)
                : look.say("thing.cite", what, release, thing.getURI());
        List<Value.Mention> graphs = new ArrayList<>();
        for (GraphName graph : GraphName.values()) {
            if (dataset.getGraph(graph.node()).contains(thing, Node.ANY, Node.ANY)) {
                graphs.add(new Value.Mention(graph.key(), "", "/graph/" + graph.key(), true, ""));
            }
        }
        return new ThingView.Foot(
                path,
                EntityRoute.FORMATS.stream().map(format -> format.suffix()).toList(),
                capital(citation),
                claim ? ClaimPage.query(thing.getURI()) : "DESCRIBE <" + thing.getURI() + ">",
                graphs);
    }
}
