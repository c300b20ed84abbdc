// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.diastem.server.result.RowFormat;
import org.diastem.server.result.RowWriter;
import org.diastem.server.result.TripleWriter;
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

    void write(OutputFormat format, OutputStream out) throws IOException {
        if (format instanceof OutputFormat.OfRows rows) {
            writeRows(rows.rows(), out);
        } else if (format instanceof OutputFormat.OfGraph graph) {
            writeGraph(graph, out);
        }
    }

    private void writeRows(RowFormat format, OutputStream out) throws IOException {
        if (query.isAskType()) {
            RowWriter.ask(format, run.ask(), out);
            return;
        }
        RowSet rows = run.select();
        RowWriter writer = format.writer(out, rows.getResultVars());
        writer.begin();
        while (rows.hasNext()) {
            Binding row = rows.next();
            budget.row();
            writer.row(row);
        }
        writer.end();
    }

    private void writeGraph(OutputFormat.OfGraph format, OutputStream out) throws IOException {
        Optional<TripleWriter> stream = stream(format, out);
        if (query.isDescribeType()) {
            Graph told = run.describe();
            if (format == OutputFormat.OfGraph.TURTLE || stream.isEmpty()) {
                // It is at hand as a whole: what belongs to a thing can stand inside it.
                GraphText.write(told, prefixes(), format, out);
            } else {
                write(told.find(), stream.get());
            }
        } else if (stream.isPresent()) {
            Set<Triple> sent = new HashSet<>();
            write(
                    Iter.filter(run.construct(), triple -> {
                        boolean isNew = sent.size() >= REMEMBERED || sent.add(triple);
                        if (isNew) {
                            budget.row();
                        }
                        return isNew;
                    }),
                    stream.get());
        } else {
            Graph graph = GraphFactory.createDefaultGraph();
            Iterator<Triple> triples = run.construct();
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

    /** None for the formats that need the whole graph. */
    private Optional<TripleWriter> stream(OutputFormat.OfGraph format, OutputStream out) {
        return switch (format) {
            case TURTLE -> Optional.of(TripleWriter.turtle(out, prefixes()));
            case N_TRIPLES, N_QUADS -> Optional.of(TripleWriter.lines(out));
            default -> Optional.empty();
        };
    }

    private static void write(Iterator<Triple> triples, TripleWriter writer) throws IOException {
        while (triples.hasNext()) {
            writer.triple(triples.next());
        }
        writer.end();
    }

    /** Those of the query win over ours. */
    private Map<String, String> prefixes() {
        Map<String, String> prefixes = new HashMap<>(Namespaces.all());
        prefixes.putAll(query.getPrefixMapping().getNsPrefixMap());
        return prefixes;
    }
}
