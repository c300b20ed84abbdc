// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.diastem.path.MechanismNet;
import org.diastem.server.http.Refusal;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.QueryGate;
import org.diastem.store.LiveRelease;
import org.diastem.store.PerRelease;
import org.diastem.text.BadTextQueryException;
import reactor.core.publisher.Mono;

/** The tools by the Model Context Protocol, a message at a time, whatever carries it. Safe for use by several threads. */
public final class ToolServer {
    private static final String NAME = "diastem";
    private static final String SETTING = "setting";
    private static final String INSTRUCTIONS =
            "DiaStem holds what one review says about mesenchymal-stem-cell therapy for diabetes and its complications, as single "
                    + "claims in English and Chinese, with the publications and trials for and against each. It records what texts say "
                    + "and is no medical advice. Find terms first, then ask for claims and their evidence. Name the claim's IRI when you "
                    + "report it, say how certain the text is (a possibility is not a finding), and name contradicting evidence too.";

    private final Supplier<Toolbox> tools;
    private Protocol protocol;

    /** The library: it takes a quarter of the start of a server, most of which nobody asks a tool of. */
    private record Protocol(McpJsonMapper json, McpStatelessServerHandler handler) {}

    /**
     * @param types the kinds of thing that the search may be narrowed to
     * @param nets the claims that may be steps of a path
     */
    public ToolServer(Search search, Set<String> types, PerRelease<MechanismNet> nets) {
        tools = () -> new Toolbox(search, types, nets);
    }

    /** The library, made ready for the first message. */
    private synchronized Protocol protocol() {
        if (protocol == null) {
            protocol = protocol(McpJsonDefaults.getMapper());
        }
        return protocol;
    }

    private Protocol protocol(McpJsonMapper json) {
        Held transport = new Held();
        McpServer.sync(transport)
                .serverInfo(NAME, version())
                .instructions(INSTRUCTIONS)
                .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
                .immediateExecution(true)
                .validateToolInputs(false)
                .tools(tools.get()
                        .tools()
                        .stream()
                        .map(tool -> new McpStatelessServerFeatures.SyncToolSpecification(
                                described(tool),
                                (context, request) -> call(json, tool, request, (Setting) context.get(SETTING))))
                        .toList())
                .build();
        return new Protocol(json, transport.handler);
    }

    private static String version() {
        return Optional.ofNullable(ToolServer.class.getPackage().getImplementationVersion()).orElse("0.1.0");
    }

    /**
     * Answers one message.
     *
     * @return the answer as JSON; empty for a notification, which has none
     * @throws Refusal 400 if it is no message of JSON-RPC
     */
    public Optional<String> answer(String message, LiveRelease.Loaded loaded, Budget budget, QueryGate gate) {
        McpJsonMapper json = protocol().json();
        McpStatelessServerHandler handler = protocol().handler();
        McpTransportContext context = McpTransportContext.create(Map.of(SETTING, new Setting(loaded, budget, gate)));
        try {
            McpSchema.JSONRPCMessage read = McpSchema.deserializeJsonRpcMessage(json, message);
            if (read instanceof McpSchema.JSONRPCRequest request) {
                return Optional.of(json.writeValueAsString(handler.handleRequest(context, request).block()));
            }
            if (read instanceof McpSchema.JSONRPCNotification notification) {
                handler.handleNotification(context, notification).block();
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.of(400, "The body is no message of JSON-RPC 2.0.");
        }
    }

    private static McpSchema.Tool described(Tool tool) {
        return McpSchema.Tool.builder(tool.name(), tool.schema())
                .title(tool.title())
                .description(tool.description())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .title(tool.title())
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private McpSchema.CallToolResult call(
            McpJsonMapper json, Tool tool, McpSchema.CallToolRequest request, Setting setting) {
        Map<String, Object> answer = new LinkedHashMap<>();
        boolean failed = true;
        try {
            Arguments arguments = new Arguments(request.arguments());
            unknown(tool, request);
            answer.putAll(tool.work().run(arguments, setting));
            failed = false;
        } catch (ToolFailure failure) {
            answer.put("error", failure.getMessage());
            answer.put("hint", failure.hint());
        } catch (Refusal refusal) {
            answer.put("error", refusal.getMessage());
            answer.put("hint", "check_query tells what is wrong; find_examples shows queries that work.");
        } catch (BadTextQueryException bad) {
            answer.put("error", bad.getMessage());
            answer.put("hint", "Words alone always work in text:query.");
        } catch (QueryCancelledException spent) {
            answer.put("error", setting.budget().spent().getMessage());
            answer.put("hint", "Ask for less: add a LIMIT, or a more selective pattern.");
        }
        answer.put("release", setting.loaded().release().name());
        try {
            return McpSchema.CallToolResult.builder()
                    .structuredContent(answer)
                    .addTextContent(json.writeValueAsString(answer))
                    .isError(failed)
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }

    private static void unknown(Tool tool, McpSchema.CallToolRequest request) {
        if (request.arguments() != null) {
            request.arguments().keySet().stream().filter(name -> !tool.inputs().containsKey(name)).findFirst().ifPresent(name -> {
                throw new ToolFailure(
                        "The tool has no argument " + name + ".", "Its arguments are " + String.join(", ", tool.inputs().keySet()) + ".");
            });
        }
    }

    /** Keeps the handler that the library makes, so that requests can be handed to it one by one. */
    private static final class Held implements McpStatelessServerTransport {
        private McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler made) {
            handler = made;
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }
}
