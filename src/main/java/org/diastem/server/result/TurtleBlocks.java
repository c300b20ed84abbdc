// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.result;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Turtle in blocks of one subject. A prefix is declared before the first block that needs it, so that none is declared
 * that nothing uses, and nothing has to be known beforehand.
 */
final class TurtleBlocks implements TripleWriter {
    private static final byte[] SAME_SUBJECT = ByteSink.ascii(" ;\n    ");
    private static final byte[] SAME_PREDICATE = ByteSink.ascii(" , ");
    private static final byte[] END = ByteSink.ascii(" .\n");
    private static final byte[] PREFIX = ByteSink.ascii("@prefix ");
    private static final byte[] TYPE = ByteSink.ascii("a");

    private final ByteSink sink;
    /** Where a triple is written before it is known what it needs. */
    private final ByteSink next = new ByteSink(OutputStream.nullOutputStream());

    private final Terms terms;
    private final TermMemory memory;
    private Node subject;
    private Node predicate;

    TurtleBlocks(OutputStream out, Map<String, String> prefixes) {
        this.sink = new ByteSink(out);
        this.terms = new Terms(prefixes);
        this.memory = new TermMemory(terms);
    }

    @Override
    public void triple(Triple triple) throws IOException {
        next.clear();
        memory.write(triple.getSubject(), next);
        int subjectEnd = next.size();
        if (triple.getPredicate().equals(RDF.Nodes.type)) {
            next.put(TYPE);
        } else {
            memory.write(triple.getPredicate(), next);
        }
        int predicateEnd = next.size();
        memory.write(triple.getObject(), next);
        if (!terms.needed.isEmpty()) {
            close();
            declareNeeded();
        }
        if (!triple.getSubject().equals(subject)) {
            close();
            sink.put(next, 0, subjectEnd);
            sink.put(' ');
        } else if (!triple.getPredicate().equals(predicate)) {
            sink.put(SAME_SUBJECT);
        } else {
            sink.put(SAME_PREDICATE);
        }
        if (subject == null || !triple.getPredicate().equals(predicate)) {
            sink.put(next, subjectEnd, predicateEnd);
            sink.put(' ');
        }
        sink.put(next, predicateEnd, next.size());
        subject = triple.getSubject();
        predicate = triple.getPredicate();
        sink.flushIfFull();
    }

    private void close() {
        if (subject != null) {
            sink.put(END);
            subject = null;
            predicate = null;
        }
    }

    private void declareNeeded() {
        terms.needed.forEach((prefix, namespace) -> {
            sink.put(PREFIX);
            sink.put(prefix);
            sink.put(": <");
            sink.put(namespace, Escapes.IRI);
            sink.put('>');
            sink.put(END);
        });
        terms.declared.addAll(terms.needed.keySet());
        terms.needed.clear();
    }

    @Override
    public void end() throws IOException {
        close();
        sink.flush();
    }

    /** Terms with prefixes, which notes what has to be declared before they are read. */
    private static final class Terms extends TurtleTerms {
        private final Map<String, String> prefixes = new LinkedHashMap<>();
        private final BlankLabels labels = new BlankLabels();
        private final Set<String> declared = new HashSet<>();
        private final Map<String, String> needed = new TreeMap<>();

        Terms(Map<String, String> namespaces) {
            super(true);
            new TreeMap<>(namespaces).forEach((prefix, namespace) -> prefixes.putIfAbsent(namespace, prefix));
        }

        @Override
        String label(Node blank) {
            return labels.of(blank);
        }

        @Override
        void iri(String iri, ByteSink into) {
            int cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
            // Prefixes such as obo: end inside a name.
            if (!prefixed(iri, cut, into) && !prefixed(iri, iri.indexOf('_', cut) + 1, into)) {
                super.iri(iri, into);
            }
        }

        private boolean prefixed(String iri, int cut, ByteSink into) {
            String prefix = cut <= 0 || !isSafe(iri, cut) ? null : prefixes.get(iri.substring(0, cut));
            if (prefix == null) {
                return false;
            }
            if (!declared.contains(prefix)) {
                needed.put(prefix, iri.substring(0, cut));
            }
            into.put(prefix);
            into.put(':');
            into.put(iri.substring(cut));
            return true;
        }

        /** Whether the rest may stand as it is behind a prefix. The grammar allows more, in fewer parsers. */
        private static boolean isSafe(String iri, int from) {
            for (int i = from; i < iri.length(); i++) {
                char character = iri.charAt(i);
                boolean letter = character >= 'a' && character <= 'z'
                        || character >= 'A' && character <= 'Z'
                        || character >= '0' && character <= '9'
                        || character == '_';
                if (!letter && (character != '-' || i == from)) {
                    return false;
                }
            }
            return true;
        }
    }
}
