// SPDX-License-Identifier: Apache-2.0
package org.diastem.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.problem.FindingsException;
import org.diastem.vocab.Dia;
import org.diastem.vocab.Namespaces;

/**
 * Writes an ontology file as people like to edit it: a header, then sections, in them a block for each term with one
 * statement to a line, all in an order that depends on the triples alone. Lists that OWL takes for sets are sorted.
 * Comments other than the sections' titles are not kept.
 */
public final class OntologyTurtle {
    private static final List<String> PREFIXES = List.of(
            "dia", "obo", "oboInOwl", "owl", "rdf", "rdfs", "skos", "xsd", "dcterms", "vann", "bibo");
    private static final Node SIGN = NodeFactory.createURI(Namespaces.DIA + "sign");
    private static final Node SYNONYM_TYPE = NodeFactory.createURI(Namespaces.OBOINOWL + "SynonymTypeProperty");
    private static final Set<Node> SETS = Set.of(
            OWL.intersectionOf.asNode(), OWL.unionOf.asNode(), OWL.oneOf.asNode(), OWL2.members.asNode());
    private static final String SUPERCLASS = "rdfs:subClassOf";

    /** Predicates in this order, all others behind them by name. */
    private static final List<String> ORDER = List.of(
            "a",
            "rdfs:label",
            "obo:IAO_0000115",
            "obo:IAO_0000112",
            "obo:IAO_0000116",
            "oboInOwl:hasBroadSynonym",
            "oboInOwl:hasExactSynonym",
            "oboInOwl:hasNarrowSynonym",
            "oboInOwl:hasRelatedSynonym",
            SUPERCLASS,
            "owl:equivalentClass",
            "owl:disjointWith",
            "rdfs:subPropertyOf",
            "owl:propertyChainAxiom",
            "rdfs:domain",
            "rdfs:range",
            "dia:claimKind",
            "dia:sign",
            "dia:inverseLabel",
            "dia:subjectKind",
            "dia:objectKind",
            "owl:annotatedSource",
            "owl:annotatedProperty",
            "owl:annotatedTarget",
            "owl:versionIRI",
            "owl:priorVersion",
            "owl:versionInfo",
            "dcterms:title",
            "dcterms:description",
            "dcterms:license",
            "dcterms:creator",
            "dcterms:contributor",
            "dcterms:publisher",
            "dcterms:created",
            "dcterms:issued",
            "dcterms:modified",
            "dcterms:source",
            "dcterms:bibliographicCitation",
            "vann:preferredNamespacePrefix",
            "vann:preferredNamespaceUri",
            "bibo:status",
            "dcterms:abstract",
            "owl:imports");

    private static final Comparator<String> PREDICATES =
            Comparator.comparingInt(OntologyTurtle::rank).thenComparing(Comparator.naturalOrder());
    private static final Comparator<String> TYPES =
            Comparator.comparingInt(OntologyTurtle::typeRank).thenComparing(Comparator.naturalOrder());

    private final Graph graph;
    private final Graph types;
    private final TurtleNodes nodes;

    private OntologyTurtle(Graph graph, Graph types) {
        this.graph = graph;
        this.types = types;
        this.nodes = new TurtleNodes(graph, namespaces(), PREDICATES, SETS);
    }

    private enum Section {
        HEADER(""),
        ANNOTATION_PROPERTIES("Annotation properties of other vocabularies"),
        UPPER_CLASSES("Upper classes of BFO, IAO and OBI"),
        CLASSES("Classes"),
        PREDICATES("Predicates of claims"),
        RECORD_PROPERTIES("Properties of records"),
        VALUES("Values"),
        OTHER("Other terms"),
        AXIOMS("Annotations of axioms: which synonyms are abbreviations"),
        DISJOINT("What does not overlap");

        private final String title;

        Section(String title) {
            this.title = title;
        }
    }

    /** The prefixes that the ontology's files declare, in their order. */
    public static List<String> prefixes() {
        return PREFIXES;
    }

    /**
     * The file as text.
     *
     * @param types a graph that says what kind of term each one is: the file itself, or the one that it adds to
     * @throws FindingsException if two statements, or none but a circle of them, lead to a blank node
     */
    public static String of(Graph graph, Graph types) {
        return new OntologyTurtle(graph, types).text();
    }

    private String text() {
        Map<Section, Map<String, String>> sections = new EnumMap<>(Section.class);
        Set<Node> subjects = new HashSet<>();
        graph.find().forEach(triple -> subjects.add(triple.getSubject()));
        for (Node subject : subjects) {
            if (subject.isURI()) {
                String name = nodes.written(subject);
                Section section = section(subject);
                sections.computeIfAbsent(section, key -> new TreeMap<>())
                        .put(section == Section.VALUES ? kind(subject) + " " + name : name, block(name, subject));
            } else if (!graph.contains(Node.ANY, Node.ANY, subject)) {
                String block = block("[]", subject);
                Section section = has(graph, subject, OWL2.Axiom.asNode()) ? Section.AXIOMS : Section.DISJOINT;
                sections.computeIfAbsent(section, key -> new TreeMap<>())
                        .merge(block, block, (one, same) -> one + "\n" + same);
            }
        }
        if (nodes.written() != graph.size()) {
            throw TurtleNodes.unwritable();
        }
        StringBuilder text = new StringBuilder();
        namespaces().forEach((prefix, namespace) ->
                text.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n"));
        sections.forEach((section, blocks) -> {
            if (!section.title.isEmpty()) {
                text.append("\n# ").append(section.title).append('\n');
            }
            append(text, blocks.values());
        });
        return text.toString();
    }

    /** An empty line stands before each block, but not between two that are a line each. */
    private static void append(StringBuilder text, Collection<String> blocks) {
        boolean afterLine = false;
        for (String block : blocks) {
            boolean line = block.indexOf('\n') < 0;
            text.append(line && afterLine ? "" : "\n").append(block).append('\n');
            afterLine = line;
        }
    }

    private String block(String name, Node subject) {
        List<String> lines = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        nodes.statements(subject).forEach((predicate, objects) -> {
            if (predicate.equals("a")) {
                lines.add("a " + String.join(" , ", objects.stream().sorted(TYPES).toList()));
                return;
            }
            if (rank(predicate) > rank("owl:equivalentClass")) {
                lines.addAll(conditions);
                conditions.clear();
            }
            for (String object : objects) {
                boolean condition = predicate.equals(SUPERCLASS) && object.startsWith("[");
                (condition ? conditions : lines).add(predicate + " " + object);
            }
        });
        lines.addAll(conditions);
        return name + " " + String.join(" ;\n    ", lines) + " .";
    }

    private Section section(Node subject) {
        boolean ours = subject.getURI().startsWith(Namespaces.DIA);
        if (has(types, subject, OWL.Ontology.asNode())) {
            return Section.HEADER;
        }
        if (has(types, subject, OWL.Class.asNode())) {
            return ours ? Section.CLASSES : Section.UPPER_CLASSES;
        }
        if (has(types, subject, OWL.AnnotationProperty.asNode()) && (!ours || isSynonymType(subject))) {
            return Section.ANNOTATION_PROPERTIES;
        }
        if (!ours) {
            return Section.OTHER;
        }
        if (has(types, subject, OWL.ObjectProperty.asNode())
                || has(types, subject, OWL.DatatypeProperty.asNode())
                || has(types, subject, OWL.AnnotationProperty.asNode())) {
            boolean ofClaims = types.contains(subject, Dia.CLAIM_KIND, Node.ANY)
                    || types.contains(subject, SIGN, Node.ANY);
            return ofClaims ? Section.PREDICATES : Section.RECORD_PROPERTIES;
        }
        return kind(subject).isEmpty() ? Section.OTHER : Section.VALUES;
    }

    private boolean isSynonymType(Node subject) {
        return types.contains(subject, RDFS.subPropertyOf.asNode(), SYNONYM_TYPE);
    }

    /** The first type of ours that an individual has; empty if there is none. */
    private String kind(Node subject) {
        return types.find(subject, RDF.type.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().toString())
                .filterKeep(type -> type.startsWith(Namespaces.DIA))
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static boolean has(Graph graph, Node subject, Node type) {
        return graph.contains(subject, RDF.type.asNode(), type);
    }

    private static Map<String, String> namespaces() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        PREFIXES.forEach(prefix -> prefixes.put(prefix, Namespaces.all().get(prefix)));
        return prefixes;
    }

    private static int rank(String predicate) {
        int place = ORDER.indexOf(predicate);
        return place < 0 ? ORDER.size() : place;
    }

    /** What a term is comes before its being used as an individual, and that before its kind. */
    private static int typeRank(String type) {
        return switch (type) {
            case "owl:Class", "owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty" -> 0;
            case "owl:NamedIndividual" -> 1;
            default -> 2;
        };
    }
}
