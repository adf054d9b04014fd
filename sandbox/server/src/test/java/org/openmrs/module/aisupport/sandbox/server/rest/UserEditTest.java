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

/** {@code POST user/U}, and where people log in. */
class UserEditTest {

    private static final String CLERK = "2ab06112-b2b4-5586-b4cf-3f96099f8371";
    private static final String PRACTICE = "e33bf392-f30c-533c-9001-cd1988ef56fb";

    private final Browser anyone = RunningSandbox.browser();
    private final Browser admin = anyone.asAdmin();

    @Test
    void a_user_may_not_even_edit_what_is_remembered_of_them() {
        var answer = post(anyone.asClerk(), CLERK, "{'userProperties':{'theme':'dark'}}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Privileges required: Edit Users");
        assertThat(post(anyone, CLERK, "{}").status()).isEqualTo(401);
    }

    @Test
    void the_administrator_says_what_is_remembered_and_nothing_else() {
        String both = "{'userProperties':{'defaultLocation':'%s','theme':'dark'}}".formatted(PRACTICE);

        assertThat(post(admin, CLERK, both).json().at("/userProperties/theme").asText())
                .isEqualTo("dark");
        assertThat(post(admin, CLERK, both.replace(",'theme':'dark'", ""))
                        .json()
                        .get("userProperties"))
                .hasToString("{\"defaultLocation\":\"" + PRACTICE + "\"}");
        assertThat(post(admin, CLERK, "{'username':'other'}").status()).isEqualTo(400);
        assertThat(post(admin, Creating.UNKNOWN, "{}").status()).isEqualTo(404);
    }

    @Test
    void people_log_in_where_they_work() {
        assertThat(anyone.asDoctor()
                        .rest("session")
                        .json()
                        .at("/sessionLocation/uuid")
                        .asText())
                .isEqualTo(PRACTICE);
        assertThat(anyone.rest("session").json().has("sessionLocation")).isFalse();
    }

    @Test
    void a_session_goes_on_at_the_location_that_was_chosen_and_at_no_other() {
        Browser doctor = anyone.asDoctor();

        var chosen = doctor.post("ws/rest/v1/session", "{\"sessionLocation\":\"" + PRACTICE + "\"}");
        var unknown = doctor.post("ws/rest/v1/session", "{\"sessionLocation\":\"nowhere\"}");

        assertThat(chosen.json().at("/sessionLocation/display").asText()).isEqualTo("Nordengen Practice (made up)");
        assertThat(unknown.status()).isEqualTo(500);
        assertThat(doctor.rest("session").json().at("/sessionLocation/uuid").asText())
                .isEqualTo(PRACTICE);
        assertThat(anyone.post("ws/rest/v1/session", "{\"sessionLocation\":\"" + PRACTICE + "\"}")
                        .status())
                .isEqualTo(401);
    }

    private static Browser.Answer post(Browser who, String user, String body) {
        return who.post("ws/rest/v1/user/" + user, body.replace('\'', '"'));
    }
}
