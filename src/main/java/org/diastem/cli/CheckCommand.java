// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.util.concurrent.Callable;
import org.diastem.build.Assembler;
import org.diastem.build.Assembly;
import org.diastem.problem.ExitCode;
import org.diastem.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check the sources and list everything that is wrong or doubtful, with its place.")
final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private QuietOption quiet;

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Assembly assembly = new Assembler(sources.project(), quiet.progress(streams)).assemble();
        assembly.report(Severity.INFO).forEach(streams.out()::println);
        streams.out().println(assembly.summary());
        return (assembly.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK).number();
    }
}
