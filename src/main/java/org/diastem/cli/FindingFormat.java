// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.diastem.check.Finding;
import org.diastem.problem.Place;

/** How {@code check} prints findings, one to a line. */
enum FindingFormat {
    /** As sentences. */
    TEXT {
        @Override
        void print(List<Finding> findings, PrintStream out) {
            findings.forEach(finding -> out.println(finding.line()));
        }
    },
    /** Columns with a header. */
    TSV {
        @Override
        void print(List<Finding> findings, PrintStream out) {
            out.println("severity\tcheck\tfile\tline\tcolumn\tfield\tnode\tmessage");
            for (Finding finding : findings) {
                Place place = finding.place().orElse(NOWHERE);
                out.println(String.join(
                        "\t",
                        finding.severity().word(),
                        finding.check(),
                        place.file(),
                        Integer.toString(place.line()),
                        Integer.toString(place.column()),
                        place.field(),
                        finding.node(),
                        finding.message().replaceAll("[\t\r\n]", " ")));
            }
        }
    },
    /** An array of objects. */
    JSON {
        @Override
        void print(List<Finding> findings, PrintStream out) {
            out.println("[");
            for (Iterator<Finding> rest = findings.iterator(); rest.hasNext(); ) {
                Finding finding = rest.next();
                Place place = finding.place().orElse(NOWHERE);
                JsonObject object = new JsonObject();
                object.put("severity", finding.severity().word());
                object.put("check", finding.check());
                object.put("file", place.file());
                object.put("line", place.line());
                object.put("column", place.column());
                object.put("field", place.field());
                object.put("node", finding.node());
                object.put("message", finding.message());
                out.println(org.apache.jena.atlas.json.JSON.toStringFlat(object) + (rest.hasNext() ? "," : ""));
            }
            out.println("]");
        }
    };

    private static final Place NOWHERE = Place.ofFile("");

    abstract void print(List<Finding> findings, PrintStream out);
}
