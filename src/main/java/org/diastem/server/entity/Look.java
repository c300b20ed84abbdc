// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.diastem.path.Strength;
import org.diastem.server.page.Page;
import org.diastem.server.page.ThingType;
import org.diastem.server.sparql.Budget;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/** Reads the data for one page: what is said, in the language of the page and with names in place of addresses. */
final class Look {
    private static final int DEEPEST = 20;
    private static final String HAS = "has ";

    private final Graph data;
    private final Known known;
    private final Page page;
    private final Budget budget;

    /** @param data looks at the budget by itself */
    Look(Graph data, Known known, Page page, Budget budget) {
        this.data = Objects.requireNonNull(data);
        this.known = Objects.requireNonNull(known);
        this.page = Objects.requireNonNull(page);
        this.budget = Objects.requireNonNull(budget);
    }

    Graph data() {
        return data;
    }

    Known known() {
        return known;
    }

    Page page() {
        return page;
    }

    Budget budget() {
        return budget;
    }

    /** In the words of the page's language. */
    String say(String key, Object... arguments) {
        return page.say(key, arguments);
    }

    boolean is(Node thing, Node type) {
        return data.contains(thing, RDF.type.asNode(), type);
    }

    List<Node> objects(Node subject, Node predicate) {
        return data.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList();
    }

    List<Node> subjects(Node predicate, Node object) {
        return data.find(Node.ANY, predicate, object).mapWith(Triple::getSubject).toList();
    }

    Optional<Node> one(Node subject, Node predicate) {
        return objects(subject, predicate).stream().min(Comparator.comparing(Node::toString));
    }

    /** A text of a thing that has no language, or the number of a literal as it stands. */
    Optional<String> plain(Node subject, Node predicate) {
        return one(subject, predicate).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    /** A text in that very language. */
    Optional<String> textIn(Node subject, Node predicate, String language) {
        return objects(subject, predicate).stream()
                .filter(node -> node.isLiteral() && node.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }

    /** A text in the language of the page. */
    Optional<String> text(Node subject, Node predicate) {
        return textIn(subject, predicate, page.language());
    }

    /** A thing by its name. */
    Value.Mention mention(Node thing) {
        if (!thing.isURI()) {
            return new Value.Mention(thing.isLiteral() ? thing.getLiteralLexicalForm() : "…", "", "", false, "");
        }
        String iri = thing.getURI();
        boolean ours = iri.startsWith(Namespaces.BASE);
        String target = ours ? '/' + iri.substring(Namespaces.BASE.length()) : isWebAddress(iri) ? iri : "";
        String shown = Names.shortForm(iri);
        String label = name(thing);
        String code = ours || label.equals(shown) || shown.equals(iri) ? "" : shown;
        return new Value.Mention(label, languageOf(thing, label), target, ours, code);
    }

    /** A thing by another name than its own. */
    Value.Mention mention(Node thing, String label) {
        Value.Mention own = mention(thing);
        return new Value.Mention(label, "", own.target(), own.ours(), "");
    }

    private static boolean isWebAddress(String iri) {
        return iri.startsWith("http://") || iri.startsWith("https://");
    }

    /** What a thing is called: by its label, its number among its kind, or its short address. */
    String name(Node thing) {
        String iri = thing.getURI();
        boolean numbered = iri.startsWith(Namespaces.BASE + "evidence/");
        Optional<String> label = numbered ? Optional.empty() : known.names().label(thing, page.language());
        return label.or(() -> gapName(thing)).orElseGet(() -> {
            String path = iri.startsWith(Namespaces.BASE) ? iri.substring(Namespaces.BASE.length()) : "";
            int slash = path.indexOf('/');
            boolean single = slash > 0 && path.indexOf('/', slash + 1) < 0 && !iri.startsWith(Namespaces.DIA);
            return single ? say("thing.numbered", kind(thing), path.substring(slash + 1)) : Names.shortForm(iri);
        });
    }

    private Optional<String> gapName(Node thing) {
        Optional<Node> object = one(thing, Dia.term("gapObject"));
        Optional<Node> topic = one(thing, Dia.SECTION_TOPIC);
        Optional<Node> level = one(thing, Dia.term("lacks"));
        return object.isPresent() && topic.isPresent() && level.isPresent()
                ? Optional.of(say("thing.gapName", name(object.get()), name(topic.get()), level(level.get())))
                : Optional.empty();
    }

    private String level(Node level) {
        return Strength.of(level)
                .filter(strength -> strength.compareTo(Strength.STATEMENT) > 0)
                .map(strength -> say("level." + strength.term()))
                .orElseGet(() -> name(level));
    }

    /** What kind of thing it is, in one or two words. */
    String kind(Node thing) {
        return say("type." + ThingType.of(thing, data));
    }

    /** Empty if the name is in the language of the page, or in none. */
    private String languageOf(Node thing, String label) {
        boolean own = known.names().labelIn(thing, page.language()).filter(label::equals).isPresent();
        boolean others = known.names().labelIn(thing, page.other()).filter(label::equals).isPresent();
        return !own && others ? page.other() : foreign(label);
    }

    /** A text without a language tells it by its script, as far as that matters on an English page. */
    private String foreign(String text) {
        return page.isChinese() || !isHan(text) ? "" : "zh";
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    /** A property as the name of a fact: without the word that English puts before many of them. */
    String factName(Node property) {
        String label = known.names().label(property, page.language()).orElse(Names.shortForm(property.getURI()));
        if (page.isChinese() || label.isEmpty()) {
            return label;
        }
        String bare = label.startsWith(HAS) ? label.substring(HAS.length()) : label;
        return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }

    Fact fact(Node property, List<Node> objects) {
        return new Fact(factName(property), target(property), values(objects));
    }

    private static String target(Node property) {
        String iri = property.getURI();
        return iri.startsWith(Namespaces.BASE) ? '/' + iri.substring(Namespaces.BASE.length()) : "";
    }

    /** The facts of these properties that the thing has, in this order. */
    List<Fact> facts(Node thing, List<Node> properties) {
        List<Fact> facts = new ArrayList<>();
        for (Node property : properties) {
            List<Node> objects = objects(thing, property);
            if (!objects.isEmpty()) {
                facts.add(fact(property, objects));
            }
        }
        return facts;
    }

    /** All facts of a thing by these properties, in the order of their names. */
    List<Fact> factsBut(Node thing, Predicate<Node> left) {
        return facts(thing, properties(thing).stream().filter(left.negate()).toList());
    }

    /** The properties of a thing, in the order of their names. */
    List<Node> properties(Node thing) {
        Set<Node> found = new HashSet<>();
        data.find(thing, Node.ANY, Node.ANY).forEach(triple -> found.add(triple.getPredicate()));
        List<Node> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(this::factName).thenComparing(Node::getURI));
        return sorted;
    }

    /** Texts of the other language are left out where there is one in that of the page. */
    List<Value> values(List<Node> objects) {
        return values(objects, new HashSet<>());
    }

    private List<Value> values(List<Node> objects, Set<Node> open) {
        boolean own = objects.stream()
                .anyMatch(node -> node.isLiteral() && node.getLiteralLanguage().equals(page.language()));
        List<Node> shown = new ArrayList<>(objects);
        shown.removeIf(node -> own && node.isLiteral() && node.getLiteralLanguage().equals(page.other()));
        shown.sort(Comparator.comparing(this::order));
        List<Value> values = new ArrayList<>();
        for (Node node : shown) {
            budget.keep();
            values.add(value(node, open));
        }
        return values;
    }

    private String order(Node node) {
        if (node.isLiteral()) {
            return "0" + node.getLiteralLexicalForm();
        }
        return node.isURI() ? "1" + name(node) + node.getURI() : "2";
    }

    private Value value(Node node, Set<Node> open) {
        if (node.isURI()) {
            return mention(node);
        }
        if (node.isLiteral()) {
            return text(node);
        }
        if (!open.add(node) || open.size() > DEEPEST) {
            return new Value.Text("…", "", false);
        }
        if (data.contains(node, RDF.first.asNode(), Node.ANY)) {
            return new Value.Listed(members(node).stream().map(member -> value(member, open)).toList());
        }
        List<Fact> facts = new ArrayList<>();
        for (Node property : properties(node)) {
            facts.add(new Fact(factName(property), target(property), values(objects(node, property), open)));
        }
        return new Value.Parts(facts);
    }

    private Value.Text text(Node literal) {
        String text = literal.getLiteralLexicalForm();
        String tag = literal.getLiteralLanguage();
        String language = tag.isEmpty() ? foreign(text) : tag.equals(page.language()) ? "" : tag;
        if (literal.getLiteralDatatypeURI().endsWith("#boolean")) {
            return new Value.Text(text.equals("true") ? say("thing.yes") : say("thing.no"), "", false);
        }
        return new Value.Text(text, language, text.indexOf('\n') >= 0);
    }

    /** The members of an RDF list. */
    List<Node> members(Node list) {
        List<Node> members = new ArrayList<>();
        Set<Node> cells = new HashSet<>();
        Node cell = list;
        while (cells.add(cell) && data.contains(cell, RDF.first.asNode(), Node.ANY)) {
            members.add(one(cell, RDF.first.asNode()).orElseThrow());
            cell = one(cell, RDF.rest.asNode()).orElse(RDF.nil.asNode());
        }
        return members;
    }

    /** The same node in the namespace of the ontology, by its local name. */
    static List<Node> terms(String... localNames) {
        return List.of(localNames).stream().map(Dia::term).toList();
    }
}
