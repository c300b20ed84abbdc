// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.diastem.build.Derivation;
import org.diastem.build.Project;
import org.diastem.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "derive",
        mixinStandardHelpOptions = true,
        description = "Make the files of the ontology folder that follow from others there: import modules from their "
                + "tables, the bridge from the mappings. Prints what was written.")
final class DeriveCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            arity = "0..*",
            paramLabel = "WHAT",
            description = "Any of ${COMPLETION-CANDIDATES}. Default: all.")
    private List<Derivation> wanted = new ArrayList<>();

    @Option(
            names = "--check",
            description = "Write nothing; print the files that are not up to date, and end with 1 if there is one.")
    private boolean check;

    @Mixin
    private SourceOptions sources;

    DeriveCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Project project = sources.project();
        List<Path> files = new ArrayList<>();
        for (Derivation derivation : wanted.isEmpty() ? List.of(Derivation.values()) : wanted) {
            files.addAll(check ? derivation.outdated(project) : derivation.write(project));
        }
        files.forEach(file -> streams.out().println(project.shown(file)));
        return (check && !files.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK).number();
    }
}
