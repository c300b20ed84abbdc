// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255",
        "169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.0.2.1",
        "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::2",
        "::ffff:10.0.0.1", "::10.0.0.1", "64:ff9b::a00:1", "100::1", "2001::1", "2001:1ff:ffff::1",
        "2001:db8::1", "2002:a00:1::1", "3fff:fff::1", "4000::1", "fc00::1", "fdff::1", "fe80::1", "fec0::1",
        "ff02::1"})
    void an_address_that_the_internet_does_not_route_is_never_allowed(String address) throws Exception {
        for (AddressRule rule : AddressRule.values()) {
            assertFalse(rule.allows(InetAddress.getByName(address)), address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "127.0.0.0", "127.0.0.1", "127.1.2.3", "127.255.255.255", "::1", "::ffff:127.0.0.1"})
    void this_machine_is_allowed_by_the_switch_alone(String address) throws Exception {
        for (AddressRule rule : AddressRule.values()) {
            assertEquals(rule == AddressRule.PUBLIC_OR_LOOPBACK, rule.allows(InetAddress.getByName(address)), address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.0", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "2001:200::1",
        "2001:4860:4860::8888", "2003::1", "2a00:1450::1", "3ffe::1"})
    void one_that_it_routes_is_allowed(String address) throws Exception {
        for (AddressRule rule : AddressRule.values()) {
            assertTrue(rule.allows(InetAddress.getByName(address)), address);
        }
    }
}
