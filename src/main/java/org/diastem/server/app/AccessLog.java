// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JsonObject;
import org.diastem.server.http.FrontDoor;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/**
 * A line for each answered request: a JSON object, so that nothing that a client writes can begin a line of its own. The
 * query string is left out unless it is asked for, since it may tell what somebody is working on.
 */
final class AccessLog implements RequestLog {
    private static final int LONGEST_FIELD = 2_000;

    private final Consumer<String> lines;
    private final boolean withQueries;
    private final Clients clients;

    /** @param clients tells whose request it is, as the limits take it */
    AccessLog(Consumer<String> lines, boolean withQueries, Clients clients) {
        this.lines = Objects.requireNonNull(lines);
        this.withQueries = withQueries;
        this.clients = clients;
    }

    @Override
    public void log(Request request, Response response) {
        JsonObject line = new JsonObject();
        line.put("time", Instant.now().toString());
        line.put("id", String.valueOf(request.getAttribute(FrontDoor.ID)));
        line.put("client", shown(clients.of(request)));
        line.put("method", shown(request.getMethod()));
        line.put("path", shown(request.getHttpURI().getPath()));
        if (withQueries && request.getHttpURI().getQuery() != null) {
            line.put("query", shown(request.getHttpURI().getQuery()));
        }
        line.put("status", response.getStatus());
        line.put("bytes", Response.getContentBytesWritten(response));
        line.put("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()));
        line.put("agent", shown(request.getHeaders().get("User-Agent")));
        lines.accept(oneLine(line));
    }

    private static String shown(String value) {
        String known = Optional.ofNullable(value).orElse("");
        return known.length() <= LONGEST_FIELD ? known : known.substring(0, LONGEST_FIELD) + "…";
    }

    /** Jena's JSON writer breaks lines between members. */
    private static String oneLine(JsonObject object) {
        return object.toString().replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
