/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What certificate an engine must have; and that the payload is not shown to one that has another. */
@Tag("X2")
@Timeout(60)
class TrustTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final ExchangeLimits LIMITS =
            new ExchangeLimits(Duration.ofSeconds(1), Duration.ofSeconds(30), 1000, 1);

    @TempDir
    private Path directory;

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent() throws Exception {
        SSLContext server = certificate("ip:127.0.0.1");

        assertRefused(server, Optional.empty());
    }

    @Test
    void a_trusted_certificate_for_another_host_is_refused_before_anything_is_sent() throws Exception {
        SSLContext server = certificate("dns:elsewhere.example.org");

        assertRefused(server, Optional.of(server));
    }

    @Test
    void what_never_finishes_its_greeting_is_no_connection() throws Exception {
        // Takes the greeting for the head of a request, and waits for its end.
        try (WireServer server =
                        WireServer.on(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), WireServer.json("{}"));
                GuardedExchange exchange = exchange(server, Optional.empty())) {
            assertThat(exchange.send(post(server))).returns(ExchangeFailure.NO_CONNECTION, Failures::reason);
            assertThat(server.received()).isEmpty();
        }
    }

    /** Else the refusals above could have any reason. */
    @Test
    void a_trusted_certificate_for_this_host_is_accepted() throws Exception {
        SSLContext context = certificate("ip:127.0.0.1");
        try (WireServer server = secure(context);
                GuardedExchange exchange = exchange(server, Optional.of(context))) {
            assertThat(exchange.send(post(server))).isInstanceOf(ExchangeResult.Answered.class);
            assertThat(server.received()).singleElement().returns("{}", WireServer.Received::text);
        }
    }

    private static void assertRefused(SSLContext serverSide, Optional<SSLContext> trust) throws Exception {
        try (WireServer server = secure(serverSide);
                GuardedExchange exchange = exchange(server, trust)) {
            ExchangeFailure reason = Failures.reason(exchange.send(post(server)));

            assertThat(reason).isEqualTo(ExchangeFailure.NOT_TRUSTED);
            assertThat(reason.mayHaveLeft()).isFalse();
            assertThat(server.received()).isEmpty();
        }
    }

    private static OutgoingRequest post(WireServer server) {
        return OutgoingRequest.post(server.address("/"), "{}".getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static GuardedExchange exchange(WireServer server, Optional<SSLContext> trust) {
        return new GuardedExchange(new AllowedHosts(List.of(server.asAllowed())), LIMITS, trust);
    }

    private static WireServer secure(SSLContext context) throws Exception {
        return WireServer.on(
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress()),
                WireServer.json("{}"));
    }

    /** Made for this test by the JDK's own tool; the context both shows and trusts it. */
    private SSLContext certificate(String name) throws Exception {
        Path store = directory.resolve("store.p12");
        Files.deleteIfExists(store);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "engine",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=engine",
                        "-ext",
                        "san=" + name,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD);
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, PASSWORD);
        anchors.setCertificateEntry("engine", keys.getCertificate("engine"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
