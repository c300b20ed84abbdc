// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.util.Optional;
import java.util.function.Function;
import org.diastem.server.http.Exchange;

/** Whose request it is: the address that connected, or the one that a trusted proxy saw. */
final class Clients implements Function<Exchange, String> {
    private static final int LONGEST_ADDRESS = 64;

    private final boolean trustsProxy;

    Clients(boolean trustsProxy) {
        this.trustsProxy = trustsProxy;
    }

    @Override
    public String apply(Exchange exchange) {
        if (trustsProxy) {
            // The last entry is the one that our own proxy wrote; those before it are the client's word.
            Optional<String> forwarded = exchange.header("X-Forwarded-For")
                    .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                    .filter(address -> !address.isEmpty() && address.length() <= LONGEST_ADDRESS);
            if (forwarded.isPresent()) {
                return forwarded.get();
            }
        }
        return exchange.peer();
    }
}
