// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.util.FmtUtils;
import org.diastem.server.http.Html;
import org.diastem.server.page.Page;
import org.diastem.vocab.Namespaces;

/**
 * The answer to a query, or why there is none.
 *
 * @param query its text
 * @param refused why it was not run; in English
 * @param verdict of an ASK
 * @param ofTriples whether the rows are triples
 * @param more whether there are more rows than these
 */
public record ResultView(
        String query,
        Optional<String> refused,
        Optional<Boolean> verdict,
        List<String> columns,
        List<List<Cell>> rows,
        boolean ofTriples,
        boolean more) {
    /** Rows of one page; the files of the endpoint hold all. */
    static final int MOST_ROWS = 1000;

    private static final int MOST_CHARACTERS = 500_000;
    private static final int LONGEST_CELL = 2000;
    private static final PrefixMapping PREFIXES = new PrefixMappingImpl().setNsPrefixes(Namespaces.all());

    /**
     * A value in a row.
     *
     * @param language of the text; empty if it has none
     * @param link empty if it leads nowhere
     * @param code whether it is a term, not a text
     */
    public record Cell(String text, String language, String link, boolean code) {
        static final Cell EMPTY = new Cell("", "", "", false);

        public Cell {
            Objects.requireNonNull(text);
            Objects.requireNonNull(language);
            Objects.requireNonNull(link);
        }

        static Cell of(Node node, Page page) {
            if (node.isLiteral()) {
                return new Cell(shortened(node.getLiteralLexicalForm()), node.getLiteralLanguage(), "", false);
            }
            return new Cell(shortened(name(node)), "", node.isURI() ? link(node.getURI(), page) : "", true);
        }

        private static String name(Node node) {
            String known = node.isURI() ? PREFIXES.qnameFor(node.getURI()) : null;
            if (known != null) {
                return known;
            }
            return node.isURI() ? node.getURI() : FmtUtils.stringForNode(node, PREFIXES);
        }

        /** What is ours has a page here; of the rest only addresses that a browser may safely follow are links. */
        private static String link(String iri, Page page) {
            if (iri.startsWith(Namespaces.BASE) && iri.length() > Namespaces.BASE.length()) {
                return page.link(iri.substring(Namespaces.BASE.length() - 1));
            }
            return iri.matches("https?://[^\\s\"<>]+") ? iri : "";
        }

        private static String shortened(String text) {
            return text.codePointCount(0, text.length()) <= LONGEST_CELL
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL)) + '…';
        }
    }

    public ResultView {
        Objects.requireNonNull(query);
        Objects.requireNonNull(refused);
        Objects.requireNonNull(verdict);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The forms in which the endpoint gives the same. */
    public List<String> formats() {
        if (refused.isPresent()) {
            return List.of();
        }
        if (verdict.isPresent()) {
            return List.of("json", "xml");
        }
        return ofTriples ? List.of("ttl", "jsonld", "nt", "rdf") : List.of("csv", "tsv", "json", "xml");
    }

    /** The query as it stands in an address. */
    public String encodedQuery() {
        return Html.parameter(query);
    }

    static ResultView ofRefusal(String query, String reason) {
        return new ResultView(query, Optional.of(reason), Optional.empty(), List.of(), List.of(), false, false);
    }

    static ResultView ofVerdict(String query, boolean verdict) {
        return new ResultView(query, Optional.empty(), Optional.of(verdict), List.of(), List.of(), false, false);
    }

    /** Rows as they come, up to what fits on a page. */
    static final class Rows {
        private final Page page;
        private final List<List<Cell>> rows = new ArrayList<>();
        private long characters;

        Rows(Page page) {
            this.page = page;
        }

        boolean hasRoom() {
            return rows.size() < MOST_ROWS && characters < MOST_CHARACTERS;
        }

        void add(List<Optional<Node>> values) {
            List<Cell> row = values.stream()
                    .map(value -> value.map(node -> Cell.of(node, page)).orElse(Cell.EMPTY))
                    .toList();
            row.forEach(cell -> characters += cell.text().length() + cell.link().length());
            rows.add(row);
        }

        ResultView view(String query, List<String> columns, boolean ofTriples, boolean more) {
            return new ResultView(query, Optional.empty(), Optional.empty(), columns, rows, ofTriples, more);
        }
    }
}
