// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.path.Strength;
import org.diastem.server.page.ClaimTable;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/** Makes the parts that pages of several kinds have. */
final class Blocks {
    /** Of the things that lead to another by one property so many are seen at once, and so many more when unfolded. */
    static final int SHOWN = 8;
    static final int FOLDED = 42;

    /** What the head of a page tells, or what only repeats other triples. */
    static final Set<Node> IN_HEAD = Set.of(
            RDFS.label.asNode(),
            Foreign.IAO_DEFINITION,
            SKOS.definition.asNode(),
            Dia.STATEMENT,
            Dia.ANCESTOR,
            DCTerms.description.asNode());

    private static final Set<Node> RECORD = Set.copyOf(List.of(
            Dia.SEEN_AT,
            Dia.SEEN_ON,
            Dia.SEEN_FIELDS,
            Dia.SECOND_READING,
            Dia.SECOND_SEEN_AT,
            Dia.CURATED_BY,
            Dia.YEAR_BASIS,
            Dia.JOURNAL_BASIS,
            Dia.LINE_HASH,
            Dia.term("matchKind"),
            Foreign.PROV_WAS_ATTRIBUTED_TO));

    private static final Set<Node> ELSEWHERE = Set.of(
            RDF.type.asNode(),
            SKOS.exactMatch.asNode(),
            SKOS.closeMatch.asNode(),
            SKOS.broadMatch.asNode(),
            SKOS.narrowMatch.asNode(),
            SKOS.relatedMatch.asNode(),
            RDFS.seeAlso.asNode(),
            DCTerms.identifier.asNode(),
            DCTerms.type.asNode(),
            Foreign.SCHEMA_SAME_AS);

    /** By these a class or property is part of an expression that belongs to another. */
    private static final Set<Node> IN_EXPRESSIONS = Set.of(
            RDF.first.asNode(),
            RDF.rest.asNode(),
            OWL2.onProperty.asNode(),
            OWL2.someValuesFrom.asNode(),
            OWL2.allValuesFrom.asNode(),
            OWL2.hasValue.asNode());

    private static final Set<Node> NO_LINKS = Set.of(
            Dia.ANCESTOR,
            OWL2.annotatedSource.asNode(),
            OWL2.annotatedProperty.asNode(),
            OWL2.annotatedTarget.asNode());

    private Blocks() {}

    /**
     * What is told of a thing, what it is called elsewhere, and how it is known.
     *
     * @param first the properties that come first
     * @param otherwise those that are told in another way
     */
    static List<Block> facts(Look look, Node thing, List<Node> first, Set<Node> otherwise) {
        List<Fact> main = new ArrayList<>(look.facts(thing, first));
        main.addAll(look.factsBut(thing, property -> first.contains(property)
                || otherwise.contains(property)
                || IN_HEAD.contains(property)
                || RECORD.contains(property)
                || ELSEWHERE.contains(property)));
        List<Fact> elsewhere = look.factsBut(
                thing,
                property -> !ELSEWHERE.contains(property) || first.contains(property) || otherwise.contains(property));
        List<Fact> record = look.factsBut(
                thing,
                property -> !RECORD.contains(property) || first.contains(property) || otherwise.contains(property));
        List<Block> blocks = new ArrayList<>();
        addIfAny(blocks, "", main);
        addIfAny(blocks, look.say("thing.kindsAndNumbers"), elsewhere);
        addIfAny(blocks, look.say("thing.record"), record);
        return blocks;
    }

    static void addIfAny(List<Block> blocks, String title, List<Fact> facts) {
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(title, facts));
        }
    }

    /** Claims in one group, as many as there is room for. */
    static Block.Group group(String title, Collection<Known.Stated> claims, int shown, int folded) {
        return group(title, "", claims, shown, folded);
    }

    /** The same with a title that leads to a page. */
    static Block.Group group(String title, String target, Collection<Known.Stated> claims, int shown, int folded) {
        List<ClaimTable.Row> rows = claims.stream().map(Known.Stated::row).toList();
        int seen = Math.min(shown, rows.size());
        int all = Math.min(shown + folded, rows.size());
        return new Block.Group(title, target, rows.subList(0, seen), rows.subList(seen, all), rows.size());
    }

    /** Claims by the topic that they are about. */
    static List<Block.Group> byTopic(Look look, List<Known.Stated> claims) {
        List<Block.Group> groups = new ArrayList<>();
        for (ClaimTable.Topic topic : look.known().topics()) {
            add(groups, look.page().either(topic.label().en(), topic.label().zh()), claims.stream()
                    .filter(each -> !each.concerns().isEmpty() && each.concerns().get(0).equals(topic))
                    .toList());
        }
        add(groups, look.say("thing.noTopic"), claims.stream().filter(each -> each.concerns().isEmpty()).toList());
        return groups;
    }

    private static void add(List<Block.Group> groups, String title, List<Known.Stated> claims) {
        if (!claims.isEmpty()) {
            groups.add(group(title, claims, SHOWN, FOLDED));
        }
    }

    /** What the evidence for claims amounts to. */
    static Block.Summary summary(Look look, Collection<ClaimTable.Row> claims) {
        List<Block.Level> levels = new ArrayList<>();
        for (int i = Strength.values().length - 1; i >= 0; i--) {
            Strength strength = Strength.values()[i];
            int count = (int) claims.stream().filter(row -> row.strength() == strength).count();
            if (count > 0) {
                levels.add(new Block.Level(strength, count));
            }
        }
        return new Block.Summary(
                look.say("thing.summary"),
                claims.size(),
                levels,
                (int) claims.stream().filter(ClaimTable.Row::contested).count(),
                claims.stream().mapToInt(ClaimTable.Row::supporting).sum(),
                claims.stream().mapToInt(ClaimTable.Row::disputing).sum());
    }

    /**
     * What leads to a thing: the claims as claims, all else as links.
     *
     * @param but properties whose links are told otherwise
     * @param shown how many of one property are seen at once
     */
    static List<Block> links(
            Look look, Node thing, Map<Node, SortedSet<String>> links, Function<Node, Boolean> but, int shown) {
        Map<String, SortedSet<String>> merged = new TreeMap<>();
        Map<String, Node> properties = new TreeMap<>();
        links.forEach((property, iris) -> {
            if (NO_LINKS.contains(property) || but.apply(property)) {
                return;
            }
            Node under = IN_EXPRESSIONS.contains(property) ? OWL2.equivalentClass.asNode() : property;
            String name = under.equals(property) ? look.factName(property) : look.say("thing.inDefinitions");
            properties.put(name, under);
            merged.computeIfAbsent(name, unused -> new TreeSet<>()).addAll(iris);
        });
        List<Block.Group> claims = new ArrayList<>();
        List<Block.LinkGroup> others = new ArrayList<>();
        merged.forEach((name, iris) -> {
            List<Known.Stated> stated = new ArrayList<>();
            List<Node> rest = new ArrayList<>();
            for (String iri : iris) {
                Node node = NodeFactory.createURI(iri);
                look.known().claim(node).ifPresentOrElse(stated::add, () -> rest.add(node));
            }
            if (!stated.isEmpty()) {
                stated.sort(Comparator.comparingInt(Known.Stated::line).thenComparingInt(Known.Stated::start));
                claims.add(group(name, stated, shown, FOLDED));
            }
            if (!rest.isEmpty()) {
                others.add(linkGroup(look, thing, name, properties.get(name), rest, shown));
            }
        });
        List<Block> blocks = new ArrayList<>();
        if (!claims.isEmpty()) {
            blocks.add(new Block.Claims(look.say("thing.claimsHere"), "", claims, claimsQuery(thing)));
        }
        if (!others.isEmpty()) {
            blocks.add(new Block.Links(look.say("thing.links"), others));
        }
        return blocks;
    }

    private static Block.LinkGroup linkGroup(
            Look look, Node thing, String name, Node property, List<Node> from, int shown) {
        int most = Math.max(shown, SHOWN);
        List<Value.Mention> mentions = from.stream().limit(most + FOLDED).map(look::mention).toList();
        int seen = Math.min(most, mentions.size());
        String query = from.size() > mentions.size()
                ? "SELECT ?s WHERE { ?s <" + property.getURI() + "> <" + thing.getURI() + "> } ORDER BY ?s"
                : "";
        String target = property.getURI().startsWith(Namespaces.BASE)
                ? '/' + property.getURI().substring(Namespaces.BASE.length())
                : "";
        return new Block.LinkGroup(
                new Fact(name, target, List.of()),
                from.size(),
                mentions.subList(0, seen),
                mentions.subList(seen, mentions.size()),
                query);
    }

    private static String claimsQuery(Node thing) {
        return "PREFIX dia: <" + Namespaces.DIA + ">\nSELECT DISTINCT ?claim ?property ?statement WHERE {\n"
                + "  ?claim ?property <" + thing.getURI() + "> ; dia:claimSubject ?subject ; dia:statement ?statement .\n"
                + "} ORDER BY ?property ?claim";
    }

    /** Evidence lines by their sides. */
    static Block.Sides sides(Look look, String title, Collection<Node> lines, EvidenceCard.With with) {
        List<EvidenceCard> cards = lines.stream().map(line -> EvidenceCard.of(look, line, with)).toList();
        return new Block.Sides(
                title,
                EvidenceCard.onSide(cards, "for"),
                EvidenceCard.onSide(cards, "against"),
                EvidenceCard.onSide(cards, "background"));
    }

    /** What two evidence lines that disagree differ in. */
    static Block.Disagreement disagreement(Look look, Node disagreement) {
        List<Node> between = look.objects(disagreement, Dia.term("between")).stream()
                .sorted(Comparator.comparing(
                                (Node line) -> look.data().contains(line, Dia.DIRECTION, Dia.term("Contradicts")))
                        .thenComparing(Node::getURI))
                .toList();
        Node one = between.get(0);
        Node other = between.get(between.size() - 1);
        List<Block.Difference> rows = look.objects(disagreement, Dia.term("differsIn")).stream()
                .sorted(Comparator.comparing(look::factName))
                .map(dimension -> new Block.Difference(
                        look.factName(dimension),
                        look.values(look.objects(one, dimension)),
                        look.values(look.objects(other, dimension))))
                .toList();
        return new Block.Disagreement(look.mention(disagreement), look.mention(one), look.mention(other), rows);
    }
}
