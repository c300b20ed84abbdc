// SPDX-License-Identifier: Apache-2.0
package org.diastem.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.diastem.problem.EnvironmentException;
import org.diastem.store.NumberedBlankNodes;
import org.diastem.store.Release;
import org.diastem.store.SortedTurtle;
import org.diastem.vocab.GraphName;
import org.diastem.vocab.Namespaces;

/**
 * A release or one graph of it in one format, made of the release's files after these were verified. Formats without
 * names of graphs hold the default graph, which is all graphs but the hypotheses together. The same release always
 * gives the same bytes.
 *
 * @param graph empty for the whole
 */
public record Dump(Optional<GraphName> graph, DumpFormat format) {
    private static final String WHOLE = "diastem";

    public Dump {
        Objects.requireNonNull(graph);
        Objects.requireNonNull(format);
    }

    /** The whole first, then the graphs in their order, each in every format. */
    public static List<Dump> all() {
        List<Dump> all = new ArrayList<>();
        for (DumpFormat format : DumpFormat.values()) {
            all.add(new Dump(Optional.empty(), format));
        }
        for (GraphName graph : GraphName.values()) {
            for (DumpFormat format : DumpFormat.values()) {
                all.add(new Dump(Optional.of(graph), format));
            }
        }
        return all;
    }

    /** The whole in every format. */
    public static List<Dump> wholes() {
        return all().stream().filter(dump -> dump.graph().isEmpty()).toList();
    }

    /** As {@code claims.ttl} or {@code diastem.nq}. */
    public String fileName() {
        return graph.map(GraphName::key).orElse(WHOLE) + '.' + format.extension();
    }

    public static Optional<Dump> ofFileName(String name) {
        return all().stream().filter(dump -> dump.fileName().equals(name)).findFirst();
    }

    /**
     * Writes it and leaves the stream open.
     *
     * @return how many statements were written; one in two graphs counts twice where the format names graphs
     * @throws EnvironmentException if the release is damaged
     */
    public long write(Release release, OutputStream out) {
        List<GraphName> graphs = graph.map(List::of).orElseGet(this::graphsOfWhole);
        return switch (format) {
            case TURTLE -> turtle(release, graphs, out);
            case NTRIPLES -> lines(release, graphs, out, RDFFormat.NTRIPLES_UTF8);
            case NQUADS -> lines(release, graphs, out, RDFFormat.NQUADS_UTF8);
            case TRIG -> lines(release, graphs, out, RDFFormat.TRIG_BLOCKS);
            case JSONLD -> jsonLd(release, graphs, out);
            case RDFXML -> {
                Graph all = merged(release, graphs);
                prefix(all.getPrefixMapping(), used(all));
                RDFWriter.source(all).format(RDFFormat.RDFXML_PLAIN).output(out);
                yield all.size();
            }
        };
    }

    /** Hypotheses only where the format names their graph: elsewhere they could be taken for what somebody asserted. */
    private List<GraphName> graphsOfWhole() {
        return Stream.of(GraphName.values())
                .filter(name -> name.isInDefaultGraph() || format.namesGraphs())
                .toList();
    }

    private long turtle(Release release, List<GraphName> graphs, OutputStream out) {
        try {
            if (graph.isPresent()) {
                // What the release holds already is sorted Turtle.
                out.write(release.turtle(graph.get()));
                return release.manifest().graphs().get(graph.get().key()).triples();
            }
            Graph all = merged(release, graphs);
            out.write(SortedTurtle.of(all).getBytes(StandardCharsets.UTF_8));
            return all.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Release release, List<GraphName> graphs, OutputStream out, RDFFormat format) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, format);
        long[] written = {0};
        boolean named = RDFLanguages.isQuads(format.getLang());
        Set<Triple> seen = new HashSet<>();
        stream.start();
        if (format.equals(RDFFormat.TRIG_BLOCKS)) {
            Namespaces.all().forEach(stream::prefix);
        }
        read(release, graphs, new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                if (named) {
                    stream.quad(quad);
                    written[0]++;
                } else if (seen.add(quad.asTriple())) {
                    stream.triple(quad.asTriple());
                    written[0]++;
                }
            }
        });
        stream.finish();
        return written[0];
    }

    private long jsonLd(Release release, List<GraphName> graphs, OutputStream out) {
        if (graph.isPresent()) {
            Graph one = merged(release, graphs);
            prefix(one.getPrefixMapping(), used(one));
            RDFWriter.source(one).format(RDFFormat.JSONLD).output(out);
            return one.size();
        }
        DatasetGraph dataset = DatasetGraphFactory.createGeneral();
        long[] written = {0};
        read(release, graphs, new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                dataset.add(quad);
                written[0]++;
            }
        });
        Namespaces.all().forEach(dataset.prefixes()::add);
        RDFWriter.source(dataset).format(RDFFormat.JSONLD).output(out);
        return written[0];
    }

    private static Graph merged(Release release, List<GraphName> graphs) {
        Graph all = GraphMemFactory.createDefaultGraph();
        read(release, graphs, new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                all.add(quad.asTriple());
            }
        });
        return all;
    }

    /** Numbers the blank nodes over all graphs, so that two of them never meet under one name. */
    private static void read(Release release, List<GraphName> graphs, StreamRDF sink) {
        StreamRDF numbered = new NumberedBlankNodes(sink);
        graphs.forEach(name -> release.read(name, numbered));
    }

    private static void prefix(PrefixMapping prefixes, Set<String> namespaces) {
        Namespaces.all().forEach((prefix, namespace) -> {
            if (namespaces.contains(namespace)) {
                prefixes.setNsPrefix(prefix, namespace);
            }
        });
    }

    /** The namespaces of ours that a graph uses. */
    private static Set<String> used(Graph graph) {
        Set<String> used = new HashSet<>();
        Set<Node> seen = new HashSet<>();
        graph.find().forEach(triple -> {
            for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                if (node.isURI() && seen.add(node)) {
                    Namespaces.all().values().stream().filter(node.getURI()::startsWith).forEach(used::add);
                }
            }
        });
        return used;
    }
}
