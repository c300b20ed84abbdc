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
import org.diastem.export.ClaimForm;
import org.diastem.problem.ExitCode;
import org.diastem.problem.Nearest;
import org.diastem.problem.NotFoundException;
import org.diastem.store.NumberedBlankNodes;
import org.diastem.store.Release;
import org.diastem.store.SortedTurtle;
import org.diastem.vocab.GraphName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description = "Print the claims in another form, one of ${COMPLETION-CANDIDATES}, not the graphs: "
                    + "TriG with a nanopublication per claim, Turtle 1.2 with a reifier per claim, or OWL axioms of "
                    + "the claims that are told as fact.")
    private Optional<ClaimForm> form;

    @Mixin
    private BuildFolderOption folder;

    @Spec
    private CommandSpec spec;

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
        if (form.isPresent()) {
            if (graph.isPresent() || spec.commandLine().getParseResult().hasMatchedOption("--format")) {
                throw new ParameterException(spec.commandLine(), "With --form give neither --graph nor --format.");
            }
            form.get().write(folder.release().load(), streams.out()::print);
            return ExitCode.OK.number();
        }
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
