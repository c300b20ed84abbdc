// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.diastem.engine.IdRow;
import org.diastem.engine.TermSource;

/** A row as an engine with a dictionary gives it: every third term, say, has no number. */
final class NumberedRow extends BindingBase implements IdRow {
    private static final int WITHOUT = 3;

    /** A dictionary that fills while rows are made. */
    static final class Dictionary implements TermSource {
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Node, Integer> numbers = new HashMap<>();
        private int asked;

        int number(Node node) {
            int number = numbers.computeIfAbsent(node, unused -> {
                nodes.add(node);
                return nodes.size();
            });
            return number % WITHOUT == 0 ? WITHOUT_NUMBER : number;
        }

        @Override
        public Node node(int number) {
            asked++;
            return nodes.get(number - 1);
        }

        /** How often a term was asked for. */
        int asked() {
            return asked;
        }
    }

    private final Binding row;
    private final Dictionary dictionary;

    NumberedRow(Binding row, Dictionary dictionary) {
        super(BindingFactory.noParent);
        this.row = row;
        this.dictionary = dictionary;
    }

    @Override
    public int number(Var column) {
        Node node = row.get(column);
        return node == null ? UNBOUND : dictionary.number(node);
    }

    @Override
    public TermSource terms() {
        return dictionary;
    }

    @Override
    protected Iterator<Var> vars1() {
        return row.vars();
    }

    @Override
    protected void forEach1(BiConsumer<Var, Node> action) {
        row.forEach(action);
    }

    @Override
    protected int size1() {
        return row.size();
    }

    @Override
    protected boolean isEmpty1() {
        return row.isEmpty();
    }

    @Override
    protected boolean contains1(Var column) {
        return row.contains(column);
    }

    @Override
    protected Node get1(Var column) {
        // Who asks for the node of a term that has a number has missed the point.
        int number = number(column);
        if (number > 0) {
            throw new IllegalStateException("the term has the number " + number);
        }
        return row.get(column);
    }

    @Override
    protected Binding detachWithNewParent(Binding parent) {
        return this;
    }
}
