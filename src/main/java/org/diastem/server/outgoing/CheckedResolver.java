// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import java.io.Serial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks a host up once and hands on the addresses only if every one of them is allowed. The client connects to just
 * these: a name that means something else at the next question gains nothing.
 */
final class CheckedResolver implements SocketAddressResolver {
    /** The host has an address that no connection may be opened to. */
    static final class AddressRefused extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    private final NameLookup names;
    private final AddressRule rule;
    private final Executor executor;

    CheckedResolver(NameLookup names, AddressRule rule, Executor executor) {
        this.names = names;
        this.rule = rule;
        this.executor = executor;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        executor.execute(() -> {
            List<InetAddress> found;
            try {
                found = names.addressesOf(host);
            } catch (UnknownHostException e) {
                promise.failed(e);
                return;
            }
            if (found.stream().allMatch(rule::allows)) {
                promise.succeeded(found.stream().map(address -> new InetSocketAddress(address, port)).toList());
            } else {
                promise.failed(new AddressRefused());
            }
        });
    }
}
