// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.nio.file.Path;
import org.diastem.problem.NotFoundException;
import org.diastem.store.Release;
import org.diastem.store.ReleaseStore;
import picocli.CommandLine.Option;

/** Where releases are. */
final class BuildFolderOption {
    @Option(names = "--build", paramLabel = "DIR", description = "Folder of the releases. Default: build.")
    private Path build;

    ReleaseStore store() {
        return new ReleaseStore(build == null ? SourceOptions.home().toAbsolutePath().resolve("build") : build);
    }

    /** The current release, or the advice to build one. */
    Release release() {
        ReleaseStore store = store();
        return store.current()
                .orElseThrow(() -> new NotFoundException(
                        "There is no release in " + store.folder() + ". Make one with: diastem build"));
    }
}
