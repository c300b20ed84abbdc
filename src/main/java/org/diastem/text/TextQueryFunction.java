// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.util.Context;

/**
 * Jena's {@code text:query} over the index of one dataset. Jena reads the arguments and binds the hits; arguments that
 * it would only write to the log, or fail on, are told to whoever asked.
 */
final class TextQueryFunction extends TextQueryPF {
    private static final String USAGE = "text:query is written ?thing text:query \"words\", or (?thing ?score ?text "
            + "?graph ?property) text:query (property... \"words\" limit \"lang:zh\").";
    private static final int MOST_OUT = 5;
    private static final int MOST_BEHIND_PROPERTIES = 3;

    private final TextSearch search;

    TextQueryFunction(TextSearch search) {
        this.search = search;
    }

    @Override
    public void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext execution) {
        boolean eachText = subject.isList() && subject.getArgListSize() > 2;
        Context context = execution.getContext().copy();
        context.set(TextQuery.textIndex, new HitsOfGraph(search.index(), execution.getActiveGraph(), eachText));
        try {
            ExecutionContext here =
                    ExecutionContext.create(execution.getDataset(), execution.getActiveGraph(), context);
            super.build(subject, predicate, object, here);
        } catch (QueryBuildException e) {
            throw new BadTextQueryException(USAGE);
        }
    }

    @Override
    public QueryIterator exec(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext execution) {
        checkOut(Substitute.substitute(subject, binding));
        checkIn(Substitute.substitute(object, binding));
        return super.exec(binding, subject, predicate, object, execution);
    }

    private static void checkOut(PropFuncArg subject) {
        List<Node> out = arguments(subject);
        Set<Node> distinct = new HashSet<>(out);
        if (out.isEmpty() || out.size() > MOST_OUT || distinct.size() < out.size()) {
            throw new BadTextQueryException(USAGE);
        }
        if (!out.stream().skip(1).allMatch(Node::isVariable)) {
            throw new BadTextQueryException("Score, text, graph and property of text:query must be variables that "
                    + "nothing before it binds. Use a new variable, and compare in a FILTER.");
        }
    }

    private static void checkIn(PropFuncArg object) {
        List<Node> in = arguments(object);
        int properties = (int) in.stream().takeWhile(Node::isURI).count();
        for (Node property : in.subList(0, properties)) {
            if (IndexedProperty.of(property).isEmpty()) {
                throw new BadTextQueryException("The texts of <" + property.getURI()
                        + "> are not indexed. Those of these are: "
                        + Stream.of(IndexedProperty.values())
                                .map(each -> each.node().getLocalName())
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
        List<Node> rest = in.subList(properties, in.size());
        if (rest.isEmpty() || rest.size() > MOST_BEHIND_PROPERTIES || !rest.stream().allMatch(Node::isLiteral)
                || !isText(rest.get(0))) {
            throw new BadTextQueryException(USAGE);
        }
        for (Node option : rest.subList(1, rest.size())) {
            boolean limit = option.getLiteralValue() instanceof Number && option == rest.get(1);
            if (!limit && !option.getLiteralLexicalForm().startsWith("lang:")) {
                throw new BadTextQueryException(
                        "text:query does not know \"" + option.getLiteralLexicalForm() + "\". " + USAGE);
            }
        }
    }

    private static boolean isText(Node literal) {
        return !literal.getLiteralLanguage().isEmpty() || literal.getLiteralDatatype().equals(XSDDatatype.XSDstring);
    }

    private static List<Node> arguments(PropFuncArg argument) {
        return argument.isList() ? argument.getArgList() : List.of(argument.getArg());
    }
}
