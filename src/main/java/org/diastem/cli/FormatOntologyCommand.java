// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.diastem.build.OntologyFormat;
import org.diastem.build.OntologyFormat.Unformatted;
import org.diastem.build.Project;
import org.diastem.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ontology",
        mixinStandardHelpOptions = true,
        description = "Put diastem.ttl and diastem-zh.ttl into canonical order, whatever editor saved them. No statement "
                + "is changed; comments are not kept. Prints the files that it wrote.")
final class FormatOntologyCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = "--check",
            description = "Change nothing; name the files that are not in canonical order, and fail if there are some.")
    private boolean check;

    @Mixin
    private SourceOptions sources;

    FormatOntologyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Project project = sources.project();
        OntologyFormat format = new OntologyFormat(project);
        List<Unformatted> found = format.unformatted();
        for (Unformatted file : found) {
            if (!check) {
                format.write(file);
            }
            streams.out().println(project.shown(file.file()));
        }
        return (check && !found.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK).number();
    }
}
