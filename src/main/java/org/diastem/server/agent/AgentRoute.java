// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.agent;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.FrontDoor;
import org.diastem.server.http.MediaType;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Refusal;
import org.diastem.server.http.Route;
import org.diastem.server.sparql.Budget;
import org.diastem.server.sparql.Desk;
import org.diastem.server.sparql.QueryGate;
import org.diastem.store.LiveRelease;

/**
 * The Model Context Protocol at {@code /mcp}, by its transport "Streamable HTTP" without sessions: a POST for each
 * message, answered as JSON. A request from a page of another site is refused, as that transport asks for.
 */
public final class AgentRoute implements Route {
    private static final String PATH = "/mcp";
    private static final MediaType JSON = MediaType.of("application/json");

    private final LiveRelease live;
    private final Function<Exchange, String> site;
    private final QueryGate gate;
    private final int longestBody;
    private final Desk desk;
    private final ToolServer tools;

    /**
     * @param site tells where the server is reached, without a slash at the end
     * @param longestBody in bytes
     * @param desk takes the work
     */
    public AgentRoute(
            LiveRelease live,
            Function<Exchange, String> site,
            QueryGate gate,
            int longestBody,
            Desk desk,
            ToolServer tools) {
        this.live = live;
        this.site = site;
        this.gate = gate;
        this.longestBody = longestBody;
        this.desk = desk;
        this.tools = tools;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        if (!exchange.method().equals("POST")) {
            throw Refusal.method(exchange.method(), "POST");
        }
        exchange.header("Origin").filter(origin -> !isOurs(origin, site.apply(exchange))).ifPresent(origin -> {
            throw Refusal.of(403, "Pages of other sites may not call the tools; call them from a program.");
        });
        exchange.bodyType(List.of(JSON), "Send a message of JSON-RPC 2.0 as " + JSON + ".");
        exchange.body(longestBody).whenComplete((body, failure) -> FrontDoor.guard(exchange, failure, () -> {
            String message = Parameters.utf8(body);
            desk.take(exchange, budget -> answer(exchange, message, budget));
        }));
    }

    private void answer(Exchange exchange, String message, Budget budget) {
        LiveRelease.Loaded loaded = live.now();
        exchange.setHeader(Exchange.RELEASE_HEADER, loaded.release().name());
        exchange.forbidCaching();
        Optional<String> answer = tools.answer(message, loaded, budget, gate);
        if (answer.isPresent()) {
            exchange.send(Answer.ok(JSON.toString(), answer.get()));
        } else {
            exchange.sendNothing(202);
        }
    }

    /** Whether a page of this server, or of this machine, sent the request. */
    private static boolean isOurs(String origin, String site) {
        try {
            URI from = URI.create(origin);
            URI here = URI.create(site);
            String host = String.valueOf(from.getHost());
            boolean same = host.equals(here.getHost()) && from.getPort() == here.getPort();
            return same || host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
