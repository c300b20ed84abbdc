// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.web.HttpSC;
import org.diastem.build.ExampleRecorder;
import org.diastem.build.Project;
import org.diastem.problem.BadQueryException;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.ExitCode;
import org.diastem.problem.FindingsException;
import org.diastem.problem.Nearest;
import org.diastem.problem.NotFoundException;
import org.diastem.problem.Problem;
import org.diastem.problem.Problems;
import org.diastem.rdf.ExampleQueries;
import org.diastem.rdf.ExampleQuery;
import org.diastem.text.BadTextQueryException;
import org.diastem.vocab.Namespaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Run a query over the current release, or over an endpoint; or record the results of examples.")
final class QueryCommand implements Callable<Integer> {
    /** Stands for every example. */
    private static final String ALL = "all";

    private final Streams streams;

    @Parameters(
            paramLabel = "NAME|FILE|-",
            description = "An example of the folder queries by its number or name, a file with a query, or - for the "
                    + "standard input. A query may leave out the project's prefixes.")
    private String query;

    @Option(
            names = {"-f", "--format"},
            defaultValue = "TABLE",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}; for a query that makes a graph, json is JSON-LD, xml is "
                    + "RDF/XML, the others are Turtle. Default: table.")
    private ResultFormat format;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Ask this SPARQL endpoint in place of the release; the address that serve prints will do.")
    private void setEndpoint(URI address) {
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new ParameterException(
                    spec.commandLine(), "The endpoint " + address + " is no address such as http://127.0.0.1:3030/sparql.");
        }
        boolean server = address.getPath().equals("/") && address.getQuery() == null;
        endpoint = Optional.of(server ? address.resolve("/sparql") : address);
    }

    private Optional<URI> endpoint = Optional.empty();

    @Option(
            names = "--record",
            description = "Run the example NAME, or every one with the name all, over the current release, and write "
                    + "into its file how much it returned and the hash of that. Prints the files that changed.")
    private boolean record;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BuildFolderOption folder;

    QueryCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (record) {
            recordExamples();
            return ExitCode.OK.number();
        }
        Query parsed = parse(text());
        try (QueryExec execution = execution(parsed)) {
            format.write(execution, parsed, streams.out());
        } catch (QueryExceptionHTTP e) {
            throw refused(e);
        } catch (BadTextQueryException e) {
            throw new BadQueryException(e.getMessage());
        } catch (QueryCancelledException e) {
            throw new BadQueryException("The query was stopped because it took too long.");
        }
        return ExitCode.OK.number();
    }

    private void recordExamples() {
        if (endpoint.isPresent()) {
            throw new ParameterException(spec.commandLine(), "Results are recorded over a release, not an endpoint.");
        }
        Project project = Project.at(SourceOptions.home());
        List<ExampleQuery> examples = examples();
        List<ExampleQuery> wanted = examples.stream()
                .filter(example -> query.equals(ALL) || example.isCalled(query))
                .toList();
        if (wanted.isEmpty()) {
            throw new NotFoundException("There is no example called " + query + "." + advice(examples));
        }
        ExampleRecorder recorder = new ExampleRecorder(project, folder.release(), LocalDate.now(ZoneOffset.UTC));
        for (ExampleQuery example : wanted) {
            if (recorder.record(example)) {
                streams.out().println(project.shown(project.queries().resolve(example.name() + ".ttl")));
            }
        }
    }

    private QueryExec execution(Query parsed) {
        return endpoint.isPresent()
                ? QueryExecHTTP.service(endpoint.get().toString()).query(parsed).build()
                : QueryExec.dataset(folder.release().load()).query(parsed).build();
    }

    private RuntimeException refused(QueryExceptionHTTP e) {
        String asked = endpoint.map(address -> "The endpoint " + address).orElse("A SERVICE of the query");
        return e.getStatusCode() == HttpSC.BAD_REQUEST_400
                ? new BadQueryException(asked + " refused the query: " + firstLine(e))
                : new EnvironmentException(asked + " gave no answer: " + firstLine(e), e);
    }

    /** What a parser expected instead runs over a hundred lines; the place is on the first. */
    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static Query parse(String text) {
        try {
            Query parsed = new Query();
            parsed.getPrefixMapping().setNsPrefixes(Namespaces.all());
            return QueryFactory.parse(parsed, text, null, Syntax.syntaxARQ);
        } catch (QueryException e) {
            throw new BadQueryException("The query does not parse: " + firstLine(e));
        }
    }

    private String text() {
        try {
            if (query.equals("-")) {
                return new String(streams.in().readAllBytes(), StandardCharsets.UTF_8);
            }
            List<ExampleQuery> examples = examples();
            Optional<ExampleQuery> example =
                    examples.stream().filter(known -> known.isCalled(query)).findFirst();
            if (example.isPresent()) {
                return example.get().text();
            }
            if (Files.isRegularFile(Path.of(query))) {
                return Files.readString(Path.of(query), StandardCharsets.UTF_8);
            }
            throw new NotFoundException("There is no example and no file called " + query + "." + advice(examples));
        } catch (IOException e) {
            throw new EnvironmentException("The query " + query + " cannot be read.", e);
        }
    }

    private String advice(List<ExampleQuery> examples) {
        List<String> names = examples.stream().map(ExampleQuery::name).toList();
        return Nearest.of(query, names)
                .map(name -> " Did you mean " + name + "?")
                .orElse(" Examples: " + String.join(", ", names) + ".");
    }

    private static List<ExampleQuery> examples() {
        Project project = Project.at(SourceOptions.home());
        Problems problems = new Problems();
        List<ExampleQuery> examples =
                ExampleQueries.of(ExampleQueries.read(project.queries(), project.shown(project.queries()), problems));
        if (problems.hasErrors()) {
            List<String> report = problems.sorted().stream().map(Problem::message).toList();
            throw new FindingsException("The example queries have errors.", report);
        }
        return examples;
    }
}
