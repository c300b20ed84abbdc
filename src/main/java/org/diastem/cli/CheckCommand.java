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
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.ExitCode;
import org.diastem.problem.NotFoundException;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
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

    @Option(
            names = "--release",
            description = "Instead of the sources, hash every file of the current release and compare it with what was "
                    + "built.")
    private boolean release;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private BuildFolderOption folder;

    @Mixin
    private QuietOption quiet;

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (release) {
            return checkRelease();
        }
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

    private int checkRelease() {
        ReleaseStore store = folder.store();
        Release current = store.current()
                .orElseThrow(() -> new NotFoundException("There is no release in " + store.folder() + "; build first."));
        List<Release.Damage> damage = current.damage();
        damage.forEach(each -> streams.out().println(each.file() + " " + each.how()));
        if (!damage.isEmpty()) {
            throw new EnvironmentException("The release " + current.name() + " is damaged. Run diastem build; it makes it anew.");
        }
        streams.out().println("release " + current.name() + " is intact: " + current.fileCount() + " files");
        return ExitCode.OK.number();
    }
}
