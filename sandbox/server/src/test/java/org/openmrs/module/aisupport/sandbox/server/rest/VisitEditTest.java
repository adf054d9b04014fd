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

/** {@code POST visit/V} */
class VisitEditTest {

    private final Browser doctor = RunningSandbox.browser().asDoctor();
    private final Creating creating = new Creating(doctor);
    private final String patient = creating.patient();
    private final String visit = creating.visit(patient);

    @Test
    void a_visit_ends_when_it_is_said_to_and_can_be_opened_again() {
        var ended = edit("{'stopDatetime':'" + Creating.minutesAgo(5) + "'}");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.json().get("stopDatetime").isNull()).isFalse();
        assertThat(activeVisits()).isZero();
        assertThat(edit("{'stopDatetime':null}").json().get("stopDatetime").isNull())
                .isTrue();
        assertThat(activeVisits()).isEqualTo(1);
    }

    @Test
    void what_is_not_named_stays_as_it_was() {
        var before = doctor.rest("visit/" + visit).json();
        var after = edit("{'stopDatetime':'" + Creating.minutesAgo(5) + "'}").json();

        assertThat(after.get("startDatetime")).isEqualTo(before.get("startDatetime"));
        assertThat(after.get("visitType")).isEqualTo(before.get("visitType"));
        assertThat(after.get("location")).isEqualTo(before.get("location"));
    }

    @Test
    void an_end_before_the_beginning_or_before_an_encounter_is_refused() {
        creating.created("encounter", creating.encounterBody(patient, visit, ""));

        var early = edit("{'stopDatetime':'" + Creating.minutesAgo(50) + "'}");
        var within = edit("{'stopDatetime':'" + Creating.minutesAgo(35) + "'}");
        var late = edit("{'startDatetime':'" + Creating.minutesAgo(20) + "'}");

        assertThat(early.status()).isEqualTo(400);
        assertThat(early.body()).contains("Visit.error.endDateBeforeStartDate");
        assertThat(within.body()).contains("Visit.encountersCannotBeAfterStopDate");
        assertThat(late.body()).contains("Visit.encountersCannotBeBeforeStartDate");
        assertThat(activeVisits()).isEqualTo(1);
    }

    @Test
    void a_validator_of_a_module_can_refuse_and_its_words_are_answered() {
        var refused = edit("{'startDatetime':'1999-01-01T08:00:00','stopDatetime':'1999-01-01T09:00:00'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/error/globalErrors/0/message").asText())
                .isEqualTo("The probe can’t end it: " + visit);
        assertThat(Creating.rejected(refused, "stopDatetime")).isEqualTo("probe.century");
        assertThat(activeVisits()).isEqualTo(1);
    }

    @Test
    void nobody_ends_what_is_not_there_or_without_being_allowed_to() {
        String body = "{\"stopDatetime\":null}";

        assertThat(creating.post("visit/" + Creating.UNKNOWN, body).status()).isEqualTo(404);
        assertThat(edit("{'patient':'" + patient + "'}").status()).isEqualTo(400);
        assertThat(RunningSandbox.browser()
                        .post("ws/rest/v1/visit/" + visit, body)
                        .status())
                .isEqualTo(401);
    }

    private Browser.Answer edit(String body) {
        return creating.post("visit/" + visit, body);
    }

    private int activeVisits() {
        return doctor.rest("visit?patient=" + patient + "&includeInactive=false")
                .json()
                .get("results")
                .size();
    }
}
