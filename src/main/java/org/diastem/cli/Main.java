// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.sys.JenaSystem;
import org.diastem.problem.DiaStemException;
import org.diastem.problem.ExitCode;
import org.diastem.problem.FindingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code diastem}. The only place that turns exceptions into exit codes, and that ends the process. */
@Command(
        name = "diastem",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = {
            "The evidence graph of mesenchymal-stem-cell therapy for diabetes: builds it, checks it, serves it.",
            "间充质干细胞治疗糖尿病的证据图谱:构建、检查、提供服务。"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        Streams streams = new Streams(System.in, utf8(FileDescriptor.out, false), utf8(FileDescriptor.err, true));
        int code;
        try {
            JenaSystem.init();
            code = run(streams, arguments);
        } catch (LinkageError | VirtualMachineError e) {
            code = fault(e, streams);
            streams.out().flush();
        }
        end(code);
    }

    static void end(int code) {
        System.exit(code);
    }

    /** Whatever the locale says, results are UTF-8: half of them are Chinese. */
    private static PrintStream utf8(FileDescriptor descriptor, boolean flushEachLine) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), flushEachLine, StandardCharsets.UTF_8);
    }

    /** Runs one command and says with which code the process should end. */
    static int run(Streams streams, String... arguments) {
        CommandLine command = new CommandLine(new Main());
        Map<String, Supplier<CommandLine>> commands = commands(streams);
        // To read the options of every command by reflection takes longer than what most commands do.
        Supplier<CommandLine> asked = arguments.length == 0 ? null : commands.get(arguments[0]);
        if (asked == null) {
            commands.values().forEach(each -> command.addSubcommand(each.get()));
            command.addSubcommand(new CommandLine.HelpCommand());
        } else {
            command.addSubcommand(asked.get());
        }
        command.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setUsageHelpAutoWidth(true);
        documentExitCodes(command);
        command.setExecutionExceptionHandler((exception, failed, parsed) -> report(exception, streams));
        int code = command.execute(arguments);
        streams.out().flush();
        streams.err().flush();
        return code;
    }

    /** Every command by its name, in the order of the help. */
    private static Map<String, Supplier<CommandLine>> commands(Streams streams) {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("serve", () -> new CommandLine(new ServeCommand(streams)));
        commands.put("build", () -> new CommandLine(new BuildCommand(streams)));
        commands.put("check", () -> new CommandLine(new CheckCommand(streams)));
        commands.put("query", () -> new CommandLine(new QueryCommand(streams)));
        commands.put("mcp", () -> new CommandLine(new McpCommand(streams)));
        commands.put("export", () -> new CommandLine(new ExportCommand(streams)));
        commands.put("derive", () -> new CommandLine(new DeriveCommand(streams)));
        commands.put("new", () -> new CommandLine(new NewCommand())
                .addSubcommand(new NewClaimCommand(streams))
                .addSubcommand(new NewEvidenceCommand(streams))
                .addSubcommand(new NewReferenceCommand(streams))
                .addSubcommand(new NewTrialCommand(streams)));
        commands.put("format", () -> new CommandLine(new FormatCommand())
                .addSubcommand(new FormatOntologyCommand(streams)));
        return commands;
    }

    private static int report(Exception exception, Streams streams) {
        if (exception instanceof DiaStemException known) {
            if (known instanceof FindingsException findings) {
                findings.report().forEach(streams.err()::println);
            }
            streams.err().println("diastem: " + known.getMessage());
            return known.exitCode().number();
        }
        return fault(exception, streams);
    }

    private static int fault(Throwable fault, Streams streams) {
        streams.err().println("diastem: a fault of DiaStem itself, please report it with the command you gave: "
                + fault.getClass().getSimpleName() + ": " + fault.getMessage() + place(fault));
        return ExitCode.INTERNAL.number();
    }

    /** The line of our code where it broke, for a report; no trace is shown. */
    private static String place(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.diastem"))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }

    private static void documentExitCodes(CommandLine command) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.number()), code.meaning());
        }
        command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
        command.getSubcommands().values().forEach(Main::documentExitCodes);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    /** The version from the jar; without a jar there is none. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"diastem " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
