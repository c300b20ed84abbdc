// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Objects;

/** Where commands read and print: results to {@code out}, everything else to {@code err}. */
record Streams(InputStream in, PrintStream out, PrintStream err) {
    Streams {
        Objects.requireNonNull(in);
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
    }
}
