// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.diastem.build.Assembler;
import org.diastem.build.Assembly;
import org.diastem.check.Finding;
import org.diastem.check.SourceCheck;
import org.diastem.check.SourceReport;
import org.diastem.check.SourceText;
import org.diastem.problem.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check the sources and list everything that is wrong or doubtful, with its place.")
final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description = "The text of the source page, a line of the page per line: prove lines, offsets and quotes, "
                    + "and show what no claim covers.")
    private Optional<Path> source;

    @Option(
            names = {"-f", "--format"},
            defaultValue = "TEXT",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}. Default: text. In the others the standard output has "
                    + "findings only.")
    private FindingFormat format;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private QuietOption quiet;

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Optional<SourceText> text = source.map(SourceText::read);
        Assembly assembly = new Assembler(sources.project(), quiet.progress(streams)).assemble();
        Optional<SourceReport> compared =
                text.flatMap(known -> assembly.data().map(data -> SourceCheck.run(known, data)));
        if (text.isPresent() && compared.isEmpty()) {
            streams.err().println("The source was not compared, because the tables have errors.");
        }
        List<Finding> more = compared.map(SourceReport::findings).orElse(List.of());
        Assembly all = assembly.with(more);
        format.print(all.all(), streams.out());
        if (format == FindingFormat.TEXT) {
            compared.ifPresent(report -> report.text().forEach(streams.out()::println));
            streams.out().println(all.summary());
        } else {
            streams.err().println(all.summary());
        }
        return (all.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK).number();
    }
}
