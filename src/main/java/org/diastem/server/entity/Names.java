// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.problem.Nearest;
import org.diastem.store.LiveRelease;
import org.diastem.store.Manifest;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * What exists in a release and what it is called, looked up once for each release. A path here is what follows our base
 * namespace, as {@code claim/C0001}. Never changes.
 */
final class Names {
    /** What a thing is called by, the best first. */
    private static final List<Node> LABELS =
            List.of(RDFS.label.asNode(), DCTerms.title.asNode(), Dia.STATEMENT, Dia.FINDING);

    private static final String CORE = "ontology";
    private static final String MODULE = "module/";
    private static final String FOREIGN_LABELS = "foreign-labels.tsv";

    /** Nobody mistypes more, and to compare more takes long. */
    private static final int LONGEST_TYPED = 80;

    private final Set<String> paths = new TreeSet<>();
    private final Map<String, List<String>> byLowerPath = new HashMap<>();
    private final Map<String, List<String>> byLowerName = new HashMap<>();
    private final Map<String, List<String>> namesOfKind = new TreeMap<>();
    private final Map<Node, Map<String, String>> labels = new HashMap<>();

    static Names of(LiveRelease.Loaded loaded) {
        Manifest manifest = loaded.release().manifest();
        String versioned = "release/" + manifest.version() + '/';
        List<String> documents = new ArrayList<>(List.of(CORE, versioned + CORE));
        manifest.documents().keySet().stream()
                .filter(path -> path.startsWith(MODULE))
                .map(path -> path.replaceFirst("\\.ttl$", ""))
                .forEach(module -> documents.addAll(List.of(module, versioned + module)));
        return new Names(loaded.dataset(), documents);
    }

    /** @param documents paths that answer without being the subject of a triple */
    Names(DatasetGraph release, Collection<String> documents) {
        paths.addAll(documents);
        List<Graph> graphs =
                List.of(release.getDefaultGraph(), release.getGraph(GraphName.HYPOTHESES.node()));
        for (Graph graph : graphs) {
            graph.find().forEach(triple -> {
                Node subject = triple.getSubject();
                if (subject.isURI() && subject.getURI().startsWith(Namespaces.BASE)) {
                    paths.add(subject.getURI().substring(Namespaces.BASE.length()));
                }
            });
        }
        for (String path : paths) {
            String lower = path.toLowerCase(Locale.ROOT);
            byLowerPath.computeIfAbsent(lower, unused -> new ArrayList<>()).add(path);
            int slash = path.indexOf('/');
            // Parts of the description of a release are thousands, and nobody types them.
            if (path.indexOf('/', slash + 1) < 0 || documents.contains(path)) {
                byLowerName.computeIfAbsent(name(lower), unused -> new ArrayList<>()).add(path);
                if (slash > 0) {
                    namesOfKind
                            .computeIfAbsent(path.substring(0, slash), unused -> new ArrayList<>())
                            .add(path.substring(slash + 1));
                }
            }
        }
        for (Node label : LABELS) {
            Map<Node, Map<String, String>> found = new HashMap<>();
            graphs.forEach(graph -> graph.find(Node.ANY, label, Node.ANY).forEach(triple -> {
                if (triple.getObject().isLiteral()) {
                    found.computeIfAbsent(triple.getSubject(), unused -> new HashMap<>())
                            .merge(
                                    triple.getObject().getLiteralLanguage(),
                                    triple.getObject().getLiteralLexicalForm(),
                                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
                }
            }));
            found.forEach(labels::putIfAbsent);
        }
        foreignLabels().forEach(labels::putIfAbsent);
    }

    /** Names of terms that no import brings, as their own vocabularies have them in English only or not at all. */
    private static Map<Node, Map<String, String>> foreignLabels() {
        Map<Node, Map<String, String>> found = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream(FOREIGN_LABELS))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] cells = line.split("\t");
                String[] name = cells[0].split(":");
                found.put(
                        NodeFactory.createURI(Namespaces.all().get(name[0]) + name[1]),
                        Map.of("en", cells[1], "zh", cells[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    boolean has(String path) {
        return paths.contains(path);
    }

    /** What a thing is called in a language, or in another where it has no name in that one. */
    Optional<String> label(Node thing, String language) {
        Map<String, String> texts = labels.getOrDefault(thing, Map.of());
        for (String tag : new String[] {language, "", "en", "zh"}) {
            if (texts.containsKey(tag)) {
                return Optional.of(texts.get(tag));
            }
        }
        return texts.values().stream().sorted().findFirst();
    }

    /** What a thing is called in that very language. */
    Optional<String> labelIn(Node thing, String language) {
        return Optional.ofNullable(labels.getOrDefault(thing, Map.of()).get(language));
    }

    /**
     * The paths that a path which does not exist was probably meant to be, the nearest first: the same but for upper
     * and lower case or written with a prefix, a similar name of the same kind, the same name of another kind, a
     * similar name.
     */
    List<String> nearest(String typed, int most) {
        String wanted = typed.replaceFirst("/+$", "")
                .replaceFirst("\\.(ttl|jsonld|rdf|nt|html)$", "").replace(':', '/');
        wanted = wanted.startsWith("dia/") ? "ontology/" + wanted.substring(4) : wanted;
        if (wanted.isEmpty() || wanted.length() > LONGEST_TYPED) {
            return List.of();
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        if (byLowerPath.containsKey(lower)) {
            return byLowerPath.get(lower).stream().limit(most).toList();
        }
        Set<String> found = new LinkedHashSet<>();
        List<String> sameName = byLowerName.getOrDefault(name(lower), List.of());
        int slash = lower.indexOf('/');
        Optional<String> kind = slash < 0 ? Optional.empty() : kind(lower.substring(0, slash));
        if (kind.isPresent()) {
            List<String> sameKind = namesOfKind.get(kind.get());
            Nearest.several(lower.substring(slash + 1), sameKind, most)
                    .forEach(name -> found.add(kind.get() + '/' + name));
        }
        found.addAll(sameName);
        if (found.isEmpty()) {
            Nearest.several(name(lower), byLowerName.keySet(), most)
                    .forEach(name -> found.addAll(byLowerName.get(name)));
        }
        return found.stream().limit(most).toList();
    }

    private Optional<String> kind(String lower) {
        return namesOfKind.containsKey(lower) ? Optional.of(lower) : Nearest.of(lower, namesOfKind.keySet());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** As {@code claim:C0001}; the IRI itself where no prefix fits. */
    static String shortForm(String iri) {
        String best = iri;
        int longest = 0;
        for (Map.Entry<String, String> prefix : Namespaces.all().entrySet()) {
            String namespace = prefix.getValue();
            if (iri.startsWith(namespace) && namespace.length() > longest && iri.length() > namespace.length()) {
                best = prefix.getKey() + ':' + iri.substring(namespace.length());
                longest = namespace.length();
            }
        }
        return best;
    }
}
