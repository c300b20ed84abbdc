// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.diastem.server.http.Exchange;
import org.eclipse.jetty.server.Request;

/** Whose request it is: the address that connected, or the one that a trusted proxy saw. */
final class Clients implements Function<Exchange, String> {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final int LONGEST_ADDRESS = 64;

    private final boolean trustsProxy;

    Clients(boolean trustsProxy) {
        this.trustsProxy = trustsProxy;
    }

    @Override
    public String apply(Exchange exchange) {
        return of(exchange.header(FORWARDED), exchange.peer());
    }

    /** For the log, which sees the request from outside. */
    String of(Request request) {
        List<String> lines = request.getHeaders().getValuesList(FORWARDED);
        return of(
                lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines)), Request.getRemoteAddr(request));
    }

    private String of(Optional<String> forwarded, String peer) {
        // The last entry is the one that our own proxy wrote; those before it are the client's word.
        return forwarded.filter(unused -> trustsProxy)
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .filter(address -> !address.isEmpty() && address.length() <= LONGEST_ADDRESS)
                .orElse(peer);
    }
}
