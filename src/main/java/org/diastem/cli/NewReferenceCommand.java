// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import org.diastem.build.NewRowKind;
import picocli.CommandLine.Command;

@Command(
        name = "reference",
        description = {
            "Print a row for data/references.csv, or append it. Without id the key is made of first author and year; "
                    + "year and journal count as shown on the page unless yearBasis or journalBasis says Inferred.",
            "Example: diastem new reference doi=10.1000/x title=... firstAuthor=\"Du H\" year=2025 page=https://..."
        })
final class NewReferenceCommand extends NewRowCommand {
    NewReferenceCommand(Streams streams) {
        super(streams, NewRowKind.REFERENCE);
    }
}
