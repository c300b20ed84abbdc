// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diastem.export.ClaimForm;
import org.diastem.export.Dump;
import org.diastem.export.DumpFormat;
import org.diastem.export.OntologyForm;
import org.diastem.problem.ExitCode;
import org.diastem.problem.Nearest;
import org.diastem.problem.NotFoundException;
import org.diastem.store.Release;
import org.diastem.vocab.GraphName;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Print the current release, one graph of it, or another form of its claims or ontology. The same release always prints the same bytes.")
final class ExportCommand implements Callable<Integer> {
    private static final Map<String, Form> FORMS = forms();

    private final Streams streams;

    @Option(
            names = {"-f", "--format"},
            defaultValue = "TURTLE",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}. Turtle, N-Triples and RDF/XML have no graph names: the whole "
                    + "is then the default graph. Default: turtle.")
    private DumpFormat format;

    @Option(names = "--graph", paramLabel = "GRAPH", description = "The graph to print, as claims. Default: all.")
    private Optional<String> graph;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            converter = FormConverter.class,
            completionCandidates = FormNames.class,
            description = "Print another form than the graphs, one of ${COMPLETION-CANDIDATES}. Of the claims: TriG "
                    + "with a nanopublication per claim, Turtle 1.2 with a reifier per claim, OWL axioms of those told "
                    + "as fact. Of the ontology: Turtle, RDF/XML, functional syntax, Manchester syntax, OBO, OBO "
                    + "Graphs JSON.")
    private Optional<Form> form;

    @Mixin
    private BuildFolderOption folder;

    @Spec
    private CommandSpec spec;

    ExportCommand(Streams streams) {
        this.streams = streams;
    }

    /** A form that is no graph. */
    @FunctionalInterface
    private interface Form {
        void print(Release release, Streams streams);
    }

    /** Finds a form by its name. */
    static final class FormConverter implements ITypeConverter<Form> {
        @Override
        public Form convert(String name) {
            return Optional.ofNullable(FORMS.get(name.toLowerCase(Locale.ROOT)))
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + String.join(", ", FORMS.keySet()) + " but was '" + name + "'"));
        }
    }

    /** The names of all forms. */
    static final class FormNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FORMS.keySet().iterator();
        }
    }

    @Override
    public Integer call() {
        if (form.isPresent()) {
            if (graph.isPresent() || spec.commandLine().getParseResult().hasMatchedOption("--format")) {
                throw new ParameterException(spec.commandLine(), "With --form give neither --graph nor --format.");
            }
            form.get().print(folder.release(), streams);
            return ExitCode.OK.number();
        }
        new Dump(graph.map(ExportCommand::named), format).write(folder.release(), streams.out());
        streams.out().flush();
        return ExitCode.OK.number();
    }

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new LinkedHashMap<>();
        for (ClaimForm form : ClaimForm.values()) {
            forms.put(form.toString(), (release, streams) -> form.write(release.load(), streams.out()::print));
        }
        for (OntologyForm form : OntologyForm.values()) {
            forms.put(form.toString(), (release, streams) -> streams.out()
                    .print(new String(release.document(form.path()), StandardCharsets.UTF_8)));
        }
        return forms;
    }

    private static GraphName named(String key) {
        return GraphName.ofKey(key)
                .orElseThrow(() -> new NotFoundException("There is no graph called " + key + "."
                        + Nearest.of(key, GraphName.keys())
                                .map(name -> " Did you mean " + name + "?")
                                .orElse(" Graphs: " + String.join(", ", GraphName.keys()) + ".")));
    }
}
