// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.diastem.server.page.ClaimTable;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.Dia;

/** What all pages of a release need, looked up once: names, and which claims speak of what. Never changes. */
final class Known {
    private static final Node ABOVE = Dia.ANCESTOR;

    /**
     * A claim with its arguments.
     *
     * @param object null if it has a value instead
     * @param concerns the topics of sections that it is about, the one of its own section first
     */
    record Stated(
            ClaimTable.Row row,
            Node claim,
            Node subject,
            Node predicate,
            Node object,
            boolean denied,
            List<ClaimTable.Topic> concerns,
            int line,
            int start) {
        Stated {
            Objects.requireNonNull(row);
            concerns = List.copyOf(concerns);
        }
    }

    private final Names names;
    private final ClaimTable table;
    private final List<Stated> inOrder;
    private final Map<Node, Stated> byClaim = new HashMap<>();
    private final Map<Node, List<Stated>> bySubject = new HashMap<>();
    private final Map<Node, List<Stated>> byObject = new HashMap<>();
    private final Map<Node, List<Stated>> byPredicate = new HashMap<>();
    private final Map<Node, Integer> claimsBelow = new HashMap<>();
    private final Map<Node, Integer> classesBelow = new HashMap<>();
    private final Map<Node, Integer> uses = new HashMap<>();

    /** @param data the default graph of the release */
    Known(Names names, ClaimTable table, Graph data) {
        this.names = names;
        this.table = table;
        List<Stated> stated = new ArrayList<>();
        data.find(Node.ANY, Dia.CLAIM_SUBJECT, Node.ANY)
                .forEach(triple -> stated.add(stated(table, data, triple.getSubject(), triple.getObject())));
        stated.sort(Comparator.comparingInt(Stated::line)
                .thenComparingInt(Stated::start)
                .thenComparing(each -> each.row().id()));
        inOrder = List.copyOf(stated);
        for (Stated each : inOrder) {
            byClaim.put(each.claim(), each);
            Set<Node> subjects = withAbove(data, each.subject());
            Set<Node> objects = each.object() == null ? Set.of() : withAbove(data, each.object());
            subjects.forEach(node -> bySubject.computeIfAbsent(node, unused -> new ArrayList<>()).add(each));
            objects.forEach(node -> byObject.computeIfAbsent(node, unused -> new ArrayList<>()).add(each));
            byPredicate.computeIfAbsent(each.predicate(), unused -> new ArrayList<>()).add(each);
            Set<Node> both = new HashSet<>(subjects);
            both.addAll(objects);
            both.forEach(node -> claimsBelow.merge(node, 1, Integer::sum));
        }
        data.find(Node.ANY, ABOVE, Node.ANY).forEach(triple -> {
            if (!triple.getSubject().equals(triple.getObject())) {
                classesBelow.merge(triple.getObject(), 1, Integer::sum);
            }
        });
        data.find().forEach(triple -> uses.merge(triple.getPredicate(), 1, Integer::sum));
    }

    static Known of(LiveRelease.Loaded loaded, ClaimTable table) {
        return new Known(Names.of(loaded), table, loaded.dataset().getDefaultGraph());
    }

    private static Stated stated(ClaimTable table, Graph data, Node claim, Node subject) {
        ClaimTable.Row row = table.row(claim).orElseThrow();
        List<ClaimTable.Topic> concerns = new ArrayList<>();
        for (Node property : List.of(Dia.SECTION_TOPIC, Dia.term("concerns"))) {
            Set<Node> about = ClaimTable.objects(data, claim, property);
            table.topics().stream()
                    .filter(topic -> about.contains(topic.node()) && !concerns.contains(topic))
                    .forEach(concerns::add);
        }
        return new Stated(
                row,
                claim,
                subject,
                one(data, claim, Dia.CLAIM_PREDICATE).orElseThrow(),
                one(data, claim, Dia.CLAIM_OBJECT).orElse(null),
                data.contains(claim, Dia.POLARITY, Dia.term("Denied")),
                concerns,
                number(data, claim, Dia.SOURCE_LINE),
                number(data, claim, Dia.START_OFFSET));
    }

    private static Set<Node> withAbove(Graph data, Node term) {
        Set<Node> found = new HashSet<>(ClaimTable.objects(data, term, ABOVE));
        found.add(term);
        return found;
    }

    private static Optional<Node> one(Graph data, Node subject, Node predicate) {
        return data.find(subject, predicate, Node.ANY).nextOptional().map(Triple::getObject);
    }

    private static int number(Graph data, Node subject, Node predicate) {
        return one(data, subject, predicate).map(node -> Integer.parseInt(node.getLiteralLexicalForm())).orElse(0);
    }

    Names names() {
        return names;
    }

    /** In the order of the sections. */
    List<ClaimTable.Topic> topics() {
        return table.topics();
    }

    Optional<Stated> claim(Node claim) {
        return Optional.ofNullable(byClaim.get(claim));
    }

    /** All claims in the order of the text. */
    List<Stated> claims() {
        return inOrder;
    }

    /** Claims whose subject is the term or one below it, in the order of the text. */
    List<Stated> withSubject(Node term) {
        return bySubject.getOrDefault(term, List.of());
    }

    /** Claims whose object is the term or one below it, in the order of the text. */
    List<Stated> withObject(Node term) {
        return byObject.getOrDefault(term, List.of());
    }

    List<Stated> withPredicate(Node predicate) {
        return byPredicate.getOrDefault(predicate, List.of());
    }

    /** How many claims have the term or one below it as subject or object. */
    int claimsBelow(Node term) {
        return claimsBelow.getOrDefault(term, 0);
    }

    /** How many classes are below a class. */
    int classesBelow(Node term) {
        return classesBelow.getOrDefault(term, 0);
    }

    /** How many triples have the property as their predicate. */
    int uses(Node property) {
        return uses.getOrDefault(property, 0);
    }
}
