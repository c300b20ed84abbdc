// SPDX-License-Identifier: Apache-2.0
package org.diastem.rdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.Place;
import org.diastem.problem.ProblemCode;
import org.diastem.problem.Problems;
import org.diastem.vocab.GraphName;

/** Reads the derivation rules and runs them in the order of their names, each over the results of those before it. */
public final class Rules {
    private Rules() {}

    /**
     * The rules of a folder; one that is no CONSTRUCT query is a problem.
     *
     * @param shownFolder the folder's name in problems
     */
    public static List<Rule> read(Path folder, String shownFolder, Problems problems) {
        List<Rule> rules = new ArrayList<>();
        for (Path file : TurtleFiles.list(folder, ".rq")) {
            String fileName = file.getFileName().toString();
            String shownName = shownFolder + "/" + fileName;
            try {
                Query query = QueryFactory.create(Files.readString(file, StandardCharsets.UTF_8), Syntax.syntaxARQ);
                if (query.isConstructType()) {
                    rules.add(new Rule(fileName.substring(0, fileName.length() - 3), query));
                } else {
                    Place place = Place.ofFile(shownName);
                    problems.add(ProblemCode.UNREADABLE_QUERY, place, "", "A rule is a CONSTRUCT query.");
                }
            } catch (QueryParseException e) {
                Place place = new Place(shownName, Math.max(0, e.getLine()), Math.max(0, e.getColumn()), "");
                problems.add(
                        ProblemCode.UNREADABLE_QUERY,
                        place,
                        "",
                        e.getMessage().lines().findFirst().orElse(""));
            } catch (IOException e) {
                throw new EnvironmentException("The rule " + file + " cannot be read.", e);
            }
        }
        return rules;
    }

    /** Runs the rules over a dataset and adds what they construct to its graph {@code derived}. */
    public static void run(List<Rule> rules, DatasetGraph dataset) {
        StreamRDF results = ReleaseData.filling(dataset);
        for (Rule rule : rules) {
            try (QueryExec execution = QueryExec.dataset(dataset).query(rule.query()).build()) {
                // Collected first: a rule reads the graphs that its results enter.
                List<Triple> triples = new ArrayList<>();
                execution.constructTriples().forEachRemaining(triples::add);
                triples.forEach(triple -> results.quad(Quad.create(GraphName.DERIVED.node(), triple)));
            }
        }
    }
}
