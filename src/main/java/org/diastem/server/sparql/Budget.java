// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diastem.server.http.Refusal;

/**
 * What a running query has left. The query's thread spends it; any other thread may {@link #stop} the query, which then
 * ends at its next step: every read of the graph, every row of every operator, every thousandth character of a regular
 * expression looks here.
 */
public final class Budget {
    private static final int CHARACTERS_PER_ROW = 200;
    private static final String NARROWER = " Ask for less: add a LIMIT, a more selective pattern, or split the query.";

    private final Limits limits;
    private final AtomicBoolean signal = new AtomicBoolean();
    private volatile String reason;
    private volatile Refusal refusal;
    private volatile boolean ownFault;
    private volatile long held;
    private long rows;

    public Budget(Limits limits) {
        this.limits = Objects.requireNonNull(limits);
    }

    public Limits limits() {
        return limits;
    }

    /** The flag that ARQ's own iterators look at. */
    AtomicBoolean signal() {
        return signal;
    }

    /** Ends the query with that reason, if it has none yet. */
    public void stop(String why) {
        if (reason == null) {
            reason = why;
        }
        signal.set(true);
    }

    /**
     * Ends the query with a refusal, wherever in its work the reason was found: ARQ takes what is thrown inside a
     * FILTER for an error of that one row, and would go on.
     *
     * @return the same, to be thrown
     */
    Refusal refuse(Refusal why) {
        if (refusal == null) {
            refusal = why;
        }
        signal.set(true);
        return why;
    }

    public void stopForTime() {
        ownFault |= reason == null;
        stop("The query was stopped after its " + shown(limits.time().toMillis()) + " of time." + NARROWER);
    }

    /**
     * @throws BudgetSpent if the query was stopped
     * @throws Refusal if it was refused while it ran
     */
    public void check() {
        if (signal.get()) {
            throw spent();
        }
    }

    public boolean isStopped() {
        return signal.get();
    }

    /** What to throw of a query that was ended, whatever way the end came through: its refusal, if it has one. */
    public RuntimeException spent() {
        Refusal refused = refusal;
        String why = reason;
        return refused != null ? refused : new BudgetSpent(why == null ? "The query was stopped." : why);
    }

    /** What to tell the client of a query that was ended. */
    Refusal told() {
        Refusal refused = refusal;
        return refused != null ? refused : Refusal.later(503, spent().getMessage(), Duration.ofSeconds(10));
    }

    /** What everybody is told who asks the same; empty if the query did not end by what it is. */
    public Optional<Refusal> verdict() {
        return ownFault || refusal != null ? Optional.of(told()) : Optional.empty();
    }

    /** Rows that operators keep now, about. */
    public long kept() {
        return held;
    }

    /** A row or triple more is kept. */
    public void keep() {
        // Only the query's own thread writes; others read a recent value.
        long now = held + 1;
        held = now;
        if (now > limits.keptRows()) {
            throw exceeded("The query keeps more than " + limits.keptRows()
                    + " rows at once to sort, group, join or tell apart." + NARROWER);
        }
    }

    /** A long string is kept: it counts as the rows that would need as much memory. */
    void keepCharacters(long characters) {
        long now = held + characters / CHARACTERS_PER_ROW;
        held = now;
        if (now > limits.keptRows()) {
            throw exceeded("The strings that the query builds need too much memory." + NARROWER);
        }
    }

    /** A row or triple of the answer. */
    public void row() {
        check();
        rows++;
        if (rows > limits.rows()) {
            throw exceeded("The answer has more than " + limits.rows()
                    + " rows. Ask for parts with LIMIT and OFFSET, or take a dump.");
        }
    }

    /** Called with all bytes of the answer so far. */
    public void bytes(long soFar) {
        if (soFar > limits.bytes()) {
            throw exceeded("The answer has more than " + limits.bytes()
                    + " bytes. Ask for parts with LIMIT and OFFSET, or take a dump.");
        }
    }

    void stringOf(long characters) {
        if (characters > limits.stringLength()) {
            throw exceeded("The query builds a string of more than " + limits.stringLength() + " characters.");
        }
    }

    void numberOf(long digits) {
        if (digits > limits.digits()) {
            throw exceeded("The query works out a number of more than " + limits.digits() + " digits.");
        }
    }

    private RuntimeException exceeded(String why) {
        ownFault |= reason == null;
        stop(why);
        return spent();
    }

    private static String shown(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
