/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.sandbox.server.rest.Creating.message;
import static org.openmrs.module.aisupport.sandbox.server.rest.Creating.rejected;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** {@code POST visit} */
class VisitCreationTest {

    private final Browser doctor = RunningSandbox.browser().asDoctor();
    private final Creating creating = new Creating(doctor);
    private final String patient = creating.patient();

    @Test
    void a_new_visit_starts_when_it_was_said_to_and_is_open() {
        String body = creating.visitBody(patient);

        var created = creating.post("visit", body);

        assertThat(created.status()).isEqualTo(201);
        String started = created.json().get("startDatetime").asText();
        assertThat(body).contains("'startDatetime':'" + started.substring(0, "2000-01-01T00:00:00".length()));
        assertThat(created.json().get("stopDatetime").isNull()).isTrue();
        assertThat(created.json().get("patient").get("uuid").asText()).isEqualTo(patient);
        assertThat(doctor.rest("visit?patient=" + patient + "&includeInactive=false")
                        .json()
                        .get("results"))
                .hasSize(1);
    }

    @Test
    void a_time_with_an_offset_is_that_instant() {
        String body = creating.visitBody(patient)
                .replaceFirst("'startDatetime':'[^']+'", "'startDatetime':'2020-03-01T12:00:00.000+0200'");
        String uuid = creating.created("visit", body);

        assertThat(RunningSandbox.values("select v.startDatetime from Visit v where v.uuid = :key", uuid))
                .first()
                .extracting(date -> ((Date) date).toInstant())
                .isEqualTo(Instant.parse("2020-03-01T10:00:00Z"));
    }

    @Test
    void what_is_missing_unknown_or_in_the_wrong_order_is_named() {
        String whole = creating.visitBody(patient);

        assertThat(message(creating.post("visit", "{}")))
                .isEqualTo("[Some required properties are missing: patient, visitType]");
        assertThat(rejected(creating.post("visit", whole.replace(patient, Creating.UNKNOWN)), "patient"))
                .isEqualTo("Visit.error.patient.required");
        var backwards = creating.post("visit", whole.replace("}", ",'stopDatetime':'2001-01-01'}"));
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(rejected(backwards, "stopDatetime")).isEqualTo("Visit.error.endDateBeforeStartDate");
        assertThat(message(creating.post("visit", whole.replace("}", ",'stopDatetime':'soon'}"))))
                .contains("Error converting date");
    }

    @Test
    void nobody_without_login_starts_a_visit() {
        assertThat(new Creating(RunningSandbox.browser())
                        .post("visit", creating.visitBody(patient))
                        .status())
                .isEqualTo(401);
    }
}
