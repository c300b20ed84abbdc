// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. Called by several threads at once; may block. */
public interface NameLookup {
    /** As this machine resolves names. */
    NameLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** @return at least one */
    List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
