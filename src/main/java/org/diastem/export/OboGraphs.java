// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.diastem.vocab.Foreign;
import org.diastem.vocab.Namespaces;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.HasAnnotations;
import org.semanticweb.owlapi.model.OWLAnnotation;
import org.semanticweb.owlapi.model.OWLAnnotationAssertionAxiom;
import org.semanticweb.owlapi.model.OWLAnnotationValue;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLEquivalentClassesAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.model.OWLObjectSomeValuesFrom;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;
import org.semanticweb.owlapi.model.parameters.Imports;

/**
 * OBO Graphs JSON of what {@link OboSubset} leaves of the ontology, in the structure of version 0.3 of that format. Its
 * own writer for the OWL API, {@code obographs-owlapi}, needs version 4 of that library and does not run beside ours.
 */
final class OboGraphs {
    private static final String LABEL = Namespaces.RDFS + "label";
    private static final String COMMENT = Namespaces.RDFS + "comment";
    private static final String DEPRECATED = Namespaces.OWL + "deprecated";
    private static final String DEFINITION = Foreign.IAO_DEFINITION.getURI();
    private static final String XREF = Namespaces.OBOINOWL + "hasDbXref";
    private static final String SYNONYM_TYPE = Namespaces.OBOINOWL + "hasSynonymType";
    private static final List<String> SCOPES =
            List.of("hasBroadSynonym", "hasExactSynonym", "hasNarrowSynonym", "hasRelatedSynonym");

    private final OWLOntology ontology;

    private OboGraphs(OWLOntology ontology) {
        this.ontology = ontology;
    }

    static String of(OWLOntology ontology) {
        JsonArray graphs = new JsonArray();
        graphs.add(new OboGraphs(ontology).graph());
        JsonObject document = new JsonObject();
        document.put("graphs", graphs);
        return document + "\n";
    }

    private JsonObject graph() {
        JsonObject graph = new JsonObject();
        graph.put("id", ontology.getOntologyID().getOntologyIRI().orElseThrow().getIRIString());
        graph.put("meta", ontologyMeta());
        graph.put("nodes", nodes());
        graph.put("edges", edges());
        graph.put("logicalDefinitionAxioms", logicalDefinitions());
        graph.put("domainRangeAxioms", domainsAndRanges());
        JsonArray chains = chains();
        if (!chains.isEmpty()) {
            graph.put("propertyChainAxioms", chains);
        }
        return graph;
    }

    private JsonObject ontologyMeta() {
        JsonArray values = new JsonArray();
        ontology.annotationsAsList().stream().sorted().forEach(annotation -> values.add(value(annotation)));
        JsonObject meta = new JsonObject();
        meta.put("basicPropertyValues", values);
        ontology.getOntologyID().getVersionIRI().ifPresent(version -> meta.put("version", version.getIRIString()));
        return meta;
    }

    private JsonArray nodes() {
        JsonArray nodes = new JsonArray();
        Stream<OWLEntity> terms = Stream.of(
                        ontology.classesInSignature(), ontology.objectPropertiesInSignature(),
                        ontology.dataPropertiesInSignature(), ontology.annotationPropertiesInSignature())
                .flatMap(Function.identity());
        terms.filter(term -> !term.isBuiltIn() && ontology.isDeclared(term))
                .sorted(Comparator.comparing(OboGraphs::iri))
                .forEach(term -> nodes.add(node(term)));
        return nodes;
    }

    private JsonObject node(OWLEntity term) {
        JsonObject node = new JsonObject();
        node.put("id", iri(term));
        annotations(term, LABEL).findFirst().ifPresent(label -> node.put("lbl", text(label.getValue())));
        if (term.isOWLClass()) {
            node.put("type", "CLASS");
        } else {
            node.put("type", "PROPERTY");
            node.put("propertyType", propertyType(term));
        }
        JsonObject meta = meta(term);
        if (!meta.isEmpty()) {
            node.put("meta", meta);
        }
        return node;
    }

    private static String propertyType(OWLEntity property) {
        if (property.isOWLObjectProperty()) {
            return "OBJECT";
        }
        return property.isOWLDataProperty() ? "DATA" : "ANNOTATION";
    }

    private JsonObject meta(OWLEntity term) {
        JsonObject meta = new JsonObject();
        annotations(term, DEFINITION).findFirst().ifPresent(found -> {
            JsonObject definition = new JsonObject();
            definition.put("val", text(found.getValue()));
            putUnlessEmpty(definition, "xrefs", texts(found, XREF));
            meta.put("definition", definition);
        });
        JsonArray comments = new JsonArray();
        annotations(term, COMMENT).forEach(comment -> comments.add(text(comment.getValue())));
        putUnlessEmpty(meta, "comments", comments);
        putUnlessEmpty(meta, "synonyms", synonyms(term));
        JsonArray xrefs = new JsonArray();
        annotations(term, XREF).forEach(xref -> {
            JsonObject entry = new JsonObject();
            entry.put("val", text(xref.getValue()));
            xrefs.add(entry);
        });
        putUnlessEmpty(meta, "xrefs", xrefs);
        JsonArray others = new JsonArray();
        annotations(term)
                .filter(found -> isOther(found.getProperty().getIRI().getIRIString()))
                .forEach(found -> others.add(value(found.getAnnotation())));
        putUnlessEmpty(meta, "basicPropertyValues", others);
        if (annotations(term, DEPRECATED).anyMatch(found -> text(found.getValue()).equals("true"))) {
            meta.put("deprecated", true);
        }
        return meta;
    }

    private JsonArray synonyms(OWLEntity term) {
        JsonArray synonyms = new JsonArray();
        for (String scope : SCOPES) {
            annotations(term, Namespaces.OBOINOWL + scope).forEach(found -> {
                JsonObject synonym = new JsonObject();
                JsonArray types = texts(found, SYNONYM_TYPE);
                if (!types.isEmpty()) {
                    synonym.put("synonymType", types.get(0));
                }
                synonym.put("pred", scope);
                synonym.put("val", text(found.getValue()));
                putUnlessEmpty(synonym, "xrefs", texts(found, XREF));
                synonyms.add(synonym);
            });
        }
        return synonyms;
    }

    /** Axioms between terms; conditions that are more than {@code some} of a named class have no place in a graph. */
    private JsonArray edges() {
        JsonArray edges = new JsonArray();
        axioms(AxiomType.SUBCLASS_OF)
                .filter(axiom -> axiom.getSubClass().isOWLClass())
                .forEach(axiom -> addEdge(edges, axiom));
        axioms(AxiomType.SUB_OBJECT_PROPERTY).forEach(axiom -> edges.add(edge(
                named(axiom.getSubProperty()), "subPropertyOf", named(axiom.getSuperProperty()))));
        return edges;
    }

    private static void addEdge(JsonArray edges, OWLSubClassOfAxiom axiom) {
        String child = iri(axiom.getSubClass().asOWLClass());
        if (axiom.getSuperClass().isOWLClass()) {
            edges.add(edge(child, "is_a", iri(axiom.getSuperClass().asOWLClass())));
        } else if (isPlain(axiom.getSuperClass())) {
            OWLObjectSomeValuesFrom some = (OWLObjectSomeValuesFrom) axiom.getSuperClass();
            edges.add(edge(child, named(some.getProperty()), iri(some.getFiller().asOWLClass())));
        }
    }

    private static JsonObject edge(String subject, String predicate, String object) {
        JsonObject edge = new JsonObject();
        edge.put("sub", subject);
        edge.put("pred", predicate);
        edge.put("obj", object);
        return edge;
    }

    private JsonArray logicalDefinitions() {
        JsonArray definitions = new JsonArray();
        axioms(AxiomType.EQUIVALENT_CLASSES).forEach(axiom -> addDefinition(definitions, axiom));
        return definitions;
    }

    /** Of the form that the format knows: a class is the same as an intersection of named classes and plain conditions. */
    private static void addDefinition(JsonArray definitions, OWLEquivalentClassesAxiom axiom) {
        List<OWLClassExpression> named = axiom.operands().filter(OWLClassExpression::isOWLClass).toList();
        List<OWLClassExpression> parts = axiom.operands()
                .filter(OWLClassExpression::isAnonymous)
                .flatMap(OWLClassExpression::conjunctSet)
                .sorted()
                .toList();
        boolean known = parts.stream().allMatch(part -> part.isOWLClass() || isPlain(part));
        if (named.size() != 1 || parts.isEmpty() || !known) {
            return;
        }
        JsonArray genera = new JsonArray();
        JsonArray restrictions = new JsonArray();
        for (OWLClassExpression part : parts) {
            if (part.isOWLClass()) {
                genera.add(iri(part.asOWLClass()));
            } else {
                OWLObjectSomeValuesFrom some = (OWLObjectSomeValuesFrom) part;
                JsonObject restriction = new JsonObject();
                restriction.put("propertyId", named(some.getProperty()));
                restriction.put("fillerId", iri(some.getFiller().asOWLClass()));
                restrictions.add(restriction);
            }
        }
        JsonObject definition = new JsonObject();
        definition.put("definedClassId", iri(named.get(0).asOWLClass()));
        putUnlessEmpty(definition, "genusIds", genera);
        putUnlessEmpty(definition, "restrictions", restrictions);
        definitions.add(definition);
    }

    private JsonArray domainsAndRanges() {
        JsonArray entries = new JsonArray();
        ontology.objectPropertiesInSignature().sorted().forEach(property -> {
            JsonArray domains = new JsonArray();
            JsonArray ranges = new JsonArray();
            ontology.objectPropertyDomainAxioms(property)
                    .filter(axiom -> axiom.getDomain().isOWLClass())
                    .sorted()
                    .forEach(axiom -> domains.add(iri(axiom.getDomain().asOWLClass())));
            ontology.objectPropertyRangeAxioms(property)
                    .filter(axiom -> axiom.getRange().isOWLClass())
                    .sorted()
                    .forEach(axiom -> ranges.add(iri(axiom.getRange().asOWLClass())));
            if (!domains.isEmpty() || !ranges.isEmpty()) {
                JsonObject entry = new JsonObject();
                entry.put("predicateId", iri(property));
                putUnlessEmpty(entry, "domainClassIds", domains);
                putUnlessEmpty(entry, "rangeClassIds", ranges);
                entries.add(entry);
            }
        });
        return entries;
    }

    private JsonArray chains() {
        JsonArray chains = new JsonArray();
        axioms(AxiomType.SUB_PROPERTY_CHAIN_OF).forEach(axiom -> {
            JsonArray steps = new JsonArray();
            axiom.getPropertyChain().forEach(step -> steps.add(named(step)));
            JsonObject chain = new JsonObject();
            chain.put("predicateId", named(axiom.getSuperProperty()));
            chain.put("chainPredicateIds", steps);
            chains.add(chain);
        });
        return chains;
    }

    private <T extends OWLAxiom> Stream<T> axioms(AxiomType<T> type) {
        return ontology.axioms(type, Imports.EXCLUDED).sorted();
    }

    private Stream<OWLAnnotationAssertionAxiom> annotations(OWLEntity term) {
        return ontology.annotationAssertionAxioms(term.getIRI()).sorted();
    }

    private Stream<OWLAnnotationAssertionAxiom> annotations(OWLEntity term, String property) {
        return annotations(term)
                .filter(found -> found.getProperty().getIRI().getIRIString().equals(property));
    }

    private static JsonArray texts(HasAnnotations annotated, String property) {
        JsonArray texts = new JsonArray();
        annotated.annotations()
                .filter(found -> found.getProperty().getIRI().getIRIString().equals(property))
                .sorted()
                .forEach(found -> texts.add(text(found.getValue())));
        return texts;
    }

    private static boolean isOther(String property) {
        boolean synonym = SCOPES.stream().anyMatch(scope -> property.equals(Namespaces.OBOINOWL + scope));
        return !synonym && !List.of(LABEL, COMMENT, DEPRECATED, DEFINITION, XREF).contains(property);
    }

    private static boolean isPlain(OWLClassExpression condition) {
        return condition instanceof OWLObjectSomeValuesFrom some
                && some.getProperty().isOWLObjectProperty()
                && some.getFiller().isOWLClass();
    }

    private static JsonObject value(OWLAnnotation annotation) {
        JsonObject value = new JsonObject();
        value.put("pred", annotation.getProperty().getIRI().getIRIString());
        value.put("val", text(annotation.getValue()));
        return value;
    }

    private static String text(OWLAnnotationValue value) {
        return value.asLiteral()
                .map(literal -> literal.getLiteral())
                .orElseGet(() -> value.asIRI().orElseThrow().getIRIString());
    }

    private static void putUnlessEmpty(JsonObject object, String key, JsonArray values) {
        if (!values.isEmpty()) {
            object.put(key, values);
        }
    }

    private static String named(OWLObjectPropertyExpression property) {
        return iri(property.asOWLObjectProperty());
    }

    private static String iri(OWLEntity entity) {
        return entity.getIRI().getIRIString();
    }
}
