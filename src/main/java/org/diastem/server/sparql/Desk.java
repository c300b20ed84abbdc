// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.diastem.server.http.Exchange;

/**
 * Where the routes hand in their work: each piece gets a budget of its own and goes on the account of its client.
 *
 * @param limits of each piece of work
 * @param client tells whose request it is
 */
public record Desk(Limits limits, Workshop workshop, Function<Exchange, String> client) {
    /** What is to be done within a budget; fails as {@link Workshop.Work} does. */
    public interface Task {
        void run(Budget budget) throws Exception;
    }

    public Desk {
        Objects.requireNonNull(limits);
        Objects.requireNonNull(workshop);
        Objects.requireNonNull(client);
    }

    /** The same with another limit of time. */
    public Desk withTime(Duration time) {
        return new Desk(limits.withTime(time), workshop, client);
    }

    /** @throws org.diastem.server.http.Refusal 429 or 503, as {@link Workshop#take} has it */
    public void take(Exchange exchange, Task task) {
        Budget budget = new Budget(limits);
        workshop.take(exchange, client.apply(exchange), budget, () -> task.run(budget));
    }

    /**
     * As {@link #take(Exchange, Task)}.
     *
     * @param turnedAway called if the task finds no place in time and never runs; the exchange is answered then
     */
    public void take(Exchange exchange, Task task, Runnable turnedAway) {
        Budget budget = new Budget(limits);
        workshop.take(exchange, client.apply(exchange), budget, new Workshop.Work() {
            @Override
            public void run() throws Exception {
                task.run(budget);
            }

            @Override
            public void turnedAway() {
                turnedAway.run();
            }
        });
    }
}
