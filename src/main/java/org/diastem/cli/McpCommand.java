// SPDX-License-Identifier: Apache-2.0
package org.diastem.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.diastem.path.ClaimSteps;
import org.diastem.problem.EnvironmentException;
import org.diastem.problem.ExitCode;
import org.diastem.server.agent.ToolServer;
import org.diastem.server.http.Refusal;
import org.diastem.server.search.Lookup;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Limits;
import org.diastem.server.sparql.QueryGate;
import org.diastem.server.sparql.ServicePolicy;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = "Serve the current release to a language model by the Model Context Protocol, over the standard input "
                + "and output, until the input ends. The same tools as /mcp of a server.")
final class McpCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private BuildFolderOption folder;

    McpCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        LiveRelease live = new LiveRelease(folder.release());
        QueryGate gate = new QueryGate(Limits.STANDARD, ServicePolicy.NONE);
        ToolServer tools = new ToolServer(
                Lookup::find,
                Lookup.types(),
                new PerRelease<>(loaded -> ClaimSteps.net(loaded.dataset().getDefaultGraph())));
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tool-watch");
            thread.setDaemon(true);
            return thread;
        });
        try (BufferedReader in = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8))) {
            // A message is a line, by the transport "stdio" of the protocol.
            for (String message = in.readLine(); message != null; message = in.readLine()) {
                if (!message.isBlank()) {
                    answer(message, tools, live, gate, watch);
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException("The standard input cannot be read.", e);
        } finally {
            watch.shutdownNow();
        }
        return ExitCode.OK.number();
    }

    private void answer(
            String message, ToolServer tools, LiveRelease live, QueryGate gate, ScheduledExecutorService watch) {
        Budget budget = new Budget(Limits.STANDARD);
        Future<?> end = watch.schedule(
                budget::stopForTime, Limits.STANDARD.time().toMillis(), TimeUnit.MILLISECONDS);
        try {
            tools.answer(message, live.now(), budget, gate).ifPresent(answer -> {
                streams.out().println(answer);
                streams.out().flush();
            });
        } catch (Refusal refusal) {
            streams.err().println("diastem: " + refusal.getMessage());
        } finally {
            end.cancel(false);
        }
    }
}
