// SPDX-License-Identifier: Apache-2.0
package org.diastem.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.system.G;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Prologue;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Severity;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * Validates a dataset's default graph and its hypotheses against SHACL shapes. The name of a check is that of the
 * shape that failed.
 */
public final class ShapeChecks {
    private static final String COMPONENT = "ConstraintComponent";

    private final Shapes shapes;
    private final Prologue prologue = new Prologue();

    /**
     * The shapes of a graph.
     *
     * @throws EnvironmentException if it is no SHACL; shapes are part of the installation
     */
    public ShapeChecks(Graph graph) {
        try {
            shapes = Shapes.parse(graph);
            prologue.getPrefixMapping().setNsPrefixes(Namespaces.all());
        } catch (ShaclParseException e) {
            throw new EnvironmentException("The shapes cannot be used: " + e.getMessage(), e);
        }
    }

    public int size() {
        return shapes.numRootShapes();
    }

    /** The findings over a dataset, in no particular order. */
    public List<Finding> run(DatasetGraph dataset, NodePlaces places) {
        List<Finding> findings = new ArrayList<>();
        ShaclValidator.get()
                .validate(shapes, whole(dataset))
                .getEntries()
                .forEach(entry -> findings.add(finding(entry, places)));
        return findings;
    }

    /** The default graph, and the hypotheses that it leaves out. */
    private static Graph whole(DatasetGraph dataset) {
        Graph hypotheses = dataset.getGraph(GraphName.HYPOTHESES.node());
        return hypotheses.isEmpty() ? dataset.getDefaultGraph() : new Union(dataset.getDefaultGraph(), hypotheses);
    }

    private Finding finding(ReportEntry entry, NodePlaces places) {
        return new Finding(
                name(entry.source()),
                severity(entry.severity().level()),
                places.of(entry.focusNode()),
                ShortForm.of(entry.focusNode()),
                message(entry));
    }

    /** The last part of the shape's IRI; a property shape without one is called as the shape that it belongs to. */
    private String name(Node source) {
        Node named = source;
        while (named.isBlank()) {
            named = G.getOnePO(shapes.getGraph(), SHACL.property, named);
        }
        return "shape-" + named.getURI().substring(Namespaces.SHAPE.length());
    }

    private static Severity severity(Node level) {
        if (level.equals(SHACL.Violation)) {
            return Severity.ERROR;
        }
        return level.equals(SHACL.Warning) ? Severity.WARNING : Severity.INFO;
    }

    private String message(ReportEntry entry) {
        List<String> parts = new ArrayList<>();
        if (entry.resultPath() != null) {
            parts.add(entry.resultPath().toString(prologue));
        }
        if (entry.value() != null && !entry.value().isBlank() && !entry.value().equals(entry.focusNode())) {
            parts.add(ShortForm.of(entry.value()));
        }
        if (!entry.sourceConstraintComponent().equals(SHACL.SPARQLConstraintComponent)) {
            parts.add("breaks " + parameter(entry.sourceConstraintComponent().getLocalName()));
        }
        return (parts.isEmpty() ? "" : String.join(" ", parts) + ". ") + english(entry.messages(), entry.message());
    }

    /** The parameter that a constraint is written with: {@code sh:minCount} of sh:MinCountConstraintComponent. */
    private static String parameter(String component) {
        return "sh:" + Character.toLowerCase(component.charAt(0))
                + component.substring(1, component.length() - COMPONENT.length());
    }

    private static String english(Collection<Node> messages, String otherwise) {
        return messages.stream()
                .filter(message -> message.isLiteral() && message.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }
}
