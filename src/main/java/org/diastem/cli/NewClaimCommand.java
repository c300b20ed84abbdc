// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import org.diastem.build.NewRowKind;
import picocli.CommandLine.Command;

@Command(
        name = "claim",
        description = {
            "Print a row for data/claims.csv with the next free identifier, or append it. polarity, certainty, "
                    + "statedEvidence and locus have the most frequent value unless given.",
            "Example: diastem new claim subject=MesenchymalStemCell predicate=secretes --append"
        })
final class NewClaimCommand extends NewRowCommand {
    NewClaimCommand(Streams streams) {
        super(streams, NewRowKind.CLAIM);
    }
}
