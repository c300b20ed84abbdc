// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.FindingsException;
import org.diastem.problem.Problem;
import org.diastem.problem.Problems;
import org.diastem.rdf.TurtleFiles;
import org.diastem.store.AtomicFile;
import org.diastem.store.OntologyTurtle;

/** The edit files of the ontology in their canonical order. */
public final class OntologyFormat {
    private final Project project;

    public OntologyFormat(Project project) {
        this.project = project;
    }

    /**
     * A file that is not as it should be.
     *
     * @param text what should be in it
     */
    public record Unformatted(Path file, String text) {}

    /**
     * The files that are not in canonical order; changes none.
     *
     * @throws FindingsException if one cannot be read as Turtle
     */
    public List<Unformatted> unformatted() {
        Problems problems = new Problems();
        SortedMap<Path, Graph> graphs = new TreeMap<>();
        Graph all = GraphMemFactory.createDefaultGraph();
        for (Path file : project.edited()) {
            Graph graph = graph(file, problems);
            graphs.put(file, graph);
            GraphUtil.addInto(all, graph);
        }
        if (!problems.isEmpty()) {
            throw new FindingsException(
                    "Nothing was formatted, as a file cannot be read.",
                    problems.sorted().stream().map(Problem::message).toList());
        }
        List<Unformatted> found = new ArrayList<>();
        graphs.forEach((file, graph) -> compare(file, OntologyTurtle.of(graph, all), found));
        return found;
    }

    /** Writes one aside and moves it into place, so that the file is always whole. */
    public void write(Unformatted unformatted) {
        Path file = unformatted.file();
        try {
            AtomicFile.write(file, unformatted.text());
        } catch (IOException e) {
            throw new EnvironmentException("The file " + project.shown(file) + " could not be written.", e);
        }
    }

    private Graph graph(Path file, Problems problems) {
        return new TurtleFiles(problems)
                .read(file, project.shown(file))
                .orElseGet(GraphMemFactory::createDefaultGraph);
    }

    private static void compare(Path file, String text, List<Unformatted> found) {
        try {
            if (!Files.readString(file, StandardCharsets.UTF_8).equals(text)) {
                found.add(new Unformatted(file, text));
            }
        } catch (IOException e) {
            throw new EnvironmentException("The file " + file + " cannot be read.", e);
        }
    }
}
