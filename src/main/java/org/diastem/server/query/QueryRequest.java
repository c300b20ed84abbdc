// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.MediaType;
import org.diastem.server.http.Parameters;
import org.diastem.server.http.Refusal;
import org.diastem.server.sparql.OutputFormat;

/**
 * A query operation of the SPARQL 1.1 Protocol, section 2.1.
 *
 * @param query its text
 * @param format what {@code format=} or the end of the path names
 */
record QueryRequest(String query, Set<String> defaultGraphs, Set<String> namedGraphs, Optional<String> format) {
    static final MediaType FORM = MediaType.of("application/x-www-form-urlencoded");
    static final MediaType QUERY = MediaType.of("application/sparql-query");

    QueryRequest {
        defaultGraphs = Set.copyOf(defaultGraphs);
        namedGraphs = Set.copyOf(namedGraphs);
    }

    /** The same for the same question in the same format, on whatever machine. */
    String canonical(OutputFormat chosen) {
        return String.join(
                "\n",
                chosen.suffix(),
                defaultGraphs.stream().sorted().toList().toString(),
                namedGraphs.stream().sorted().toList().toString(),
                query);
    }

    /** The question alone: what is named as its format has been heard. */
    QueryRequest withoutFormat() {
        return format.isEmpty() ? this : new QueryRequest(query, defaultGraphs, namedGraphs, Optional.empty());
    }

    static QueryRequest of(Parameters parameters, Optional<String> suffix) {
        if (parameters.has("update")) {
            throw Refusal.of(403, "This endpoint is read-only: it answers queries and takes no updates.");
        }
        String query = parameters
                .single("query")
                .orElseThrow(() -> Refusal.of(400, "The parameter query is missing; it holds the text of the query."));
        return of(query, parameters, suffix);
    }

    private static QueryRequest of(String query, Parameters parameters, Optional<String> suffix) {
        if (query.isBlank()) {
            throw Refusal.of(400, "The query is empty.");
        }
        return new QueryRequest(
                query,
                new LinkedHashSet<>(parameters.all("default-graph-uri")),
                new LinkedHashSet<>(parameters.all("named-graph-uri")),
                parameters.single("format").filter(name -> !name.isBlank()).or(() -> suffix));
    }

    /** The operation that a body asks for, by its content type. */
    static QueryRequest ofBody(Exchange exchange, byte[] body, Optional<String> suffix) {
        MediaType type = bodyType(exchange);
        if (type.equals(FORM)) {
            return of(Parameters.of(Parameters.utf8(body)).and(exchange.parameters()), suffix);
        }
        if (exchange.parameters().has("query")) {
            throw Refusal.of(400, "The query is given twice, in the address and in the body.");
        }
        return of(Parameters.utf8(body), exchange.parameters(), suffix);
    }

    /** @throws Refusal 415 if it is none that a query can be sent in */
    static MediaType bodyType(Exchange exchange) {
        return exchange.bodyType(
                List.of(QUERY, FORM),
                "Send a query by POST as " + QUERY + ", or as " + FORM + " with the parameter query.");
    }
}
