// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.diastem.problem.EnvironmentException;

/**
 * A request is not answered, and why: what is wrong and what to do instead. The text goes to the client as it is, so it
 * never holds a class name, a path of this machine or a trace. Thrown where the reason is found, written by the
 * {@link FrontDoor}.
 */
public final class Refusal extends RuntimeException {
    /** Characters of a text; what is longer is cut. */
    static final int LONGEST_TEXT = 300;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<String> allow;

    private Refusal(int status, String text, Optional<Duration> retryAfter, Optional<String> allow) {
        super(shortened(text), null, false, false);
        if (status < 400) {
            throw new IllegalArgumentException("no refusal has the status " + status);
        }
        this.status = status;
        this.retryAfter = retryAfter;
        this.allow = allow;
    }

    public static Refusal of(int status, String text) {
        return new Refusal(status, text, Optional.empty(), Optional.empty());
    }

    /**
     * The request is right and the server is not.
     *
     * @param request its number, under which the log tells more
     */
    static Refusal ofFault(Throwable fault, String request) {
        String report = " Please report it with the number " + request + ".";
        return fault instanceof EnvironmentException
                ? of(503, "A file behind this answer is missing or damaged on the server, so nothing is sent." + report)
                : of(500, "This is a fault of the server, not of your request." + report);
    }

    /** The request is well formed and may be tried again after a while. */
    public static Refusal later(int status, String text, Duration after) {
        return new Refusal(status, text, Optional.of(after), Optional.empty());
    }

    /** The path exists, the method does not. */
    public static Refusal method(String method, String allowed) {
        return new Refusal(
                405, "This address does not answer " + method + "; it answers " + allowed + ".", Optional.empty(),
                Optional.of(allowed));
    }

    public int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    Optional<String> allow() {
        return allow;
    }

    private static String shortened(String text) {
        String oneLine = Objects.requireNonNull(text).replaceAll("\\p{Cntrl}+", " ").strip();
        int characters = oneLine.codePointCount(0, oneLine.length());
        return characters <= LONGEST_TEXT
                ? oneLine
                : oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }
}
