// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.sparql;

import java.util.Set;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;

/** Which other endpoints a query may call with SERVICE, and how they are called. */
public interface ServicePolicy {
    /** None: the server never opens a connection for a client. */
    ServicePolicy NONE = new ServicePolicy() {
        @Override
        public Set<String> addresses() {
            return Set.of();
        }

        @Override
        public ServiceExecutorRegistry executors(Budget budget) {
            return new ServiceExecutorRegistry().addBulkLink((service, input, context, next) -> {
                input.close();
                throw budget.refuse(ServiceJoin.notAllowed(service.getService()));
            });
        }
    };

    /** As they stand in a query. */
    Set<String> addresses();

    /** What ARQ hands each SERVICE of one query to, and nothing of ARQ's own. */
    ServiceExecutorRegistry executors(Budget budget);

    /** @param address as it stands in the query */
    default boolean allows(String address) {
        return addresses().contains(address);
    }
}
