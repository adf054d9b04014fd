/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/**
 * OpenMRS's trap must be here too, or a module without exception handling of its own would look fine in the sandbox and show stack traces
 * on a real server.
 */
class UncaughtExceptionTest {

    private final Browser browser = RunningSandbox.browser();

    @Test
    void an_exception_that_a_module_does_not_handle_is_a_200_with_a_stack_trace() {
        var answer = browser.rest("probe/broken");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("message").asText()).isEqualTo("the probe is broken");
        assertThat(answer.json().get("stackTrace")).isNotEmpty();
    }

    @Test
    void a_refusal_of_a_service_ends_there_too() {
        var answer = browser.rest("probe/note");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("message").asText()).isEqualTo("Privileges required: Use Probe, Use Probe Twice");
    }

    @Test
    void so_do_a_wrong_method_and_a_path_that_nobody_knows() {
        assertThat(browser.delete("ws/rest/v1/probe/broken").json().has("stackTrace"))
                .isTrue();
        assertThat(browser.rest("probe/a/b/c").json().has("stackTrace")).isTrue();
    }

    @Test
    void a_browser_is_sent_elsewhere_instead() {
        assertThat(browser.get("ws/rest/v1/probe/broken", "Accept", "text/html").status())
                .isEqualTo(302);
    }
}
