// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.diastem.build.ClaimFinder;
import org.diastem.build.NewRowKind;
import org.diastem.problem.ExitCode;
import org.diastem.problem.NotFoundException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "evidence",
        description = {
            "Print a row for data/evidence.csv with the next free number of its claim, or append it. seenOn is today, "
                    + "curatedBy is curator, secondReading is Added and studyType is that of the reference, "
                    + "unless given.",
            "With --line or --text, list the claims that may be meant; without cells nothing else is done.",
            "Example: diastem new evidence --text \"nerve blood flow\"",
            "Example: diastem new evidence claim=C0037 reference=Du2025 direction=Supports seenAt=https://... --append"
        })
final class NewEvidenceCommand extends NewRowCommand {
    @Option(names = "--line", paramLabel = "NUMBER", description = "List the claims of that line of the source.")
    private Integer line;

    @Option(
            names = "--text",
            paramLabel = "WORDS",
            description = "List the claims that share most with these words, English or Chinese.")
    private String text;

    NewEvidenceCommand(Streams streams) {
        super(streams, NewRowKind.EVIDENCE);
    }

    @Override
    public Integer call() {
        if (line == null && text == null) {
            return super.call();
        }
        List<ClaimFinder.Found> claims =
                ClaimFinder.of(project()).find(Optional.ofNullable(line), Optional.ofNullable(text));
        if (claims.isEmpty()) {
            throw new NotFoundException("No claim is found there.");
        }
        // The result of the command is the row, if one is asked for, and otherwise the list.
        PrintStream list = hasCells() ? streams().err() : streams().out();
        for (ClaimFinder.Found claim : claims) {
            list.println(claim.id() + "  line " + claim.line() + "  " + claim.english() + "  " + claim.chinese());
        }
        return hasCells() ? super.call() : ExitCode.OK.number();
    }
}
