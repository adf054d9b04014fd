/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The practice's list of hosts that may be called (X2), and what the names on it must lead to. A name that stands for a machine of the
 * practice's own network must not be reached through an engine's address, unless the list says so: else whoever answers for the name
 * could make this server call its neighbours.
 */
public final class AllowedHosts {

    private static final String LOOPBACK = "localhost";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final List<AllowedHost> hosts;
    private final HostResolver resolver;

    public AllowedHosts(List<AllowedHost> hosts, HostResolver resolver) {
        this.hosts = List.copyOf(hosts);
        this.resolver = resolver;
    }

    /** With the names as this server resolves them. */
    public AllowedHosts(List<AllowedHost> hosts) {
        this(hosts, host -> List.of(InetAddress.getAllByName(host)));
    }

    /**
     * What is wrong with an address as it is written; asks no name server, so an administrator's form can use it.
     *
     * @return empty where it may be called if its name leads to where it should
     */
    public Optional<ExchangeFailure> problemOf(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return Optional.of(ExchangeFailure.ADDRESS_MALFORMED);
        }
        if (!isSafeScheme(address)) {
            return Optional.of(ExchangeFailure.NOT_HTTPS);
        }
        return entryFor(address).isEmpty() ? Optional.of(ExchangeFailure.HOST_NOT_ALLOWED) : Optional.empty();
    }

    /** The same, with the name looked up. May wait for a name server: never in a GP's request thread without a limit. */
    Optional<ExchangeFailure> refusalOf(URI address) {
        Optional<ExchangeFailure> written = problemOf(address);
        return written.isPresent()
                ? written
                : refusalByAddress(address, entryFor(address).orElseThrow());
    }

    private Optional<ExchangeFailure> refusalByAddress(URI address, AllowedHost entry) {
        try {
            List<InetAddress> found = resolver.resolve(plainHost(address));
            if (found.isEmpty()) {
                return Optional.of(ExchangeFailure.HOST_UNKNOWN);
            }
            // http leaves nothing between the two; a name that only calls itself localhost is not enough.
            boolean plain = !isHttps(address);
            boolean fine = plain
                    ? found.stream().allMatch(InetAddress::isLoopbackAddress)
                    : entry.inside() || found.stream().allMatch(PublicAddress::is);
            return fine ? Optional.empty() : Optional.of(ExchangeFailure.INSIDE_ADDRESS);
        } catch (UnknownHostException unknown) {
            return Optional.of(ExchangeFailure.HOST_UNKNOWN);
        }
    }

    private Optional<AllowedHost> entryFor(URI address) {
        int usual = isHttps(address) ? HTTPS : HTTP;
        int port = address.getPort() < 0 ? usual : address.getPort();
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return hosts.stream().filter(entry -> entry.covers(host, port, usual)).findFirst();
    }

    private static boolean isSafeScheme(URI address) {
        return isHttps(address) || ("http".equalsIgnoreCase(address.getScheme()) && isLoopbackName(address));
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static boolean isLoopbackName(URI address) {
        String host = plainHost(address);
        return host.equals(LOOPBACK) || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static String plainHost(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
