// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;
import org.diastem.text.TextSearch;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * The dataset of a release in memory: the named graphs, and a default graph that physically holds all of them but the
 * hypotheses, so that nobody needs to write GRAPH, and {@code text:query} over its texts. To be filled by one thread;
 * afterwards any number may read.
 */
public final class ReleaseData {
    /** The one graph whose content nobody said: only who names it gets it. */
    public static final Node HYPOTHESES = GraphName.HYPOTHESES.node();

    private ReleaseData() {}

    /** An empty dataset with all graphs of a release. */
    public static DatasetGraph create() {
        DatasetGraph dataset = new DatasetGraphMapLink(GraphMemFactory.createGraphMemRoaring());
        for (GraphName name : GraphName.values()) {
            dataset.addGraph(name.node(), GraphMemFactory.createGraphMemRoaring());
        }
        Namespaces.all().forEach(dataset.prefixes()::add);
        TextSearch.enable(dataset);
        return dataset;
    }

    /** A stream whose quads enter their named graph and, but for hypotheses, the default graph. */
    public static StreamRDF filling(DatasetGraph dataset) {
        return new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                dataset.add(quad);
                if (!quad.getGraph().equals(HYPOTHESES)) {
                    dataset.getDefaultGraph().add(quad.asTriple());
                }
            }
        };
    }
}
