// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.diastem.vocab.Namespaces;

/**
 * What of the ontology OBO can say. It has one name and one definition for a term and no language tags: these are the
 * English ones, Chinese labels and synonyms are synonyms, and other Chinese texts are left out. It has no individual
 * with the IRI of a class or property: what is said of values and of terms used as values is left out.
 */
final class OboSubset {
    private static final Node EXACT = synonym("Exact");
    private static final Set<Node> SYNONYMS = Set.of(EXACT, synonym("Broad"), synonym("Narrow"), synonym("Related"));
    private static final Set<Node> TERMS = Set.of(
            OWL2.Ontology.asNode(), OWL2.Class.asNode(), OWL2.ObjectProperty.asNode(), OWL2.DatatypeProperty.asNode(),
            OWL2.AnnotationProperty.asNode());

    private final Graph whole;
    private final Graph kept = GraphMemFactory.createDefaultGraph();

    private OboSubset(Graph whole) {
        this.whole = whole;
    }

    static Graph of(Graph whole) {
        OboSubset subset = new OboSubset(whole);
        whole.find().filterKeep(subset::isOfTerm).forEach(subset::keep);
        whole.find(Node.ANY, RDFS.label.asNode(), Node.ANY)
                .filterKeep(triple -> subset.isOfTerm(triple) && isChinese(triple.getObject()))
                .forEach(subset::keepAsSynonym);
        return subset.kept;
    }

    private void keep(Triple triple) {
        Node predicate = triple.getPredicate();
        Node object = triple.getObject();
        if (predicate.equals(RDF.type.asNode()) && (!isOwl(object) || object.equals(OWL2.NamedIndividual.asNode()))) {
            return;
        }
        if (predicate.equals(SKOS.definition.asNode()) || isRelationToValue(triple)) {
            return;
        }
        boolean textOfSynonym = SYNONYMS.contains(predicate) || predicate.equals(OWL2.annotatedTarget.asNode());
        if (textOfSynonym && object.isLiteral()) {
            if (!isName(triple.getSubject(), object)) {
                kept.add(Triple.create(triple.getSubject(), predicate, plain(object)));
            }
        } else if (!isChinese(object)) {
            kept.add(Triple.create(triple.getSubject(), predicate, object.isLiteral() ? plain(object) : object));
        }
    }

    private void keepAsSynonym(Triple label) {
        Node text = plain(label.getObject());
        Set<Node> known = new HashSet<>();
        SYNONYMS.forEach(scope -> kept.find(label.getSubject(), scope, text).forEach(triple -> known.add(scope)));
        if (known.isEmpty() && !isName(label.getSubject(), text)) {
            kept.add(Triple.create(label.getSubject(), EXACT, text));
        }
    }

    /** Blank nodes belong to the terms that lead to them, or are annotations of axioms. */
    private boolean isOfTerm(Triple triple) {
        Node subject = triple.getSubject();
        return subject.isBlank()
                || whole.find(subject, RDF.type.asNode(), Node.ANY)
                        .filterKeep(type -> TERMS.contains(type.getObject()))
                        .hasNext();
    }

    private boolean isName(Node term, Node text) {
        return whole.find(term, RDFS.label.asNode(), Node.ANY)
                .filterKeep(label -> !isChinese(label.getObject())
                        && label.getObject().getLiteralLexicalForm().equals(text.getLiteralLexicalForm()))
                .hasNext();
    }

    /** Such as the sign of a predicate: the predicate is then an individual. */
    private boolean isRelationToValue(Triple triple) {
        return triple.getSubject().isURI()
                && triple.getPredicate().getURI().startsWith(Namespaces.DIA)
                && triple.getObject().isURI();
    }

    private static boolean isOwl(Node node) {
        return node.isURI() && node.getURI().startsWith(Namespaces.OWL);
    }

    private static boolean isChinese(Node node) {
        return node.isLiteral() && node.getLiteralLanguage().startsWith("zh");
    }

    private static Node plain(Node literal) {
        return literal.getLiteralLanguage().isEmpty()
                ? literal
                : NodeFactory.createLiteralString(literal.getLiteralLexicalForm());
    }

    private static Node synonym(String scope) {
        return NodeFactory.createURI(Namespaces.OBOINOWL + "has" + scope + "Synonym");
    }
}
