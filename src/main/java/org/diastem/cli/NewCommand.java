// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Make a new row of a table: diastem new claim, evidence, reference or trial.")
final class NewCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what is to be new: diastem new claim, evidence, reference or trial.");
    }
}
