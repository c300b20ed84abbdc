// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;

/** Triples come back from Jena's parsers as they were, and small answers are the bytes that were written by hand. */
class TripleWriterTest {
    private static final Path EXPECTED = Path.of("src/test/resources/results");
    private static final Map<String, String> PREFIXES = Map.of(
            "e", "http://e.org/", "o", "http://e.org/other/", "x", "http://example.org/", "p", "http://example.org/p_",
            "h", "http://example.org/h#", "unused", "http://unused.example/");

    /** What is no IRI by RFC 3987 may still be a term of a graph; anything else that is wrong is wrong. */
    private static final ErrorHandler ODD_IRIS_PASS = new ErrorHandler() {
        @Override
        public void warning(String message, long line, long column) {
            // Of odd IRIs and datatypes.
        }

        @Override
        public void error(String message, long line, long column) {
            if (!message.startsWith("Bad IRI")) {
                throw new RiotException(message);
            }
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotException(message);
        }
    };

    @Provide
    Arbitrary<List<Triple>> graphs() {
        return Samples.graphs();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void lines_come_back_as_they_were(@ForAll("graphs") List<Triple> triples) throws IOException {
        assertComesBack(triples, TripleWriter::lines, Lang.NTRIPLES);
        assertComesBack(triples, TripleWriter::lines, Lang.NQUADS);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void turtle_comes_back_as_it_was(@ForAll("graphs") List<Triple> triples) throws IOException {
        assertComesBack(triples, out -> TripleWriter.turtle(out, PREFIXES), Lang.TURTLE);
    }

    private static void assertComesBack(List<Triple> triples, Function<OutputStream, TripleWriter> writer, Lang lang)
            throws IOException {
        byte[] bytes = written(triples, writer);
        List<Triple> read = new ArrayList<>();
        RDFParser.source(new ByteArrayInputStream(bytes))
                .lang(lang)
                .resolveURIs(false)
                .checking(false)
                .errorHandler(ODD_IRIS_PASS)
                .parse(new InOrder(read));
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertEquals(triples.size(), read.size(), text);
        Samples.Comparison comparison = new Samples.Comparison(Samples::writable);
        for (int i = 0; i < triples.size(); i++) {
            Triple there = triples.get(i);
            Triple back = read.get(i);
            assertTrue(
                    comparison.same(there.getSubject(), back.getSubject())
                            && comparison.same(there.getPredicate(), back.getPredicate())
                            && comparison.same(there.getObject(), back.getObject()),
                    there + " came back as " + back + " from " + text);
        }
    }

    /** Keeps the order, and so knows which triple came back as which. */
    private static final class InOrder extends StreamRDFBase {
        private final List<Triple> read;

        InOrder(List<Triple> read) {
            this.read = read;
        }

        @Override
        public void triple(Triple triple) {
            read.add(triple);
        }

        @Override
        public void quad(Quad quad) {
            read.add(quad.asTriple());
        }
    }

    private static byte[] written(List<Triple> triples, Function<OutputStream, TripleWriter> writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TripleWriter made = writer.apply(out);
        for (Triple triple : triples) {
            made.triple(triple);
        }
        made.end();
        return out.toByteArray();
    }

    @Test
    void a_small_graph_has_the_bytes_that_were_written_by_hand() throws IOException {
        assertEquals(
                Files.readString(EXPECTED.resolve("lines.txt")),
                new String(written(small(), TripleWriter::lines), StandardCharsets.UTF_8));
        assertEquals(
                Files.readString(EXPECTED.resolve("blocks.txt")),
                new String(written(small(), out -> TripleWriter.turtle(out, PREFIXES)), StandardCharsets.UTF_8));
    }

    @Test
    void an_empty_graph_is_nothing() throws IOException {
        assertEquals(0, written(List.of(), out -> TripleWriter.turtle(out, PREFIXES)).length);
    }

    private static List<Triple> small() {
        Node subject = iri("s-1");
        Node blank = NodeFactory.createBlankNode("n");
        return List.of(
                Triple.create(subject, RDF.type.asNode(), iri("Kind")),
                Triple.create(subject, iri("p"), NodeFactory.createLiteralLang("a\t\"b\"\\\u0001", "zh-Hans")),
                Triple.create(subject, iri("p"), literal("1", XSD.integer.getURI())),
                Triple.create(subject, iri("q"), NodeFactory.createLiteralDirLang("x", "ar", TextDirection.RTL)),
                Triple.create(blank, iri("q"), iri("with space")),
                Triple.create(blank, iri("q"), NodeFactory.createBlankNode("m")),
                Triple.create(blank, iri("other/p"), literal("1", "http://e.org/other/datatype")),
                Triple.create(subject, iri("q"), NodeFactory.createTripleTerm(Triple.create(subject, iri("p"), blank))));
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("http://e.org/" + name);
    }

    private static Node literal(String text, String datatype) {
        return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(datatype));
    }
}
