// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.diastem.problem.ExitCode;
import org.diastem.problem.Nearest;
import org.diastem.problem.NotFoundException;
import org.diastem.store.NumberedBlankNodes;
import org.diastem.store.Release;
import org.diastem.store.SortedTurtle;
import org.diastem.vocab.GraphName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Print the current release, or one graph of it. The same release always prints the same bytes.")
final class ExportCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = {"-f", "--format"},
            defaultValue = "TURTLE",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}. Turtle has no graph names: the whole is then the default "
                    + "graph. Default: turtle.")
    private ExportFormat format;

    @Option(names = "--graph", paramLabel = "GRAPH", description = "The graph to print, as claims. Default: all.")
    private Optional<String> graph;

    @Mixin
    private BuildFolderOption folder;

    ExportCommand(Streams streams) {
        this.streams = streams;
    }

    /** The forms of an export. */
    enum ExportFormat {
        TURTLE,
        NQUADS
    }

    @Override
    public Integer call() {
        Optional<GraphName> wanted = graph.map(ExportCommand::named);
        Release release = folder.release();
        if (format == ExportFormat.TURTLE) {
            streams.out().print(turtle(release, wanted));
        } else {
            StreamRDF lines = new NumberedBlankNodes(StreamRDFWriter.getWriterStream(streams.out(), Lang.NQUADS));
            lines.start();
            List<GraphName> all = wanted.map(List::of).orElseGet(() -> Arrays.asList(GraphName.values()));
            all.forEach(name -> release.read(name, lines));
            lines.finish();
        }
        return ExitCode.OK.number();
    }

    private static String turtle(Release release, Optional<GraphName> wanted) {
        Graph all = wanted.map(name -> release.load().getGraph(name.node()))
                .orElseGet(() -> release.load().getDefaultGraph());
        return SortedTurtle.of(all);
    }

    private static GraphName named(String key) {
        return GraphName.ofKey(key)
                .orElseThrow(() -> new NotFoundException("There is no graph called " + key + "."
                        + Nearest.of(key, GraphName.keys())
                                .map(name -> " Did you mean " + name + "?")
                                .orElse(" Graphs: " + String.join(", ", GraphName.keys()) + ".")));
    }
}
