// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

/** Which other endpoints a query may call with SERVICE. */
public interface ServicePolicy {
    /** None: the server never opens a connection for a client. */
    ServicePolicy NONE = address -> false;

    /** @param address as it stands in the query */
    boolean allows(String address);
}
