// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFLib;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;

/** Reads Turtle that people edit; what does not parse becomes a problem with its place. */
public final class TurtleFiles {
    private final Problems problems;

    public TurtleFiles(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds a file's triples to a graph; false if it does not exist or does not parse, and then the graph may hold some.
     *
     * @param shownName the file's name in problems
     */
    public boolean readInto(Graph graph, Path file, String shownName) {
        if (!Files.exists(file)) {
            problems.add(ProblemCode.MISSING_FILE, Place.ofFile(shownName), "");
            return false;
        }
        try {
            RDFParser.create()
                    .source(file)
                    .lang(Lang.TURTLE)
                    .errorHandler(new Reporter(shownName))
                    .parse(StreamRDFLib.graph(graph));
            return true;
        } catch (RiotException reported) {
            return false;
        }
    }

    /** The triples of one file, if it parses. */
    public Optional<Graph> read(Path file, String shownName) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        return readInto(graph, file, shownName) ? Optional.of(graph) : Optional.empty();
    }

    /** The files of a folder with that ending in alphabetical order; none if there is no such folder. */
    public static List<Path> list(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EnvironmentException("The folder " + folder + " cannot be read.", e);
        }
    }

    /** Reports errors and lets the parser stop at the first; warnings of the parser are problems too. */
    private final class Reporter implements ErrorHandler {
        private final String shownName;

        Reporter(String shownName) {
            this.shownName = shownName;
        }

        @Override
        public void warning(String message, long line, long column) {
            report(message, line, column);
        }

        @Override
        public void error(String message, long line, long column) {
            report(message, line, column);
            throw new RiotException(message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }

        private void report(String message, long line, long column) {
            Place place = new Place(shownName, (int) Math.max(0, line), (int) Math.max(0, column), "");
            problems.add(ProblemCode.UNREADABLE_ONTOLOGY, place, "", message);
        }
    }
}
