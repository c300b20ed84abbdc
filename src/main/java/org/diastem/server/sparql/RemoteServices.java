// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.diastem.server.outgoing.RemoteEndpoints;

/** The endpoints of a list, called by HTTP. Safe for use by several threads. */
public final class RemoteServices implements ServicePolicy {
    private final Set<String> addresses;
    private final RemoteEndpoints endpoints;

    public RemoteServices(List<String> addresses, RemoteEndpoints endpoints) {
        this.addresses = new LinkedHashSet<>(addresses);
        this.endpoints = endpoints;
    }

    @Override
    public Set<String> addresses() {
        return Set.copyOf(addresses);
    }

    @Override
    public boolean allows(String address) {
        return addresses.contains(address);
    }

    @Override
    public ServiceExecutorRegistry executors(Budget budget) {
        AtomicInteger requests = new AtomicInteger();
        return new ServiceExecutorRegistry()
                .addBulkLink((service, input, context, next) -> new ServiceJoin(
                        service, input, context, new RemoteCall(this, endpoints, budget, requests), budget));
    }
}
