// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.GraphText;
import org.diastem.server.sparql.OutputFormat;
import org.diastem.server.sparql.QueryRun;
import org.diastem.vocab.Namespaces;

/** Writes what a run gives in the format that was chosen, counting every row. */
final class QueryAnswer {
    /** Triples that are told apart in a stream; one that comes again after so many others is sent again. */
    private static final int REMEMBERED = 100_000;

    private final Query query;
    private final QueryRun run;
    private final Budget budget;

    QueryAnswer(Query query, QueryRun run, Budget budget) {
        this.query = query;
        this.run = run;
        this.budget = budget;
    }

    void write(OutputFormat format, OutputStream out) {
        if (format instanceof OutputFormat.OfRows rows) {
            writeRows(rows, out);
        } else if (format instanceof OutputFormat.OfGraph graph) {
            writeGraph(graph, out);
        }
    }

    private void writeRows(OutputFormat.OfRows format, OutputStream out) {
        Context plain = new Context();
        var writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
        if (query.isAskType()) {
            writer.write(out, run.ask(), plain);
        } else {
            RowSet rows = run.select();
            Iterator<Binding> counted = Iter.map(rows, row -> {
                budget.row();
                return row;
            });
            writer.write(out, RowSetStream.create(rows.getResultVars(), counted), plain);
        }
    }

    private void writeGraph(OutputFormat.OfGraph format, OutputStream out) {
        if (query.isDescribeType()) {
            GraphText.write(run.describe(), prefixes(), format, out);
            return;
        }
        Iterator<Triple> triples = run.construct();
        boolean streams = format == OutputFormat.OfGraph.N_TRIPLES || format == OutputFormat.OfGraph.N_QUADS;
        if (streams) {
            StreamRDF stream = StreamRDFWriter.getWriterStream(out, format.format());
            stream.start();
            Set<Triple> sent = new HashSet<>();
            while (triples.hasNext()) {
                Triple triple = triples.next();
                if (sent.size() >= REMEMBERED || sent.add(triple)) {
                    budget.row();
                    stream.triple(triple);
                }
            }
            stream.finish();
        } else {
            Graph graph = GraphFactory.createDefaultGraph();
            while (triples.hasNext()) {
                Triple triple = triples.next();
                if (!graph.contains(triple)) {
                    budget.row();
                    budget.keep();
                    graph.add(triple);
                }
            }
            GraphText.write(graph, prefixes(), format, out);
        }
    }

    /** Those of the query win over ours. */
    private Map<String, String> prefixes() {
        Map<String, String> prefixes = new HashMap<>(Namespaces.all());
        prefixes.putAll(query.getPrefixMapping().getNsPrefixMap());
        return prefixes;
    }
}
