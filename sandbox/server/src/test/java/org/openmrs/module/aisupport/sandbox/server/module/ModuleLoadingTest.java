/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

class ModuleLoadingTest {

    private final Browser browser = RunningSandbox.browser();

    @Test
    void the_activator_is_called_in_the_platforms_order() {
        var calls = browser.asDoctor().rest("probe/calls").json();

        assertThat(calls)
                .extracting(call -> call.asText())
                .startsWith(
                        "setDaemonToken",
                        "willStart",
                        "willRefreshContext",
                        "setDaemonToken",
                        "contextRefreshed",
                        "started");
    }

    @Test
    void a_refresh_tells_the_module_but_does_not_start_it_again() {
        Browser admin = browser.asAdmin();
        int before = admin.rest("probe/calls").json().size();

        assertThat(admin.post("sandbox/refresh", "").status()).isEqualTo(204);

        assertThat(admin.rest("probe/calls").json())
                .extracting(call -> call.asText())
                .hasSize(before + 3)
                .endsWith("willRefreshContext", "setDaemonToken", "contextRefreshed");
    }

    @Test
    void only_the_administrator_may_refresh() {
        assertThat(browser.post("sandbox/refresh", "").status()).isEqualTo(401);
        assertThat(browser.asDoctor().post("sandbox/refresh", "").status()).isEqualTo(403);
    }

    @Test
    void an_entity_below_org_openmrs_is_mapped_and_stored_through_a_registered_service() {
        Browser admin = browser.asAdmin();
        long before = admin.rest("probe/note").json().get("count").asLong();

        assertThat(admin.post("ws/rest/v1/probe/note", "{}").status()).isEqualTo(204);

        assertThat(admin.rest("probe/note").json().get("count").asLong()).isEqualTo(before + 1);
    }

    @Test
    void a_daemon_thread_is_the_daemon_user_and_passes_every_check() {
        assertThat(browser.rest("probe/daemon").json().get("seen").asText()).startsWith("daemon ");
    }

    @Test
    void messages_are_read_in_every_language_as_utf8() {
        var title = browser.rest("probe/title").json();

        assertThat(title.get("en").asText()).isEqualTo("Probe");
        assertThat(title.get("da").asText()).isEqualTo("Prøve");
    }

    @Test
    void entities_of_the_platform_are_there_for_hql_outside_a_transaction() {
        assertThat(browser.rest("probe/people").json())
                .extracting(name -> name.asText())
                .contains("Karen");
    }

    @Test
    void resources_are_served_to_anyone_with_their_type_and_nothing_else_is() {
        var script = browser.get("moduleResources/probe/probe.js");

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(script.body()).isEqualTo("export const probe = true;\n");
        assertThat(browser.get("moduleResources/probe/nothing.js").status()).isEqualTo(404);
        assertThat(browser.get("moduleResources/probe/%2e%2e/%2e%2e/%2e%2e/config.xml")
                        .status())
                .isIn(400, 404);
        assertThat(browser.get("moduleResources/other/probe.js").status()).isEqualTo(404);
    }

    @Test
    void a_filter_of_the_module_sees_what_its_pattern_says_and_nothing_else() {
        var script = browser.get("moduleResources/probe/probe.js");

        assertThat(script.header("X-Probe")).isEqualTo("seen");
        assertThat(script.header("Cache-Control"))
                .as("OpenMRS says nothing of it")
                .isEmpty();
        assertThat(browser.get("moduleResources/other/probe.js").header("X-Probe"))
                .isEmpty();
    }
}
