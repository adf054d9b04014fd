/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openmrs.module.aisupport.sandbox.server.rest.Creating.message;
import static org.openmrs.module.aisupport.sandbox.server.rest.Creating.minutesAgo;
import static org.openmrs.module.aisupport.sandbox.server.rest.Creating.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.Browser;
import org.openmrs.module.aisupport.sandbox.server.RunningSandbox;

/** {@code POST encounter} */
class EncounterCreationTest {

    private final Browser doctor = RunningSandbox.browser().asDoctor();
    private final Creating creating = new Creating(doctor);
    private final String patient = creating.patient();
    private final String visit = creating.visit(patient);
    private final String systolic = creating.concept("Systolic blood pressure");

    @Test
    void a_new_encounter_is_answered_with_its_observations_and_who_took_part() {
        String smoking = creating.concept("Smoking status");
        String former = creating.concept("Former smoker");
        String obs = ",'obs':[{'concept':'%s','obsDatetime':'%s','value':158},{'concept':'%s','value':'%s'}]"
                .formatted(systolic, minutesAgo(20), smoking, former);

        var created = creating.post("encounter", creating.encounterBody(patient, visit, obs));

        assertThat(created.status()).isEqualTo(201);
        JsonNode encounter = created.json();
        assertThat(encounter.get("obs"))
                .extracting(each -> each.get("display").asText())
                .containsExactly("Systolic blood pressure: 158.0", "Smoking status: Former smoker");
        assertThat(encounter.get("encounterProviders").get(0).get("display").asText())
                .endsWith(": Unknown");
        assertThat(encounter.get("visit").get("uuid").asText()).isEqualTo(visit);
        assertThat(doctor.rest("obs?patient=" + patient).json().get("results")).hasSize(2);
    }

    @Test
    void an_observation_without_a_time_is_as_old_as_its_encounter() {
        String obs = ",'obs':[{'concept':'%s','value':120}]".formatted(systolic);
        String uuid = creating.created("encounter", creating.encounterBody(patient, visit, obs));

        assertThat(RunningSandbox.values(
                        "select count(*) from Obs o where o.encounter.uuid = :key"
                                + " and o.obsDatetime = o.encounter.encounterDatetime",
                        uuid))
                .containsExactly(1L);
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        String whole = creating.encounterBody(patient, visit, "");

        assertThat(message(creating.post("encounter", "{}")))
                .isEqualTo("[Some required properties are missing: patient, encounterType]");
        assertThat(rejected(creating.post("encounter", whole.replace(visit, Creating.UNKNOWN)), "visit"))
                .isEqualTo("error.null");
        String provider = creating.first("provider?q=GP-1");
        assertThat(rejected(
                        creating.post("encounter", whole.replace(provider, Creating.UNKNOWN)),
                        "encounterProviders[0].provider"))
                .isEqualTo("error.null");
        assertThat(rejected(withObs("{'concept':'%s'}"), "obs[0].value")).isEqualTo("error.noValue");
        assertThat(message(withObs("{'concept':'%s','value':'high'}"))).contains("'high' is not a number");
        assertThat(withObs("{'concept':'%s','value':120,'groupMembers':[]}").status())
                .isEqualTo(400);
    }

    @Test
    void an_encounter_outside_its_visit_or_in_another_patients_is_rejected() {
        String whole = creating.encounterBody(patient, visit, "");

        assertThat(rejected(creating.post("encounter", at(whole, minutesAgo(50))), "encounterDatetime"))
                .isEqualTo("Encounter.datetimeShouldBeInVisitDatesRange");
        assertThat(rejected(creating.post("encounter", at(whole, minutesAgo(-5))), "encounterDatetime"))
                .isEqualTo("Encounter.datetimeShouldBeBeforeCurrent");
        assertThat(rejected(creating.post("encounter", whole.replace(patient, creating.patient())), "visit"))
                .isEqualTo("Encounter.visit.patients.dontMatch");
    }

    @Test
    void the_receptionist_may_not_and_nobody_unknown_may() {
        String whole = creating.encounterBody(patient, visit, "");

        var refused = new Creating(RunningSandbox.browser().asClerk()).post("encounter", whole);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(message(refused)).contains("Add Encounters");
        assertThat(new Creating(RunningSandbox.browser())
                        .post("encounter", whole)
                        .status())
                .isEqualTo(401);
    }

    private Browser.Answer withObs(String obs) {
        return creating.post(
                "encounter", creating.encounterBody(patient, visit, ",'obs':[" + obs.formatted(systolic) + "]"));
    }

    private static String at(String encounter, String time) {
        return encounter.replaceFirst("'encounterDatetime':'[^']+'", "'encounterDatetime':'" + time + "'");
    }
}
