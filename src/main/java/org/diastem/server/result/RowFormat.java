// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.sparql.core.Var;

/** The formats of rows. */
public enum RowFormat {
    /** SPARQL 1.1 Query Results JSON Format, with the triple terms and directions of SPARQL 1.2. */
    JSON {
        @Override
        public RowWriter writer(OutputStream out, List<Var> columns) {
            return new JsonRows(out, columns);
        }
    },

    /** SPARQL Query Results XML Format, with the same. */
    XML {
        @Override
        public RowWriter writer(OutputStream out, List<Var> columns) {
            return new XmlRows(out, columns);
        }
    },

    /** SPARQL 1.1 Query Results CSV: what is lost is the kind of each term. */
    CSV {
        @Override
        public RowWriter writer(OutputStream out, List<Var> columns) {
            return new CsvRows(out, columns);
        }
    },

    /** SPARQL 1.1 Query Results TSV: terms as in Turtle, without prefixes. */
    TSV {
        @Override
        public RowWriter writer(OutputStream out, List<Var> columns) {
            return new TsvRows(out, columns);
        }
    };

    /** A writer for one answer, to be used by one thread. */
    public abstract RowWriter writer(OutputStream out, List<Var> columns);
}
