// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import com.clarkparsia.owlapi.explanation.BlackBoxExplanation;
import java.util.List;
import java.util.Set;
import org.diastem.vocab.Namespaces;
import org.semanticweb.owlapi.manchestersyntax.renderer.ManchesterOWLSyntaxOWLObjectRendererImpl;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.reasoner.OWLReasonerFactory;
import org.semanticweb.owlapi.search.EntitySearcher;

/** Says which axioms something follows from. */
final class Explanations {
    private Explanations() {}

    /**
     * A smallest set of axioms from which it follows that a class can have no member, in Manchester syntax and in
     * alphabetical order. Terms of others are shown by their labels.
     */
    static List<String> unsatisfiable(
            OWLClass entity, OWLOntology ontology, OWLReasonerFactory factory, OWLReasoner reasoner) {
        BlackBoxExplanation search = new BlackBoxExplanation(ontology, factory, reasoner);
        Set<OWLAxiom> axioms = search.getExplanation(entity);
        search.dispose();
        ManchesterOWLSyntaxOWLObjectRendererImpl renderer = new ManchesterOWLSyntaxOWLObjectRendererImpl();
        renderer.setShortFormProvider(shown -> name(shown, ontology));
        return axioms.stream()
                .map(axiom -> renderer.render(axiom.getAxiomWithoutAnnotations()).strip().replaceAll("\\s+", " "))
                .sorted()
                .toList();
    }

    private static String name(OWLEntity entity, OWLOntology ontology) {
        String iri = entity.getIRI().getIRIString();
        if (iri.startsWith(Namespaces.DIA)) {
            return iri.substring(Namespaces.DIA.length());
        }
        return EntitySearcher.getAnnotations(entity, ontology)
                .filter(annotation -> annotation.getProperty().isLabel())
                .flatMap(annotation -> annotation.getValue().asLiteral().stream())
                .map(label -> "'" + label.getLiteral() + "'")
                .sorted()
                .findFirst()
                .orElseGet(() -> entity.getIRI().getShortForm());
    }
}
