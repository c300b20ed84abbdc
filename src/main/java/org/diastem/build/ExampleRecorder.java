// SPDX-License-Identifier: Apache-2.0
package org.diastem.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.diastem.model.Sha256;
import org.diastem.problem.EnvironmentException;
import org.diastem.rdf.ExampleQuery;
import org.diastem.rdf.QueryResult;
import org.diastem.store.AtomicFile;
import org.diastem.store.Release;
import org.diastem.vocab.Namespaces;

/**
 * Writes into the files of example queries what these return. What people wrote is left as it is: the record is the end
 * of a file, from its {@link #MARK} on. A result that is the one recorded leaves the whole file as it is, so that a
 * second run changes nothing.
 */
public final class ExampleRecorder {
    /** The line from which on a file is ours. */
    static final String MARK = "# Recorded by diastem query --record, which rewrites all below. 以下由命令记录，会被重写。";

    private final Project project;
    private final String release;
    private final DatasetGraph dataset;
    private final LocalDate today;

    /**
     * @param release over which the queries run
     * @throws EnvironmentException if the release was made of other tables, ontology, rules or checks than the project
     *     has now; that other examples went into it does not matter
     */
    public ExampleRecorder(Project project, Release release, LocalDate today) {
        if (!withoutExamples(project.inputs(Sha256::of)).equals(withoutExamples(release.manifest().inputs()))) {
            throw new EnvironmentException(
                    "The release " + release.name() + " was not made of the sources as they are. Run: diastem build");
        }
        this.project = project;
        this.release = release.name();
        this.dataset = release.load();
        this.today = Objects.requireNonNull(today);
    }

    private static SortedMap<String, String> withoutExamples(Map<String, String> inputs) {
        SortedMap<String, String> others = new TreeMap<>(inputs);
        others.keySet().removeIf(path -> path.startsWith("queries/"));
        return others;
    }

    /**
     * Runs an example and records its result, unless that is recorded already or the example calls other endpoints.
     *
     * @return whether the file was written
     */
    public boolean record(ExampleQuery example) {
        if (example.isFederated()) {
            return false;
        }
        QueryResult result = QueryResult.of(
                QueryFactory.create(example.text(), Syntax.syntaxSPARQL_11), dataset);
        if (example.recorded().map(known -> known.result().equals(result)).orElse(false)) {
            return false;
        }
        Path file = project.queries().resolve(example.name() + ".ttl");
        try (Stream<String> lines = Files.lines(file)) {
            StringBuilder text = new StringBuilder();
            lines.takeWhile(line -> !line.equals(MARK)).forEach(line -> text.append(line).append('\n'));
            AtomicFile.write(file, text.toString().stripTrailing() + "\n\n" + block(example, result));
        } catch (IOException e) {
            throw new EnvironmentException("The file " + project.shown(file) + " cannot be written.", e);
        }
        return true;
    }

    private String block(ExampleQuery example, QueryResult result) {
        return MARK + "\n"
                + "<" + Namespaces.QUERY + example.name() + ">\n"
                + property("expectedRows", Long.toString(result.rows())) + " ;\n"
                + property("resultHash", '"' + result.hash() + '"') + " ;\n"
                + property("verifiedIn", '"' + release + '"') + " ;\n"
                + property("verifiedOn", '"' + today.toString() + "\"^^<" + Namespaces.XSD + "date>") + " .\n";
    }

    /** Written without prefixes, so that the block stands in any file. */
    private static String property(String name, String value) {
        return "    <" + Namespaces.DIA + name + "> " + value;
    }
}
