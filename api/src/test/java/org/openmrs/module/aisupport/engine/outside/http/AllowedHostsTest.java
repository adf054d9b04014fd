/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.ADDRESS_MALFORMED;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.HOST_NOT_ALLOWED;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.HOST_UNKNOWN;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.INSIDE_ADDRESS;
import static org.openmrs.module.aisupport.engine.outside.http.ExchangeFailure.NOT_HTTPS;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X2")
class AllowedHostsTest {

    private static final String PUBLIC = "93.184.215.14";

    private final List<String> lookedUp = new ArrayList<>();

    @Test
    void only_a_host_and_port_on_the_list_may_be_called() {
        AllowedHosts hosts = hosts(PUBLIC, "cds.example.org", "other.example.org:8443");

        assertThat(hosts.refusalOf(URI.create("https://cds.example.org/cds-services")))
                .isEmpty();
        assertThat(hosts.refusalOf(URI.create("https://CDS.example.org:443/"))).isEmpty();
        assertThat(hosts.refusalOf(URI.create("https://other.example.org:8443/")))
                .isEmpty();
        assertThat(hosts.refusalOf(URI.create("https://other.example.org/"))).contains(HOST_NOT_ALLOWED);
        assertThat(hosts.refusalOf(URI.create("https://cds.example.org:8443/"))).contains(HOST_NOT_ALLOWED);
        assertThat(hosts.refusalOf(URI.create("https://sub.cds.example.org/"))).contains(HOST_NOT_ALLOWED);
        assertThat(hosts.refusalOf(URI.create("https://cds.example.org.evil.example/")))
                .contains(HOST_NOT_ALLOWED);
        assertThat(hosts.refusalOf(URI.create("https://cds.example.org./"))).contains(HOST_NOT_ALLOWED);
    }

    @Test
    void an_empty_list_allows_nothing() {
        assertThat(hosts(PUBLIC).refusalOf(URI.create("https://cds.example.org/")))
                .contains(HOST_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:word@cds.example.org/",
                "https://user@cds.example.org/",
                "https://@cds.example.org/",
                "https://cds.example.org/#part",
                "https:///path",
                "https:cds.example.org",
                "/cds-services",
                "https://cds_example/"
            })
    void an_address_with_a_user_or_without_a_host_is_malformed(String address) {
        assertThat(hosts(PUBLIC, "cds.example.org").refusalOf(URI.create(address)))
                .contains(ADDRESS_MALFORMED);
        assertThat(lookedUp).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cds.example.org/",
                "ftp://cds.example.org/",
                "file://cds.example.org/etc/passwd",
                "ws://cds.example.org/"
            })
    void only_https_leaves_this_machine(String address) {
        AllowedHosts hosts = hosts(PUBLIC, "cds.example.org", "cds.example.org:80", "inside:cds.example.org:21");

        assertThat(hosts.refusalOf(URI.create(address))).contains(NOT_HTTPS);
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void plain_http_is_for_this_machine_alone_and_on_the_list_too() {
        assertThat(hosts("127.0.0.1", "localhost:11434").refusalOf(URI.create("http://localhost:11434/v1")))
                .isEmpty();
        assertThat(hosts("127.0.0.9", "127.0.0.9:80").refusalOf(URI.create("http://127.0.0.9/")))
                .isEmpty();
        assertThat(hosts("::1", "[::1]:8080").refusalOf(URI.create("http://[::1]:8080/")))
                .isEmpty();
        assertThat(hosts("127.0.0.1").refusalOf(URI.create("http://localhost:11434/v1")))
                .contains(HOST_NOT_ALLOWED);
        assertThat(hosts("10.0.0.1", "inside:localhost:11434").refusalOf(URI.create("http://localhost:11434/v1")))
                .contains(INSIDE_ADDRESS);
        assertThat(hosts("127.0.0.1", "inside:localhost.example.org")
                        .refusalOf(URI.create("http://localhost.example.org/")))
                .contains(NOT_HTTPS);
        assertThat(hosts("127.0.0.1", "inside:127.0.0.1.example.org")
                        .refusalOf(URI.create("http://127.0.0.1.example.org/")))
                .contains(NOT_HTTPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:a00:1::1",
                "2001::1",
                "2001:db8::1",
                "2001:10::1",
                "100::1",
                "3fff::1",
                "4000::1"
            })
    void a_name_that_leads_inside_is_refused_unless_it_is_allowed_inside(String address) {
        URI engine = URI.create("https://cds.example.org/");

        assertThat(hosts(address, "cds.example.org").refusalOf(engine)).contains(INSIDE_ADDRESS);
        assertThat(hosts(address, "inside:cds.example.org").refusalOf(engine)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.1.1.1",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "198.17.255.255",
                "198.20.0.1",
                "203.0.114.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a01:4f8::1",
                "2001:4860::8888",
                "2003::1",
                "::ffff:1.1.1.1"
            })
    void a_public_address_is_not(String address) {
        assertThat(hosts(address, "cds.example.org").refusalOf(URI.create("https://cds.example.org/")))
                .isEmpty();
    }

    @Test
    void one_address_inside_among_public_ones_is_enough_to_refuse() {
        AllowedHosts hosts = new AllowedHosts(
                List.of(AllowedHost.of("cds.example.org")), host -> List.of(literal(PUBLIC), literal("192.168.1.1")));

        assertThat(hosts.refusalOf(URI.create("https://cds.example.org/"))).contains(INSIDE_ADDRESS);
    }

    @Test
    void an_address_in_figures_is_looked_at_like_a_name() {
        assertThat(new AllowedHosts(List.of(AllowedHost.of("192.168.1.1")))
                        .refusalOf(URI.create("https://192.168.1.1/")))
                .contains(INSIDE_ADDRESS);
        // As the system reads it: 127.0.0.1 in one figure.
        assertThat(new AllowedHosts(List.of(AllowedHost.of("2130706433"))).refusalOf(URI.create("https://2130706433/")))
                .isPresent();
    }

    @Test
    void a_name_that_nobody_knows_is_refused() {
        AllowedHosts hosts = new AllowedHosts(List.of(AllowedHost.of("cds.example.org")), host -> {
            throw new UnknownHostException(host);
        });

        assertThat(hosts.refusalOf(URI.create("https://cds.example.org/"))).contains(HOST_UNKNOWN);
        assertThat(new AllowedHosts(List.of(AllowedHost.of("cds.example.org")), host -> List.of())
                        .refusalOf(URI.create("https://cds.example.org/")))
                .contains(HOST_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "*.example.org",
                "https://cds.example.org",
                "cds.example.org/path",
                "user@cds.example.org",
                "cds.example.org:0",
                "cds.example.org:65536",
                "cds.example.org:",
                "inside:",
                "a b",
                "cds..example.org:x"
            })
    void what_is_no_host_is_no_entry_of_the_list(String text) {
        assertThatThrownBy(() -> AllowedHost.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_says_nothing_and_writes_no_header_of_its_own() {
        assertThat(new Secret("abc.DEF-123==")).hasToString("(secret)");
        assertThat(new OutgoingRequest(
                        URI.create("https://cds.example.org/key-in-the-path"),
                        Optional.of("payload".getBytes(StandardCharsets.UTF_8)),
                        Optional.of(new Secret("abc")),
                        OutgoingRequest.Answer.JSON))
                .hasToString("OutgoingRequest[cds.example.org, 7 bytes]");
        assertThatThrownBy(() -> new Secret("abc\r\nX-Other: 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("abc");
    }

    private AllowedHosts hosts(String leadsTo, String... allowed) {
        return new AllowedHosts(Arrays.stream(allowed).map(AllowedHost::of).toList(), host -> {
            lookedUp.add(host);
            return List.of(literal(leadsTo));
        });
    }

    private static InetAddress literal(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }
}
