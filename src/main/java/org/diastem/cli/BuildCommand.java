// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.util.concurrent.Callable;
import org.diastem.build.ReleaseBuilder;
import org.diastem.problem.ExitCode;
import org.diastem.store.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Build a release from the sources, unless the current one is made of exactly these.")
final class BuildCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private SourceOptions sources;

    @Mixin
    private BuildFolderOption folder;

    @Mixin
    private QuietOption quiet;

    BuildCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Release release = new ReleaseBuilder(sources.project(), folder.store(), quiet.progress(streams))
                .build()
                .release();
        streams.out().println(release.folder());
        return ExitCode.OK.number();
    }
}
