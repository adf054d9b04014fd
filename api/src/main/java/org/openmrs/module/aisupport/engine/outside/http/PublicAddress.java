/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Whether an address is one of the public internet: none of the IANA special-purpose registries (RFC 6890) that a server in a practice
 * could reach, and none that carries such a one inside.
 */
final class PublicAddress {

    /** First bytes and length in bits of what is not public, IPv4. Loopback, private, link-local and multicast are the JDK's to tell. */
    private static final List<Range> NOT_PUBLIC_4 = List.of(
            new Range(8, 0), // this network
            new Range(10, 100, 64), // shared with a provider, RFC 6598
            new Range(24, 192, 0, 0), // protocol assignments
            new Range(24, 192, 0, 2), // documentation
            new Range(24, 192, 88, 99), // relays from IPv6
            new Range(15, 198, 18), // benchmarks
            new Range(24, 198, 51, 100), // documentation
            new Range(24, 203, 0, 113), // documentation
            new Range(4, 240)); // reserved, and broadcast

    private static final Range GLOBAL_UNICAST_6 = new Range(3, 0x20);

    private static final List<Range> NOT_PUBLIC_6 = List.of(
            new Range(23, 0x20, 0x01, 0x00), // protocol assignments, Teredo among them: it carries an IPv4 address
            new Range(32, 0x20, 0x01, 0x0d, 0xb8), // documentation
            new Range(16, 0x20, 0x02), // 6to4, which carries an IPv4 address
            new Range(20, 0x3f, 0xff, 0x00)); // documentation

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && isPublic(address);
    }

    /** IPv6 by what is public and not by what isn't: unique local (fc00::/7) and NAT64 (64:ff9b::/96) lie outside 2000::/3. */
    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(range -> range.holds(bytes));
        }
        return address instanceof Inet6Address
                && GLOBAL_UNICAST_6.holds(bytes)
                && NOT_PUBLIC_6.stream().noneMatch(range -> range.holds(bytes));
    }

    private record Range(int bits, int... first) {
        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int at = bit / Byte.SIZE;
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[at] & mask) != (first[at] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
