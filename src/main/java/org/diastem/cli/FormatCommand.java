// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "format",
        mixinStandardHelpOptions = true,
        description = "Put files into their canonical order: diastem format ontology.")
final class FormatCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what is to be formatted: diastem format ontology.");
    }
}
