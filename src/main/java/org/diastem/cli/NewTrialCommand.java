// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import org.diastem.build.NewRowKind;
import picocli.CommandLine.Command;

@Command(
        name = "trial",
        description = {
            "Print a row for data/trials.csv, or append it. secondReading is Added unless given. Words of registries "
                    + "that data/trial-words.csv lists are replaced by their concepts.",
            "Example: diastem new trial id=NCT01234567 condition=Type1DiabetesMellitus page=https://..."
        })
final class NewTrialCommand extends NewRowCommand {
    NewTrialCommand(Streams streams) {
        super(streams, NewRowKind.TRIAL);
    }
}
