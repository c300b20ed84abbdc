// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.diastem.build.NewClaim;
import org.diastem.problem.ExitCode;
import org.diastem.problem.FindingsException;
import org.diastem.problem.Problem;
import org.diastem.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "claim",
        mixinStandardHelpOptions = true,
        description = {
            "Print a row for data/claims.csv with the next free identifier, or append it.",
            "Example: diastem new claim subject=MesenchymalStemCell predicate=secretes --append"
        })
final class NewClaimCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            arity = "0..*",
            paramLabel = "COLUMN=VALUE",
            description = "Cells of the row; see data/schema/columns.csv for the columns. polarity, certainty, "
                    + "statedEvidence and locus have the most frequent value unless given.")
    private Map<String, String> cells = new LinkedHashMap<>();

    @Option(names = "--append", description = "Append the row to the table. A row with errors is not appended.")
    private boolean append;

    @Mixin
    private SourceOptions sources;

    NewClaimCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        NewClaim row = NewClaim.prepare(sources.project(), cells);
        List<String> report = row.problems().stream().map(Problem::message).toList();
        boolean errors = row.problems().stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        if (append && errors) {
            throw new FindingsException("The row was not appended.", report);
        }
        report.forEach(streams.err()::println);
        if (append) {
            row.append();
        }
        streams.out().println(row.line());
        return (errors ? ExitCode.FINDINGS : ExitCode.OK).number();
    }
}
