/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P1")
class O3ServletTest {

    private static final String PAGE = "<!doctype html><title>O3</title>";

    @TempDir
    Path folder;

    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void serve() throws IOException, LifecycleException {
        Path spa = folder.resolve("spa");
        put(folder.resolve("secret.json"), "{\"not\":\"for anyone\"}");
        put(spa.resolve("index.html"), PAGE);
        put(spa.resolve("importmap.json"), "{}");
        put(spa.resolve("openmrs.c9721b6106ec5c66.js"), "shell");
        put(spa.resolve("openmrs-esm-login-app-10.0.0/openmrs-esm-login-app.js"), "login");
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("/openmrs", null);
        Tomcat.addServlet(context, "o3", new O3Servlet(new O3Shell(spa)));
        context.addServletMappingDecoded("/spa/*", "o3");
        Tomcat.addServlet(context, "root", new RootRedirectServlet(O3Servlet.HOME));
        context.addServletMappingDecoded("/", "root");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "login.htm", "spa"})
    void the_usual_addresses_lead_to_o3(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/openmrs/spa/home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spa/", "spa/login", "spa/patient/2f0f2f0a/chart/Patient%20Summary", "spa/index.html"})
    void an_address_of_o3s_own_gets_the_page_and_asks_for_it_again_next_time(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PAGE);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void what_says_which_modules_there_are_is_asked_for_each_time() throws Exception {
        assertThat(get("spa/importmap.json").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openmrs.c9721b6106ec5c66.js", "openmrs-esm-login-app-10.0.0/openmrs-esm-login-app.js"})
    void what_never_changes_under_its_name_is_kept_by_the_browser(String path) throws Exception {
        var answer = get("spa/" + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gone.0123456789abcdef.js", "openmrs-esm-login-app-9.0.0/x.js", "openmrs-esm-x-1.0.0/en.json"})
    void a_file_that_is_not_there_is_not_the_page(String path) throws Exception {
        assertThat(get("spa/" + path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.json",
                "%2e%2e/secret.json",
                "..%2fsecret.json",
                "x/..%5c..%5csecret.json",
                "/%2e%2e/%2e%2e/secret.json"
            })
    void nothing_outside_its_folder_is_served(String path) throws Exception {
        var answer = get("spa/" + path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("for anyone");
    }

    @Test
    void a_folder_without_the_page_is_no_shell() {
        assertThat(new O3Shell(folder).isAssembled()).isFalse();
        assertThat(new O3Shell(folder.resolve("spa")).isAssembled()).isTrue();
        assertThat(new O3Shell(folder.resolve("spa")).find("/../secret.json")).isEmpty();
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/openmrs/" + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
