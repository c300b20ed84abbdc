// SPDX-License-Identifier: Apache-2.0
package org.diastem.curation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.model.Predicate;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/**
 * What tables may name: the classes, the predicates of claims and the closed lists of values that the ontology declares,
 * with their labels. Read once from the graph of the ontology files; safe for use by several threads.
 */
public final class Terms {
    private static final List<String> SYNONYM_PROPERTIES = List.of(
            "hasExactSynonym", "hasBroadSynonym", "hasNarrowSynonym", "hasRelatedSynonym");

    private final SortedSet<String> concepts = new TreeSet<>();
    private final SortedSet<String> declared = new TreeSet<>();
    private final SortedMap<String, Predicate> predicates = new TreeMap<>();
    private final Map<String, SortedSet<String>> valueSets = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> labels = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();

    private final Map<String, SortedSet<String>> deprecated = new HashMap<>();

    private Terms() {}

    /** Indexes a graph that holds the ontology in both languages. */
    public static Terms of(Graph ontology) {
        Terms terms = new Terms();
        terms.readClasses(ontology);
        terms.readPredicates(ontology);
        terms.readValues(ontology);
        terms.readLabels(ontology);
        terms.readDeprecated(ontology);
        return terms;
    }

    public boolean isConcept(String name) {
        return concepts.contains(name);
    }

    /** The names of all classes, in alphabetical order. */
    public SortedSet<String> concepts() {
        return Collections.unmodifiableSortedSet(concepts);
    }

    /** Whether the ontology declares anything of that name: a class, a property or a value. */
    public boolean isDeclared(String name) {
        return declared.contains(name);
    }

    /** Everything that the ontology declares, in alphabetical order. */
    public SortedSet<String> declared() {
        return Collections.unmodifiableSortedSet(declared);
    }

    public boolean isDeprecated(String name) {
        return deprecated.containsKey(name);
    }

    /** What replaces a deprecated term, or else what is to be considered in its place. */
    public SortedSet<String> replacements(String name) {
        return Collections.unmodifiableSortedSet(deprecated.getOrDefault(name, new TreeSet<>()));
    }

    public Optional<Predicate> predicate(String name) {
        return Optional.ofNullable(predicates.get(name));
    }

    public Set<String> predicateNames() {
        return Collections.unmodifiableSet(predicates.keySet());
    }

    /** The values of a closed list, by the name of its class; empty if the ontology has no such list. */
    public SortedSet<String> values(String set) {
        return Collections.unmodifiableSortedSet(valueSets.getOrDefault(set, new TreeSet<>()));
    }

    /** Label and synonyms of a term in one language, the label first. */
    public Set<String> labels(String name, String language) {
        return labels.getOrDefault(name, Map.of()).getOrDefault(language, Set.of());
    }

    /** The class that is called so, by label or synonym in either language, without regard to case. */
    public Optional<String> conceptCalled(String text) {
        return concepts.stream()
                .filter(name -> labels.getOrDefault(name, Map.of()).values().stream()
                        .anyMatch(called -> called.stream().anyMatch(text::equalsIgnoreCase)))
                .findFirst();
    }

    /** Whether a class is another or lies below it by the asserted hierarchy. */
    public boolean isA(String name, String ancestor) {
        Deque<String> open = new ArrayDeque<>(List.of(name));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String current = open.pop();
            if (current.equals(ancestor)) {
                return true;
            }
            if (seen.add(current)) {
                open.addAll(parents.getOrDefault(current, Set.of()));
            }
        }
        return false;
    }

    private void readClasses(Graph ontology) {
        ontology.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .forEach(triple -> localName(triple.getSubject()).ifPresent(declared::add));
        ontology.find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode())
                .forEach(triple -> localName(triple.getSubject()).ifPresent(concepts::add));
        ontology.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY)
                .forEach(triple -> localName(triple.getSubject())
                        .ifPresent(child -> localName(triple.getObject())
                                .ifPresent(parent -> parents.computeIfAbsent(child, name -> new TreeSet<>())
                                        .add(parent))));
    }

    private void readPredicates(Graph ontology) {
        ontology.find(Node.ANY, Dia.CLAIM_KIND, Node.ANY).forEach(triple -> localName(triple.getSubject())
                .ifPresent(name -> predicates.put(
                        name,
                        new Predicate(
                                name,
                                localName(triple.getObject()).orElse(""),
                                localNames(ontology, triple.getSubject(), Dia.SUBJECT_KIND),
                                localNames(ontology, triple.getSubject(), Dia.OBJECT_KIND)))));
    }

    private void readValues(Graph ontology) {
        for (String set : concepts) {
            if (isA(set, Dia.VALUE_SET.getLocalName()) && !set.equals(Dia.VALUE_SET.getLocalName())) {
                SortedSet<String> values = new TreeSet<>();
                ontology.find(Node.ANY, RDF.type.asNode(), Dia.term(set))
                        .forEach(triple -> localName(triple.getSubject()).ifPresent(values::add));
                valueSets.put(set, values);
            }
        }
    }

    private void readDeprecated(Graph ontology) {
        ontology.find(Node.ANY, OWL2.deprecated.asNode(), NodeFactory.createLiteralByValue(true))
                .forEach(triple -> localName(triple.getSubject()).ifPresent(name -> {
                    SortedSet<String> replacements =
                            new TreeSet<>(localNames(ontology, triple.getSubject(), Foreign.IAO_REPLACED_BY));
                    if (replacements.isEmpty()) {
                        replacements.addAll(localNames(ontology, triple.getSubject(), Foreign.OBO_CONSIDER));
                    }
                    deprecated.put(name, replacements);
                }));
    }

    private void readLabels(Graph ontology) {
        readLabels(ontology, RDFS.label.asNode());
        readLabels(ontology, SKOS.prefLabel.asNode());
        readLabels(ontology, SKOS.altLabel.asNode());
        for (String property : SYNONYM_PROPERTIES) {
            readLabels(ontology, NodeFactory.createURI(Namespaces.OBOINOWL + property));
        }
    }

    private void readLabels(Graph ontology, Node property) {
        ontology.find(Node.ANY, property, Node.ANY).forEach(triple -> {
            if (triple.getObject().isLiteral()) {
                localName(triple.getSubject())
                        .ifPresent(name -> labels.computeIfAbsent(name, key -> new HashMap<>())
                                .computeIfAbsent(triple.getObject().getLiteralLanguage(), key -> new LinkedHashSet<>())
                                .add(triple.getObject().getLiteralLexicalForm()));
            }
        });
    }

    private static List<String> localNames(Graph ontology, Node subject, Node property) {
        List<String> names = new ArrayList<>();
        ontology.find(subject, property, Node.ANY).forEach(triple -> localName(triple.getObject()).ifPresent(names::add));
        Collections.sort(names);
        return names;
    }

    private static Optional<String> localName(Node node) {
        return node.isURI() && node.getURI().startsWith(Namespaces.DIA)
                ? Optional.of(node.getURI().substring(Namespaces.DIA.length()))
                : Optional.empty();
    }
}
