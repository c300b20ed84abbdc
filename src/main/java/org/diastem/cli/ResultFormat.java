// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.io.PrintStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.util.Context;
import org.diastem.vocab.Namespaces;

/** How {@code query} prints an answer. */
enum ResultFormat {
    TABLE(ResultSetLang.RS_Text, RDFFormat.TURTLE_PRETTY),
    CSV(ResultSetLang.RS_CSV, RDFFormat.TURTLE_PRETTY),
    TSV(ResultSetLang.RS_TSV, RDFFormat.TURTLE_PRETTY),
    JSON(ResultSetLang.RS_JSON, RDFFormat.JSONLD),
    XML(ResultSetLang.RS_XML, RDFFormat.RDFXML);

    private final Lang rows;
    private final RDFFormat graphs;

    ResultFormat(Lang rows, RDFFormat graphs) {
        this.rows = rows;
        this.graphs = graphs;
    }

    void write(QueryExec execution, Query query, PrintStream out) {
        if (query.isSelectType()) {
            if (this == TABLE) {
                RowSetOps.out(out, execution.select(), PrefixMapFactory.create(Namespaces.all()));
            } else {
                writer().write(out, execution.select(), new Context());
            }
        } else if (query.isAskType()) {
            if (this == TABLE) {
                out.println(execution.ask() ? "yes" : "no");
            } else {
                writer().write(out, execution.ask(), new Context());
            }
        } else {
            Graph graph = query.isConstructType() ? execution.construct() : execution.describe();
            graph.getPrefixMapping().setNsPrefixes(Namespaces.all());
            RDFDataMgr.write(out, graph, graphs);
        }
    }

    private RowSetWriter writer() {
        return RowSetWriterRegistry.getFactory(rows).create(rows);
    }
}
