// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.diastem.build.NewRow;
import org.diastem.build.NewRowKind;
import org.diastem.build.Project;
import org.diastem.problem.ExitCode;
import org.diastem.problem.FindingsException;
import org.diastem.problem.Problem;
import org.diastem.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints or appends a row of one table. The tables differ only in their description and in how rows are numbered. */
@Command(mixinStandardHelpOptions = true)
abstract class NewRowCommand implements Callable<Integer> {
    private final Streams streams;
    private final NewRowKind kind;

    @Parameters(
            arity = "0..*",
            paramLabel = "COLUMN=VALUE",
            description = "Cells of the row; see data/schema/columns.csv for the columns. Values of a cell that holds "
                    + "several are joined by |.")
    private Map<String, String> cells = new LinkedHashMap<>();

    @Option(names = "--append", description = "Append the row to the table. A row with errors is not appended.")
    private boolean append;

    @Mixin
    private SourceOptions sources;

    NewRowCommand(Streams streams, NewRowKind kind) {
        this.streams = streams;
        this.kind = kind;
    }

    @Override
    public Integer call() {
        NewRow row = NewRow.prepare(project(), kind, cells);
        if (!append && cells.isEmpty()) {
            // A row to be filled in by hand: that its cells are empty is no news.
            streams.err().println("Fill in the empty cells; data/schema/columns.csv says what stands in each.");
            streams.out().println(row.line());
            return ExitCode.OK.number();
        }
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

    Streams streams() {
        return streams;
    }

    Project project() {
        return sources.project();
    }

    /** Whether any cell was told. */
    boolean hasCells() {
        return !cells.isEmpty();
    }
}
