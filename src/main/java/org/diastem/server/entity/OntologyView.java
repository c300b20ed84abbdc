// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;

/**
 * The documentation of the ontology or of a module of it, made from the document itself.
 *
 * @param iri of the ontology or module
 * @param path of the page without a suffix, with a slash before it
 * @param formats their suffixes
 * @param modules their paths, without a slash before them
 * @param tree the classes by their parents
 */
public record OntologyView(
        String title,
        String iri,
        String path,
        List<String> formats,
        List<String> modules,
        long triples,
        List<Block> header,
        List<Branch> tree,
        List<Section> sections) {
    /** Terms of one kind. */
    public record Section(String title, String anchor, List<Entry> entries) {
        public Section {
            Objects.requireNonNull(title);
            Objects.requireNonNull(anchor);
            entries = List.copyOf(entries);
        }
    }

    /**
     * A term.
     *
     * @param id its anchor on the page
     * @param label in the language of the page; may be empty, as the other texts
     * @param second in the other language
     * @param uses how many claims speak of a class, or how many triples have a property; 0 is not told
     */
    public record Entry(
            String id,
            Value.Mention term,
            String code,
            String label,
            String second,
            String definition,
            String secondDefinition,
            List<Value.Mention> parents,
            List<Value.Expression> axioms,
            int uses) {
        public Entry {
            Objects.requireNonNull(id);
            Objects.requireNonNull(term);
            Objects.requireNonNull(code);
            Objects.requireNonNull(label);
            Objects.requireNonNull(second);
            Objects.requireNonNull(definition);
            Objects.requireNonNull(secondDefinition);
            parents = List.copyOf(parents);
            axioms = List.copyOf(axioms);
        }
    }

    /**
     * A class with those below it.
     *
     * @param again whether those below it stand where it is named first
     */
    public record Branch(Value.Mention term, List<Branch> below, boolean again) {
        public Branch {
            Objects.requireNonNull(term);
            below = List.copyOf(below);
        }
    }

    public OntologyView {
        Objects.requireNonNull(title);
        Objects.requireNonNull(iri);
        Objects.requireNonNull(path);
        formats = List.copyOf(formats);
        modules = List.copyOf(modules);
        header = List.copyOf(header);
        tree = List.copyOf(tree);
        sections = List.copyOf(sections);
    }

    /**
     * @param look at the graph of the document
     * @param documents the files of the release, to tell which modules there are
     */
    static OntologyView of(
            Look look, String iri, String path, List<OntologyFormat> formats, Collection<String> documents) {
        return new Maker(look).view(iri, path, formats, documents);
    }

    private static final class Maker {
        private static final List<Node> KINDS = List.of(
                OWL2.Class.asNode(),
                OWL2.ObjectProperty.asNode(),
                OWL2.DatatypeProperty.asNode(),
                OWL2.AnnotationProperty.asNode(),
                OWL2.NamedIndividual.asNode());

        private final Look look;
        private final Map<Node, String> anchors = new TreeMap<>(Comparator.comparing(Node::toString));
        private final Set<Node> inTree = new HashSet<>();

        Maker(Look look) {
            this.look = look;
        }

        OntologyView view(String iri, String path, List<OntologyFormat> formats, Collection<String> documents) {
            Node header = NodeFactory.createURI(iri);
            KINDS.forEach(kind -> terms(kind).forEach(term -> anchors.put(term, anchor(term))));
            List<Section> sections = new ArrayList<>();
            add(sections, look.say("ontology.classes"), "classes", KINDS.get(0));
            add(sections, look.say("ontology.objectProperties"), "object-properties", KINDS.get(1));
            add(sections, look.say("ontology.dataProperties"), "data-properties", KINDS.get(2));
            add(sections, look.say("ontology.annotationProperties"), "annotation-properties", KINDS.get(3));
            add(sections, look.say("ontology.values"), "values", KINDS.get(4));
            return new OntologyView(
                    look.name(header),
                    iri,
                    path,
                    formats.stream().map(OntologyFormat::suffix).toList(),
                    documents.stream()
                            .filter(document -> document.startsWith("module/"))
                            .map(document -> document.replaceFirst("\\.ttl$", ""))
                            .sorted()
                            .toList(),
                    look.data().size(),
                    Blocks.facts(look, header, List.of(), Set.of()),
                    tree(),
                    sections);
        }

        private List<Node> terms(Node kind) {
            return look.data().find(Node.ANY, RDF.type.asNode(), kind)
                    .mapWith(Triple::getSubject)
                    .toList()
                    .stream()
                    .filter(Node::isURI)
                    .distinct()
                    .sorted(Comparator.comparing((Node term) -> look.name(term).toLowerCase(Locale.ROOT))
                            .thenComparing(Node::getURI))
                    .toList();
        }

        private static String anchor(Node term) {
            String iri = term.getURI();
            return iri.startsWith(Namespaces.DIA)
                    ? iri.substring(Namespaces.DIA.length())
                    : Names.shortForm(iri).replaceAll("[^A-Za-z0-9_.-]", "-");
        }

        private void add(List<Section> sections, String title, String anchor, Node kind) {
            boolean values = kind.equals(OWL2.NamedIndividual.asNode());
            List<Entry> entries = terms(kind).stream()
                    // A term that is a property or class as well stands among those.
                    .filter(term -> !values || KINDS.subList(0, 4).stream().noneMatch(other -> look.is(term, other)))
                    .map(term -> entry(term, kind))
                    .toList();
            if (!entries.isEmpty()) {
                sections.add(new Section(title, anchor, entries));
            }
        }

        private Entry entry(Node term, Node kind) {
            look.budget().keep();
            boolean isClass = kind.equals(OWL2.Class.asNode());
            Node above = isClass ? RDFS.subClassOf.asNode() : RDFS.subPropertyOf.asNode();
            if (kind.equals(OWL2.NamedIndividual.asNode())) {
                above = RDF.type.asNode();
            }
            return new Entry(
                    anchors.get(term),
                    look.mention(term),
                    Names.shortForm(term.getURI()),
                    label(term, look.page().language()),
                    label(term, look.page().other()),
                    definition(term, look.page().language()),
                    definition(term, look.page().other()),
                    look.objects(term, above).stream()
                            .filter(parent -> parent.isURI() && !parent.equals(OWL2.NamedIndividual.asNode()))
                            .map(this::here)
                            .sorted(Comparator.comparing(Value.Mention::label))
                            .toList(),
                    Manchester.axioms(look, term, this::here),
                    isClass ? look.known().claimsBelow(term) : look.known().uses(term));
        }

        /** A term by its name, leading to where it stands on this page if it does. */
        private Value.Mention here(Node term) {
            String anchor = anchors.get(term);
            Value.Mention own = look.mention(term);
            return anchor == null ? own : new Value.Mention(own.label(), own.language(), '#' + anchor, false, "");
        }

        private String label(Node term, String language) {
            Names names = look.known().names();
            return names.labelIn(term, language).or(() -> names.labelIn(term, "")).orElse("");
        }

        private String definition(Node term, String language) {
            return look.textIn(term, Foreign.IAO_DEFINITION, language).orElse("");
        }

        private List<Branch> tree() {
            List<Node> classes = terms(OWL2.Class.asNode());
            return classes.stream()
                    .filter(term -> parents(term).isEmpty())
                    .map(this::branch)
                    .toList();
        }

        private List<Node> parents(Node term) {
            return look.objects(term, RDFS.subClassOf.asNode()).stream()
                    .filter(parent -> !parent.equals(term) && anchors.containsKey(parent))
                    .toList();
        }

        private Branch branch(Node term) {
            List<Node> below = look.subjects(RDFS.subClassOf.asNode(), term).stream()
                    .filter(child -> child.isURI() && !child.equals(term) && anchors.containsKey(child))
                    .distinct()
                    .sorted(Comparator.comparing(look::name).thenComparing(Node::getURI))
                    .toList();
            if (below.isEmpty()) {
                return new Branch(here(term), List.of(), false);
            }
            return inTree.add(term)
                    ? new Branch(here(term), below.stream().map(this::branch).toList(), false)
                    : new Branch(here(term), List.of(), true);
        }
    }
}
