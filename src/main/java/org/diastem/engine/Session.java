// SPDX-License-Identifier: Apache-2.0
package org.diastem.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.diastem.index.Index;
import org.diastem.index.Terms;

/**
 * What the plans of one query share: the dictionary, and ids of their own for terms that it does not have, which are
 * negative. For one thread.
 */
public final class Session {
    private static final int KEPT = 1 << 12;

    private final Terms terms;
    private final TermSource source;
    private final Terms.Span integers;
    private final Watch watch;
    private final List<Node> ownTerms = new ArrayList<>();
    private final Map<Node, Integer> ids = new HashMap<>();
    private int[] keptValueIds;
    private NodeValue[] keptValues;

    public Session(Index index, Watch watch) {
        this.terms = index.terms();
        this.source = terms::node;
        this.integers = terms.datatype(XSDDatatype.XSDinteger.getURI());
        this.watch = Objects.requireNonNull(watch);
    }

    TermSource source() {
        return source;
    }

    Watch watch() {
        return watch;
    }

    /** The ids of the literals of type xsd:integer. */
    Terms.Span integers() {
        return integers;
    }

    Terms terms() {
        return terms;
    }

    /** The id of a term: of the dictionary, or of this query alone. */
    int id(Node node) {
        Integer known = ids.get(node);
        if (known != null) {
            return known;
        }
        int id = terms.id(node);
        if (id == 0) {
            ownTerms.add(node);
            id = -ownTerms.size();
            watch.keep();
        }
        if (id < 0 || ids.size() < KEPT) {
            ids.put(node, id);
        }
        return id;
    }

    /** The term of an id. */
    Node node(int id) {
        return id > 0 ? terms.node(id) : ownTerms.get(-id - 1);
    }

    /** The value of an id, as expressions see it. */
    NodeValue value(int id) {
        if (keptValues == null) {
            keptValueIds = new int[KEPT];
            keptValues = new NodeValue[KEPT];
        }
        int place = id & KEPT - 1;
        if (keptValueIds[place] == id) {
            return keptValues[place];
        }
        NodeValue value = NodeValue.makeNode(node(id));
        keptValueIds[place] = id;
        keptValues[place] = value;
        return value;
    }
}
