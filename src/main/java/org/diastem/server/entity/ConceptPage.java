// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.server.page.ClaimTable;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/** What the page of a class tells: its names, its place among classes, and above all what is claimed of it. */
final class ConceptPage {
    private static final int MOST_PATHS = 6;
    private static final int LONGEST_PATH = 30;
    private static final int MOST_CHILDREN = 80;
    private static final Node EDITOR_NOTE = NodeFactory.createURI(Namespaces.OBO + "IAO_0000116");
    private static final Node SYNONYM_TYPE = NodeFactory.createURI(Namespaces.OBOINOWL + "hasSynonymType");
    private static final Node MAPPING_SUBJECT = Foreign.sssom("subject_id");
    private static final List<String> SYNONYMS = List.of("Exact", "Related", "Narrow", "Broad");

    private final Look look;
    private final Node term;

    ConceptPage(Look look, Node term) {
        this.look = look;
        this.term = term;
    }

    /** @param links what leads to the class */
    List<Block> blocks(Map<Node, SortedSet<String>> links) {
        List<Block> blocks = new ArrayList<>();
        Blocks.addIfAny(blocks, "", names());
        List<Known.Stated> subject = look.known().withSubject(term);
        List<Known.Stated> object = look.known().withObject(term);
        if (!subject.isEmpty() || !object.isEmpty()) {
            blocks.add(Blocks.summary(look, both(subject, object)));
        }
        Neighbourhood.of(look, term)
                .ifPresent(picture -> blocks.add(new Block.Around(look.say("thing.around"), picture)));
        addClaims(blocks, look.say("thing.asSubject"), subject, "claimSubject");
        addClaims(blocks, look.say("thing.asObject"), object, "claimObject");
        blocks.add(hierarchy());
        List<Value.Expression> axioms = Manchester.axioms(look, term, look::mention);
        if (!axioms.isEmpty()) {
            blocks.add(new Block.Definition(look.say("thing.logic"), axioms));
        }
        blocks.addAll(mappings(look, term));
        Blocks.addIfAny(blocks, look.say("thing.otherFacts"), look.factsBut(term, this::isToldOtherwise));
        blocks.addAll(Blocks.links(look, term, links, this::isLinkToldOtherwise, Blocks.SHOWN));
        return blocks;
    }

    private static Collection<ClaimTable.Row> both(List<Known.Stated> one, List<Known.Stated> other) {
        Set<ClaimTable.Row> rows = new LinkedHashSet<>();
        one.forEach(each -> rows.add(each.row()));
        other.forEach(each -> rows.add(each.row()));
        return rows;
    }

    private void addClaims(List<Block> blocks, String title, List<Known.Stated> claims, String property) {
        if (claims.isEmpty()) {
            return;
        }
        long below = claims.stream()
                .filter(each -> !term.equals(property.equals("claimSubject") ? each.subject() : each.object()))
                .count();
        String query = "PREFIX dia: <" + Namespaces.DIA + ">\nSELECT ?claim ?term ?statement ?strength WHERE {\n"
                + "  ?claim dia:" + property + " ?term ; dia:statement ?statement ; dia:strength ?strength .\n"
                + "  ?term dia:ancestor <" + term.getURI() + "> .\n"
                + "  FILTER(LANG(?statement) = \"" + look.page().language() + "\")\n} ORDER BY ?claim";
        blocks.add(new Block.Claims(
                title, below == 0 ? "" : look.say("thing.ofNarrower", below), Blocks.byTopic(look, claims), query));
    }

    private List<Fact> names() {
        List<Fact> facts = new ArrayList<>();
        for (String kind : SYNONYMS) {
            Node property = NodeFactory.createURI(Namespaces.OBOINOWL + "has" + kind + "Synonym");
            for (String language : List.of(look.page().language(), look.page().other())) {
                List<Value> texts = look.objects(term, property).stream()
                        .filter(node -> node.isLiteral() && node.getLiteralLanguage().equals(language))
                        .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
                        .map(node -> synonym(property, node))
                        .toList();
                if (!texts.isEmpty()) {
                    String name = look.say("thing.synonym." + kind);
                    String inOther = language.equals("zh") ? "thing.inChinese" : "thing.inEnglish";
                    boolean own = language.equals(look.page().language());
                    facts.add(new Fact(own ? name : look.page().say("thing.nameIn", name, word(inOther)), "", texts));
                }
            }
        }
        List<Node> notes = look.objects(term, EDITOR_NOTE);
        if (!notes.isEmpty()) {
            facts.add(new Fact(look.say("thing.note"), "", look.values(notes)));
        }
        return facts;
    }

    private String word(String key) {
        return key.equals("thing.inChinese") ? look.say("thing.inChinese") : look.say("thing.inEnglish");
    }

    private Value synonym(Node property, Node text) {
        boolean own = text.getLiteralLanguage().equals(look.page().language());
        boolean short_ = look.data()
                .find(Node.ANY, OWL2.annotatedTarget.asNode(), text)
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .anyMatch(axiom -> look.data().contains(axiom, OWL2.annotatedSource.asNode(), term)
                        && look.data().contains(axiom, OWL2.annotatedProperty.asNode(), property)
                        && look.data().contains(axiom, SYNONYM_TYPE, Dia.term("abbreviation")));
        String words = text.getLiteralLexicalForm();
        return new Value.Text(
                short_ ? look.say("thing.abbreviated", words) : words, own ? "" : text.getLiteralLanguage(), false);
    }

    private Block.Hierarchy hierarchy() {
        List<List<Value.Mention>> paths = new ArrayList<>();
        int all = addPaths(List.of(), term, paths, new HashSet<>());
        List<Block.Child> children = children(term).stream()
                .limit(MOST_CHILDREN)
                .map(child -> child(child, true))
                .toList();
        return new Block.Hierarchy(look.say("thing.hierarchy"), paths, all - paths.size(), children);
    }

    /** Goes up to every root; counts the paths, and keeps the first few. */
    private int addPaths(List<Value.Mention> below, Node from, List<List<Value.Mention>> paths, Set<Node> open) {
        List<Node> parents = parents(from).stream().filter(parent -> !open.contains(parent)).toList();
        if (parents.isEmpty() || below.size() > LONGEST_PATH) {
            if (!below.isEmpty() && paths.size() < MOST_PATHS) {
                paths.add(below);
            }
            return below.isEmpty() ? 0 : 1;
        }
        int count = 0;
        open.add(from);
        for (Node parent : parents) {
            List<Value.Mention> longer = new ArrayList<>(List.of(look.mention(parent)));
            longer.addAll(below);
            count += addPaths(longer, parent, paths, open);
        }
        open.remove(from);
        return count;
    }

    private List<Node> parents(Node of) {
        return look.objects(of, RDFS.subClassOf.asNode()).stream()
                .filter(Node::isURI)
                .filter(parent -> !parent.equals(of) && !parent.equals(OWL2.Thing.asNode()))
                .sorted(Comparator.comparing((Node parent) -> !parent.getURI().startsWith(Namespaces.DIA))
                        .thenComparing(look::name))
                .toList();
    }

    private List<Node> children(Node of) {
        return look.subjects(RDFS.subClassOf.asNode(), of).stream()
                .filter(child -> child.isURI() && !child.equals(of))
                .distinct()
                .sorted(Comparator.comparing(look::name).thenComparing(Node::getURI))
                .toList();
    }

    private Block.Child child(Node of, boolean deeper) {
        return new Block.Child(
                look.mention(of),
                look.known().classesBelow(of),
                look.known().claimsBelow(of),
                deeper
                        ? children(of).stream().limit(MOST_CHILDREN).map(each -> child(each, false)).toList()
                        : List.of());
    }

    /** What the mappings say a term is the same as or close to, with the reason. */
    static List<Block> mappings(Look look, Node term) {
        List<List<Value>> rows = look.subjects(MAPPING_SUBJECT, term).stream()
                .sorted(Comparator.comparing(Node::getURI))
                .map(mapping -> mapping(look, mapping))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        look.say("thing.mappings"),
                        List.of(
                                look.say("thing.matchedTerm"),
                                look.say("thing.match"),
                                look.say("thing.justification"),
                                look.say("thing.matchedIn")),
                        rows));
    }

    private static List<Value> mapping(Look look, Node mapping) {
        Node other = look.one(mapping, Foreign.sssom("object_id")).orElseThrow();
        String label = look.plain(mapping, Foreign.sssom("object_label")).orElse("");
        Value.Mention own = look.mention(other);
        String code = Names.shortForm(other.getURI());
        Value.Mention named = label.isEmpty()
                ? own
                : new Value.Mention(label, look.page().isChinese() ? "en" : "", own.target(), own.ours(), code);
        return List.of(
                named,
                look.mention(look.one(mapping, Foreign.sssom("predicate_id")).orElseThrow()),
                look.mention(look.one(mapping, Foreign.sssom("mapping_justification")).orElseThrow()),
                new Value.Text(
                        look.plain(mapping, Foreign.sssom("object_source_version")).orElse(""),
                        look.page().isChinese() ? "en" : "",
                        false));
    }

    private boolean isToldOtherwise(Node property) {
        return Blocks.IN_HEAD.contains(property)
                || property.equals(RDF.type.asNode())
                || property.equals(RDFS.subClassOf.asNode())
                || property.equals(OWL2.equivalentClass.asNode())
                || property.equals(OWL2.disjointWith.asNode())
                || property.equals(EDITOR_NOTE)
                || property.getURI().startsWith(Namespaces.OBOINOWL)
                || property.getURI().startsWith(SKOS.uri)
                || isOfClaims(look, property);
    }

    private boolean isLinkToldOtherwise(Node property) {
        return property.equals(Dia.CLAIM_SUBJECT)
                || property.equals(Dia.CLAIM_OBJECT)
                || property.equals(RDFS.subClassOf.asNode())
                || property.equals(MAPPING_SUBJECT)
                || isOfClaims(look, property);
    }

    /** Whether triples of the property only repeat claims. */
    static boolean isOfClaims(Look look, Node property) {
        return property.equals(Dia.term("bearsOn")) || look.data().contains(property, Dia.CLAIM_KIND, Node.ANY);
    }
}
