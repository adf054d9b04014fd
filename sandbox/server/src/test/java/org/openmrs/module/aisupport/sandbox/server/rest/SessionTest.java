/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

class SessionTest {

    private final Browser anyone = RunningSandbox.browser();

    @Test
    void right_credentials_log_the_session_in_and_the_cookie_alone_goes_on() {
        Browser doctor = anyone.asDoctor();

        assertThat(doctor.rest("session").json().get("authenticated").asBoolean())
                .isTrue();
        var withCookie = doctor.getWithCookiesOnly("ws/rest/v1/session").json();

        assertThat(withCookie.get("user").get("username").asText()).isEqualTo("doctor");
        assertThat(withCookie.get("user").get("person").get("display").asText()).isEqualTo("Astrid Nygaard");
        assertThat(withCookie.get("currentProvider").get("display").asText()).isEqualTo("GP-1 - Astrid Nygaard");
        assertThat(withCookie.get("user").get("privileges"))
                .extracting(each -> each.get("display").asText())
                .contains("Get Patients", "Get Observations")
                .doesNotContain("Manage Roles");
    }

    @Test
    void wrong_credentials_are_anonymous_and_not_refused() {
        var session = anyone.as("doctor", "doctor123").rest("session");

        assertThat(session.status()).isEqualTo(200);
        assertThat(session.json().get("authenticated").asBoolean()).isFalse();
        assertThat(session.json().has("user")).isFalse();
    }

    @Test
    void the_cookie_is_hidden_from_scripts_and_stays_on_this_site() {
        assertThat(anyone.asDoctor().rest("session").header("Set-Cookie"))
                .startsWith("JSESSIONID=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void after_logging_out_the_session_is_nobodys() {
        Browser doctor = anyone.asDoctor();
        doctor.rest("session");

        assertThat(doctor.delete("ws/rest/v1/session").status()).isEqualTo(204);

        // The first answer says that the old session is gone, as webservices.rest does; the next one is anonymous.
        assertThat(doctor.getWithCookiesOnly("ws/rest/v1/session").status()).isEqualTo(401);
        assertThat(doctor.getWithCookiesOnly("ws/rest/v1/session")
                        .json()
                        .get("authenticated")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void the_administrator_is_no_provider() {
        assertThat(anyone.asAdmin()
                        .rest("session")
                        .json()
                        .get("currentProvider")
                        .isNull())
                .isTrue();
    }

    @Test
    void the_language_is_kept_for_the_session() {
        Browser doctor = anyone.asDoctor();

        assertThat(doctor.post("ws/rest/v1/session", "{\"locale\":\"da\"}").status())
                .isEqualTo(200);

        assertThat(doctor.rest("session").json().get("locale").asText()).isEqualTo("da");
    }

    @Test
    void credentials_that_are_none_are_refused_and_so_is_xml() {
        assertThat(anyone.get("ws/rest/v1/session", "Authorization", "Basic bm9jb2xvbg==")
                        .status())
                .isEqualTo(400);
        assertThat(anyone.get("ws/rest/v1/session", "Content-Type", "application/xml")
                        .status())
                .isEqualTo(415);
    }
}
