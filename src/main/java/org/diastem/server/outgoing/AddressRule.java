// SPDX-License-Identifier: Apache-2.0
package org.diastem.server.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses may be connected to. It judges the number, so no spelling of it and no name in DNS gets past. */
public enum AddressRule {
    /** Those that the internet routes, and none that means this machine, its network or nobody. */
    PUBLIC_ONLY,
    /** Those, and this machine: for tests and trials, where the other endpoint runs beside ours. */
    PUBLIC_OR_LOOPBACK;

    private record Range(int first, int prefixLength) {
        static Range of(int a, int b, int c, int d, int prefixLength) {
            return new Range(a << 24 | b << 16 | c << 8 | d, prefixLength);
        }

        boolean holds(int address) {
            return (address ^ first) >>> (Integer.SIZE - prefixLength) == 0;
        }
    }

    /** The registry of special-purpose addresses (RFC 6890 and its updates), multicast and what is reserved. */
    private static final Range[] SPECIAL = {
        Range.of(0, 0, 0, 0, 8), Range.of(10, 0, 0, 0, 8), Range.of(100, 64, 0, 0, 10), Range.of(127, 0, 0, 0, 8),
        Range.of(169, 254, 0, 0, 16), Range.of(172, 16, 0, 0, 12), Range.of(192, 0, 0, 0, 24),
        Range.of(192, 0, 2, 0, 24), Range.of(192, 88, 99, 0, 24), Range.of(192, 168, 0, 0, 16),
        Range.of(198, 18, 0, 0, 15), Range.of(198, 51, 100, 0, 24), Range.of(203, 0, 113, 0, 24),
        Range.of(224, 0, 0, 0, 4), Range.of(240, 0, 0, 0, 4)
    };

    /** Whether a connection to the address may be opened. */
    public boolean allows(InetAddress address) {
        return address.isLoopbackAddress() ? this == PUBLIC_OR_LOOPBACK : isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            int number = pair(bytes, 0) << 16 | pair(bytes, 2);
            for (Range range : SPECIAL) {
                if (range.holds(number)) {
                    return false;
                }
            }
            return true;
        }
        int first = pair(bytes, 0);
        int second = pair(bytes, 2);
        // Global unicast is 2000::/3. Of it 2001::/23 and 2002::/16 are special or wrap an IPv4 address, and
        // 2001:db8::/32 and 3fff::/20 are for documents.
        return (first & 0xE000) == 0x2000
                && !(first == 0x2001 && (second < 0x0200 || second == 0x0DB8))
                && first != 0x2002
                && !(first == 0x3FFF && second < 0x1000);
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
