// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.app;

import java.util.function.BooleanSupplier;
import org.diastem.server.http.Answer;
import org.diastem.server.http.Exchange;
import org.diastem.server.http.Route;

/**
 * For those who watch the server: {@code /$/ping} says that the process lives, {@code /$/ready} that it may be sent
 * requests. They differ while it stops.
 */
final class HealthRoute implements Route {
    private static final String PING = "/$/ping";
    private static final String READY = "/$/ready";

    private final BooleanSupplier ready;

    HealthRoute(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public boolean covers(String path) {
        return path.equals(PING) || path.equals(READY);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.requireReading();
        exchange.forbidCaching();
        boolean well = exchange.path().equals(PING) || ready.getAsBoolean();
        exchange.send(Answer.text(well ? 200 : 503, well ? "OK" : "stopping"));
    }
}
