// SPDX-License-Identifier: Apache-2.0
package org.diastem.bench.measure;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.diastem.bench.query.BenchQuery;
import org.diastem.bench.query.BenchQuery.Compared;
import org.diastem.model.Sha256;

/**
 * What an answer says, in a form that is the same whichever engine gave it: rows with their variables in alphabetical
 * order, numbers by value to twelve digits, language tags in lower case, blank nodes without their labels.
 */
public final class Answers {
    private static final MathContext DIGITS = new MathContext(12);

    private Answers() {}

    /**
     * The number of rows and a hash of them, ready to be compared and shown.
     *
     * @param body JSON results, tab-separated values or N-Triples, as the query asked for
     */
    public static String digest(BenchQuery query, String accepted, byte[] body) {
        if (query.compared() == Compared.NO) {
            return "";
        }
        if (query.compared() == Compared.COUNT) {
            return lines(body) - 1 + " rows";
        }
        List<String> rows = accepted.equals("application/n-triples") ? triples(body) : rows(accepted, body);
        if (!query.ordered()) {
            Collections.sort(rows);
        }
        return rows.size() + " rows " + Sha256.of(String.join("\n", rows)).substring(0, 12);
    }

    /** Of tab-separated values; some engines leave the line ends within a text as they are. */
    private static long lines(byte[] body) {
        long lines = 0;
        boolean quoted = false;
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\\') {
                i++;
            } else if (body[i] == '"') {
                quoted = !quoted;
            } else if (body[i] == '\n' && !quoted) {
                lines++;
            }
        }
        return lines;
    }

    private static List<String> triples(byte[] body) {
        List<String> rows = new ArrayList<>();
        RDFParser.create().source(new ByteArrayInputStream(body)).lang(Lang.NTRIPLES).parse(new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                rows.add(shown(triple.getSubject()) + ' ' + shown(triple.getPredicate()) + ' '
                        + shown(triple.getObject()));
            }
        });
        // A graph has each triple once, though not every engine says so once.
        return new ArrayList<>(rows.stream().distinct().toList());
    }

    private static List<String> rows(String accepted, byte[] body) {
        Lang lang = accepted.contains("json") ? ResultSetLang.RS_JSON : ResultSetLang.RS_TSV;
        QueryExecResult result = RowSetReaderRegistry.getFactory(lang)
                .create(lang)
                .readAny(new ByteArrayInputStream(body), new Context());
        List<String> rows = new ArrayList<>();
        if (result.isBoolean()) {
            rows.add(result.booleanResult().toString());
            return rows;
        }
        RowSet found = result.rowSet();
        while (found.hasNext()) {
            Binding binding = found.next();
            Map<String, String> row = new TreeMap<>();
            binding.forEach((variable, node) -> row.put(variable.getVarName(), shown(node)));
            rows.add(row.toString());
        }
        return rows;
    }

    private static String shown(Node node) {
        if (node.isBlank()) {
            return "_:";
        }
        if (node.isURI()) {
            return '<' + node.getURI() + '>';
        }
        String lexical = node.getLiteralLexicalForm();
        String datatype = node.getLiteralDatatypeURI();
        if (!node.getLiteralLanguage().isEmpty()) {
            return lexical + '@' + node.getLiteralLanguage().toLowerCase(Locale.ROOT);
        }
        if (datatype.matches(".*#(integer|int|long|decimal|double|float|nonNegativeInteger)")) {
            return new BigDecimal(lexical).round(DIGITS).stripTrailingZeros().toPlainString();
        }
        return lexical + "^^" + datatype;
    }
}
