// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.model.Bilingual;
import org.diastem.path.MechanismNet;
import org.diastem.path.MechanismPath;
import org.diastem.path.Step;
import org.diastem.problem.Nearest;
import org.diastem.rdf.IriMinter;
import org.diastem.store.LiveRelease;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * What the explorer knows of a release, read once: the net of claims, names of concepts, and where they stand.
 * Immutable.
 */
final class Mechanisms {
    private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);
    private static final int MOST_NEAREST = 5;
    /** Nobody mistypes more, and to compare more takes long. */
    private static final int LONGEST_TYPED = 80;

    private final MechanismNet net;
    private final Graph hypotheses;
    private final Map<Node, Bilingual> labels = new HashMap<>();
    private final SortedSet<Node> concepts = new TreeSet<>(BY_IRI);
    private final Map<String, Node> byName = new HashMap<>();
    private final List<Node> starts;

    private Mechanisms(MechanismNet net, Graph data, Graph hypotheses) {
        this.net = net;
        this.hypotheses = hypotheses;
        data.find(Node.ANY, Dia.ANCESTOR, Node.ANY).forEach(triple -> concepts.add(triple.getSubject()));
        concepts.addAll(net.concepts());
        concepts.forEach(concept -> name(data, concept));
        this.starts = net.steps().stream().map(Step::subject).distinct().sorted(BY_IRI).toList();
        net.steps().stream().map(Step::predicate).distinct().forEach(predicate -> label(data, predicate));
        net.steps().forEach(step -> step.topics().forEach(topic -> label(data, topic)));
    }

    static Mechanisms of(LiveRelease.Loaded loaded, MechanismNet net) {
        return new Mechanisms(
                net,
                loaded.dataset().getDefaultGraph(),
                loaded.dataset().getGraph(GraphName.HYPOTHESES.node()));
    }

    private void name(Graph data, Node concept) {
        Bilingual label = label(data, concept);
        // A label that two concepts share goes to the first; both have their own local names.
        byName.putIfAbsent(folded(label.en()), concept);
        byName.putIfAbsent(folded(label.zh()), concept);
        data.find(concept, NodeFactory.createURI(Namespaces.OBOINOWL + "hasExactSynonym"), Node.ANY)
                .forEach(triple -> byName.putIfAbsent(folded(triple.getObject().getLiteralLexicalForm()), concept));
    }

    private Bilingual label(Graph data, Node term) {
        return labels.computeIfAbsent(term, unused -> {
            SortedMap<String, String> found = new TreeMap<>();
            data.find(term, RDFS.label.asNode(), Node.ANY).forEach(triple -> found.merge(
                    triple.getObject().getLiteralLanguage(),
                    triple.getObject().getLiteralLexicalForm(),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other));
            return new Bilingual(found.getOrDefault("en", local(term)), found.getOrDefault("zh", local(term)));
        });
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    MechanismNet net() {
        return net;
    }

    /** Concepts that claims say something about, by IRI. */
    List<Node> starts() {
        return starts;
    }

    Bilingual label(Node term) {
        return labels.getOrDefault(term, new Bilingual(local(term), local(term)));
    }

    Layer layer(Node concept) {
        return Layer.of(net.above(concept));
    }

    /** What follows our namespace. */
    static String local(Node term) {
        String iri = term.getURI();
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    /** The concept of a name: an IRI, a local name with or without prefix, a label in either language or a synonym. */
    Optional<Node> concept(String typed) {
        String name = typed.strip();
        String shortened = name.startsWith(Namespaces.DIA) ? name.substring(Namespaces.DIA.length()) : name;
        Node term = Dia.term(shortened.startsWith("dia:") ? shortened.substring("dia:".length()) : shortened);
        return concepts.contains(term) ? Optional.of(term) : Optional.ofNullable(byName.get(folded(name)));
    }

    /** Concepts with a name like the one typed. */
    List<Node> nearest(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return List.of();
        }
        Set<Node> found = new LinkedHashSet<>();
        SortedMap<String, Node> names = new TreeMap<>(byName);
        concepts.forEach(concept -> names.putIfAbsent(local(concept), concept));
        Nearest.several(typed.strip(), names.keySet(), 2 * MOST_NEAREST).forEach(name -> found.add(names.get(name)));
        String part = folded(typed);
        if (!part.isEmpty()) {
            names.keySet().stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .limit(MOST_NEAREST)
                    .forEach(name -> found.add(names.get(name)));
        }
        return new ArrayList<>(found).subList(0, Math.min(MOST_NEAREST, found.size()));
    }

    /** Whether the graph of hypotheses holds a path. */
    boolean isPublished(MechanismPath path) {
        return hypotheses.contains(IriMinter.hypothesis(path.name()), RDF.type.asNode(), Dia.HYPOTHESIS);
    }

    /** The claims that assert the ends of a path of several steps by themselves. */
    List<Step> asserting(MechanismPath path) {
        return path.length() == 1
                ? List.of()
                : net.joining(path.steps().get(0).document(), path.start(), path.end());
    }
}
