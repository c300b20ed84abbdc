// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import java.util.List;
import java.util.Objects;

/**
 * Which endpoints queries may call with SERVICE.
 *
 * @param addresses as they stand in a query; none to refuse every SERVICE
 */
public record ServiceSettings(List<String> addresses, AddressRule rule, ServiceLimits limits) {
    /** Every SERVICE is refused. */
    public static final ServiceSettings NONE =
            new ServiceSettings(List.of(), AddressRule.PUBLIC_ONLY, ServiceLimits.STANDARD);

    public ServiceSettings {
        addresses = List.copyOf(addresses);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(limits);
    }
}
