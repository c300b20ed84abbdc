// SPDX-License-Identifier: Apache-2.0
package org.diastem.text;

import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Symbol;

/**
 * Full-text search of one dataset: gives it {@code text:query}, and makes the index when something asks for it first.
 * By then the dataset must be filled.
 */
public final class TextSearch {
    /** The property function. */
    public static final String FUNCTION = TextQuery.NS + "query";

    private static final Symbol KEY = Symbol.create("org.diastem.text.TextSearch");

    private final DatasetGraph dataset;
    private WordIndex index;

    private TextSearch(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** Lets queries over the dataset use {@code text:query}. */
    public static void enable(DatasetGraph dataset) {
        TextSearch search = new TextSearch(dataset);
        PropertyFunctionRegistry functions =
                PropertyFunctionRegistry.createFrom(PropertyFunctionRegistry.standardRegistry());
        functions.put(FUNCTION, search.factory());
        PropertyFunctionRegistry.set(dataset.getContext(), functions);
        dataset.getContext().set(KEY, search);
    }

    /** The property functions that a stranger's query over the dataset may use: {@code text:query} if it is enabled. */
    public static PropertyFunctionRegistry offered(DatasetGraph dataset) {
        PropertyFunctionRegistry functions = new PropertyFunctionRegistry();
        TextSearch search = dataset.getContext().get(KEY);
        if (search != null) {
            functions.put(FUNCTION, search.factory());
        }
        return functions;
    }

    private PropertyFunctionFactory factory() {
        return unused -> new TextQueryFunction(this);
    }

    /** The search of a dataset that was {@linkplain #enable enabled}. */
    public static TextSearch of(DatasetGraph dataset) {
        TextSearch search = dataset.getContext().get(KEY);
        if (search == null) {
            throw new IllegalArgumentException("the dataset has no text search");
        }
        return search;
    }

    /** The index, made now if it is the first time. */
    public synchronized WordIndex index() {
        if (index == null) {
            index = WordIndex.of(dataset);
        }
        return index;
    }
}
