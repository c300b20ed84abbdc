// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.diastem.vocab.Dia;
import org.diastem.vocab.GraphName;

/**
 * What is told of a thing: its own triples with the blank nodes behind them, of a claim also its evidence lines whole,
 * and the labels and titles of all that these mention, so that a reader needs no second question.
 */
public final class Description {
    private static final List<Node> NAMES = List.of(RDFS.label.asNode(), DCTerms.title.asNode());

    private final Graph source;
    private final Budget budget;
    private final Graph told = GraphFactory.createDefaultGraph();
    private final Set<Node> done = new HashSet<>();
    private final Set<Node> mentioned = new HashSet<>();

    /** @param source the graph to read, which must look at the budget by itself */
    Description(Graph source, Budget budget) {
        this.source = source;
        this.budget = budget;
    }

    /** The description of one thing of a dataset, as a DESCRIBE of it gives. */
    public static Graph of(Node thing, DatasetGraph dataset, Budget budget) {
        DatasetGraph watched = new WatchedDataset(dataset, budget);
        Node hypotheses = GraphName.HYPOTHESES.node();
        // Only who asks for a hypothesis is told of one: its ends and claims do not speak of it.
        boolean isHypothesis = dataset.containsGraph(hypotheses)
                && dataset.getGraph(hypotheses).contains(thing, Node.ANY, Node.ANY);
        Graph source = isHypothesis
                ? new Union(watched.getDefaultGraph(), watched.getGraph(hypotheses))
                : watched.getDefaultGraph();
        Description description = new Description(source, budget);
        description.add(thing);
        return description.graph();
    }

    /** The query that finds what a DESCRIBE is about. */
    static Query asSelect(Query describe) {
        Query select = describe.cloneQuery();
        List<Var> variables = List.copyOf(describe.getProjectVars());
        select.setQuerySelectType();
        if (select.getQueryPattern() == null) {
            select.setQueryPattern(new ElementGroup());
        }
        if (variables.isEmpty()) {
            select.setQueryResultStar(true);
        }
        select.ensureResultVars();
        return select;
    }

    void add(Node thing) {
        tell(thing);
        Iterator<Triple> lines = source.find(Node.ANY, Dia.FOR_CLAIM, thing);
        while (lines.hasNext()) {
            tell(lines.next().getSubject());
        }
    }

    private void tell(Node first) {
        Deque<Node> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Node subject = open.pop();
            if (subject.isLiteral() || !done.add(subject)) {
                continue;
            }
            Iterator<Triple> triples = source.find(subject, Node.ANY, Node.ANY);
            while (triples.hasNext()) {
                Triple triple = triples.next();
                copy(triple);
                mentioned.add(triple.getPredicate());
                if (triple.getObject().isBlank()) {
                    open.push(triple.getObject());
                } else if (triple.getObject().isURI()) {
                    mentioned.add(triple.getObject());
                }
            }
        }
    }

    Graph graph() {
        for (Node thing : mentioned) {
            if (!done.contains(thing)) {
                for (Node name : NAMES) {
                    source.find(thing, name, Node.ANY).forEachRemaining(this::copy);
                }
            }
        }
        return told;
    }

    private void copy(Triple triple) {
        if (!told.contains(triple)) {
            budget.row();
            budget.keep();
            told.add(triple);
        }
    }
}
