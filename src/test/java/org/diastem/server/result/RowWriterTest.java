// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows come back from Jena's readers as they were; and small answers are the very bytes that were written by hand. */
class RowWriterTest {
    private static final List<Var> COLUMNS = List.of(Var.alloc("a"), Var.alloc("b"), Var.alloc("肾"));
    private static final Path EXPECTED = Path.of("src/test/resources/results");

    @Provide
    Arbitrary<List<Binding>> answers() {
        return Samples.terms().list().ofMinSize(1).ofMaxSize(8).flatMap(pool -> rows(pool, 30));
    }

    @Provide
    Arbitrary<List<Binding>> answersOfSimpleTerms() {
        return Samples.terms()
                .filter(term -> !term.isTripleTerm())
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .flatMap(pool -> rows(pool, 30));
    }

    /** Terms come again and again, or never, or are not there. */
    private static Arbitrary<List<Binding>> rows(List<Node> pool, int most) {
        Arbitrary<List<Node>> cells = Arbitraries.of(pool)
                .injectNull(0.2)
                .list()
                .ofSize(COLUMNS.size());
        return cells.map(RowWriterTest::row).list().ofMaxSize(most);
    }

    private static Binding row(List<Node> cells) {
        BindingBuilder builder = BindingFactory.builder();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) != null) {
                builder.add(COLUMNS.get(i), cells.get(i));
            }
        }
        return builder.build();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void json_comes_back_as_it_was(@ForAll("answers") List<Binding> rows) throws IOException {
        assertComesBack(RowFormat.JSON, ResultSetLang.RS_JSON, rows, Samples::writable);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void xml_comes_back_as_it_was_but_for_what_xml_cannot_hold(@ForAll("answers") List<Binding> rows) throws IOException {
        assertComesBack(RowFormat.XML, ResultSetLang.RS_XML, rows, Samples::writableInXml);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void tsv_comes_back_as_it_was(@ForAll("answersOfSimpleTerms") List<Binding> rows) throws IOException {
        // Jena's reader takes no spaces in IRIs, and no triple terms.
        List<Binding> readable = rows.stream().filter(row -> !has(row, RowWriterTest::isIriWithSpace)).toList();
        assertComesBack(RowFormat.TSV, ResultSetLang.RS_TSV, readable, Samples::writable);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void tsv_and_csv_are_the_bytes_of_jena(@ForAll("answers") List<Binding> rows) throws IOException {
        List<Binding> alike = rows.stream().filter(row -> !has(row, RowWriterTest::differsFromJena)).toList();
        assertEquals(
                text(ofJena(ResultSetLang.RS_TSV, alike)), text(written(RowFormat.TSV, alike)));
        List<Binding> simple = alike.stream().filter(row -> !has(row, Node::isTripleTerm)).toList();
        assertEquals(text(ofJena(ResultSetLang.RS_CSV, simple)), text(written(RowFormat.CSV, simple)));
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void numbered_rows_give_the_bytes_of_others(@ForAll("answers") List<Binding> rows, @ForAll RowFormat format)
            throws IOException {
        NumberedRow.Dictionary dictionary = new NumberedRow.Dictionary();
        List<Binding> numbered =
                rows.stream().<Binding>map(row -> new NumberedRow(row, dictionary)).toList();
        assertEquals(text(written(format, rows)), text(written(format, numbered)));
    }

    private static boolean has(Binding row, Predicate<Node> kind) {
        return COLUMNS.stream().map(row::get).anyMatch(term -> term != null && kind.test(term));
    }

    private static boolean isIriWithSpace(Node term) {
        return term.isURI() && term.getURI().indexOf(' ') >= 0
                || term.isLiteral() && term.getLiteralDatatypeURI().indexOf(' ') >= 0;
    }

    /**
     * Half pairs are a question mark there, their replacement is escaped, control characters are not all, and a sign alone
     * is written as if it were a number.
     */
    private static boolean differsFromJena(Node term) {
        if (term.isLiteral() && !term.getLiteral().isWellFormed()) {
            return true;
        }
        if (term.isTripleTerm()) {
            return differsFromJena(term.getTriple().getSubject())
                    || differsFromJena(term.getTriple().getPredicate())
                    || differsFromJena(term.getTriple().getObject());
        }
        String text = term.isURI()
                ? term.getURI()
                : term.isLiteral() ? term.getLiteralLexicalForm() + term.getLiteralDatatypeURI() : "";
        return !text.equals(Samples.writableInXml(text)) || text.indexOf('\u007F') >= 0 || text.indexOf('\uFFFD') >= 0;
    }

    private static void assertComesBack(RowFormat format, Lang lang, List<Binding> rows, UnaryOperator<String> writable)
            throws IOException {
        byte[] bytes = written(format, rows);
        RowSet read = RowSetReaderRegistry.getFactory(lang)
                .create(lang)
                .read(new ByteArrayInputStream(bytes), new Context());
        assertEquals(COLUMNS, read.getResultVars());
        Samples.Comparison comparison = new Samples.Comparison(writable);
        for (Binding row : rows) {
            Binding back = read.next();
            for (Var column : COLUMNS) {
                assertTrue(
                        comparison.same(row.get(column), back.get(column)),
                        row.get(column) + " came back as " + back.get(column) + " from " + text(bytes));
            }
        }
        assertFalse(read.hasNext());
    }

    private static byte[] written(RowFormat format, List<Binding> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowWriter writer = format.writer(out, COLUMNS);
        writer.begin();
        for (Binding row : rows) {
            writer.row(row);
        }
        writer.end();
        return out.toByteArray();
    }

    private static byte[] ofJena(Lang lang, List<Binding> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowSetWriterRegistry.getFactory(lang)
                .create(lang)
                .write(out, RowSetStream.create(COLUMNS, rows.iterator()), new Context());
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void a_small_answer_has_the_bytes_that_were_written_by_hand(RowFormat format) throws IOException {
        List<Binding> rows = new ArrayList<>();
        rows.add(row(nodes("<http://e.org/a?b=1&c>", "\"x\\ty\\\\z \\\"q\\\",\"@en", "_:n")));
        rows.add(row(nodes("_:m", null, "_:n")));
        rows.add(row(nodes("1", "\"1.0\"^^<http://www.w3.org/2001/XMLSchema#double>", "\"2\"^^<http://e.org/&d>")));
        rows.add(row(nodes(null, null, null)));
        rows.add(row(nodes("\"\"", "\"肾 \\uD83D\\uDE00 <>&\"@zh", "true")));
        rows.add(row(nodes("<<( <http://e.org/s> <http://e.org/p> \"o\" )>>", null, "\"a\\nb\"")));
        assertBytes(format.name().toLowerCase(Locale.ROOT) + "-rows.txt", written(format, rows));
    }

    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void an_answer_to_ask_has_the_bytes_that_were_written_by_hand(RowFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowWriter.ask(format, true, out);
        assertBytes(format.name().toLowerCase(Locale.ROOT) + "-ask.txt", out.toByteArray());
    }

    private static void assertBytes(String file, byte[] bytes) throws IOException {
        assertEquals(Files.readString(EXPECTED.resolve(file)), text(bytes));
    }

    private static List<Node> nodes(String... terms) {
        List<Node> nodes = new ArrayList<>();
        for (String term : terms) {
            nodes.add(term == null ? null : term.startsWith("_:") ? NodeFactory.createBlankNode(term.substring(2)) : SSE.parseNode(term));
        }
        return nodes;
    }

    @Test
    void no_columns_and_no_rows_are_answers_too() throws IOException {
        for (RowFormat format : RowFormat.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RowWriter writer = format.writer(out, List.of());
            writer.begin();
            writer.row(BindingFactory.empty());
            writer.end();
            Lang lang =
                    switch (format) {
                        case JSON -> ResultSetLang.RS_JSON;
                        case XML -> ResultSetLang.RS_XML;
                        case CSV -> ResultSetLang.RS_CSV;
                        case TSV -> ResultSetLang.RS_TSV;
                    };
            if (format == RowFormat.CSV || format == RowFormat.TSV) {
                ByteArrayOutputStream jena = new ByteArrayOutputStream();
                RowSetWriterRegistry.getFactory(lang)
                        .create(lang)
                        .write(jena, RowSetStream.create(List.of(), List.of(BindingFactory.empty()).iterator()), new Context());
                assertArrayEquals(jena.toByteArray(), out.toByteArray());
            } else {
                RowSet read = RowSetReaderRegistry.getFactory(lang)
                        .create(lang)
                        .read(new ByteArrayInputStream(out.toByteArray()), new Context());
                assertEquals(1, read.stream().count());
            }
        }
    }

    @Test
    void a_term_is_asked_for_twice_and_then_copied() throws IOException {
        NumberedRow.Dictionary dictionary = new NumberedRow.Dictionary();
        Binding row = new NumberedRow(row(nodes("<http://e.org/a>", null, null)), dictionary);
        RowWriter writer = RowFormat.JSON.writer(OutputStream.nullOutputStream(), COLUMNS);
        for (int i = 0; i < 1_000; i++) {
            writer.row(row);
        }
        assertEquals(2, dictionary.asked());
    }

    @Test
    void bytes_leave_in_pieces_and_a_long_term_does_not_make_the_buffer_grow_for_good() throws IOException {
        List<Integer> pieces = new ArrayList<>();
        OutputStream out = new OutputStream() {
            @Override
            public void write(int value) {
                throw new UnsupportedOperationException("one byte");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                pieces.add(length);
            }
        };
        RowWriter writer = RowFormat.TSV.writer(out, COLUMNS);
        Binding usual = row(nodes("<http://e.org/a>", "\"text\"@en", "7"));
        for (int i = 0; i < 10_000; i++) {
            writer.row(usual);
        }
        writer.row(row(nodes(null, '"' + "x".repeat(1_000_000) + '"', null)));
        writer.end();
        int longest = pieces.stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertTrue(longest > 1_000_000);
        assertTrue(pieces.stream().filter(size -> size > 32 * 1_024).count() == 1, pieces.toString());
        assertTrue(pieces.size() > 10, pieces.toString());
    }
}
