/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

class SimplePageTest {

    private final Browser browser = RunningSandbox.browser();

    @ParameterizedTest
    @ValueSource(strings = {"", "login.htm", "simple"})
    void where_no_o3_was_assembled_the_usual_addresses_lead_to_it(String path) {
        var answer = browser.get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/openmrs/simple/");
    }

    @Test
    void where_no_o3_was_assembled_none_is_served_and_none_is_promised() {
        assertThat(browser.get("spa/home").status()).isEqualTo(404);
        assertThat(RunningSandbox.sandbox().pages()).singleElement().asString().endsWith("/openmrs/simple/");
    }

    @Test
    void it_says_what_it_is_before_any_script_runs() {
        assertThat(browser.get("simple/").body()).contains("Stand-in for OpenMRS with made-up patients — not for care");
    }

    @Test
    void its_scripts_and_styles_come_from_this_server_and_nowhere_else() {
        assertThat(browser.get("simple/").header("Content-Security-Policy")).startsWith("default-src 'self';");
        assertThat(browser.get("simple/simple.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(browser.get("simple/simple.css").header("Content-Type")).startsWith("text/css");
    }

    @Test
    void what_is_not_part_of_it_is_not_served() {
        assertThat(browser.get("simple/nothing.js").status()).isEqualTo(404);
        assertThat(browser.get("simple/%2e%2e/patients.json").status()).isIn(400, 404);
        assertThat(browser.get("patients.json").status()).isEqualTo(404);
    }
}
