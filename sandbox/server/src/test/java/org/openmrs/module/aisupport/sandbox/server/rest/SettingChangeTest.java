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

/** {@code POST systemsetting/S} */
class SettingChangeTest {

    private static final String FILLED = "{\"value\":\"true\"}";

    private final Browser admin = RunningSandbox.browser().asAdmin();

    @Test
    void an_administrator_changes_a_setting_and_nobody_else() {
        String setting = "ws/rest/v1/systemsetting/visits.allowOverlappingVisits";

        assertThat(admin.post(setting, FILLED).json().get("value").asText()).isEqualTo("true");
        assertThat(RunningSandbox.browser().asDoctor().post(setting, FILLED).status())
                .isEqualTo(403);
        assertThat(admin.post("ws/rest/v1/systemsetting/visits.nothing", FILLED).status())
                .isEqualTo(404);
    }
}
