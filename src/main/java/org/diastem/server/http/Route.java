// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.http;

/** Answers the requests for some paths. Called by several threads at once. */
public interface Route {
    /** @param path percent-decoded, beginning with a slash */
    boolean covers(String path);

    /**
     * Answers the exchange, now or later and from any thread, exactly once. A thread of the server waits for the return,
     * so work that may last goes elsewhere.
     *
     * @throws Refusal instead of an answer
     */
    void answer(Exchange exchange);
}
