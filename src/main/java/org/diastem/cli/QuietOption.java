// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import org.diastem.build.Progress;
import picocli.CommandLine.Option;

/** Whether progress is shown. */
final class QuietOption {
    @Option(names = {"-q", "--quiet"}, description = "Show no progress.")
    private boolean quiet;

    Progress progress(Streams streams) {
        return quiet ? Progress.NONE : line -> streams.err().println(line);
    }
}
