/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openmrs.module.aisupport.snapshot.FakeChart.uuidOf;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.platform.Setting;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.testing.House;
import org.openmrs.module.aisupport.validation.MisconfiguredException;

/** From the patient's word to what an engine is shown. The practice holds diabetes, in a set within a set, to be sensitive. */
@Tag("C10")
class SensitiveRunTest {

    private static final int CREATININE = 1;
    private static final int DIABETES = 3;
    private static final int TOPICS = 100;
    private static final int INNER_TOPICS = 101;
    private static final String LEFT_OUT = "Topics that this practice holds to be sensitive were not read.";

    private final House house = new House();
    private final PatientRef patient = house.patients.add();

    @BeforeEach
    void aRecordWithASensitiveTopic() {
        house.chart
                .concept(CREATININE, "CIEL", "790", "umol/L")
                .concept(DIABETES, "SNOMED CT", "73211009")
                .set(TOPICS, INNER_TOPICS)
                .set(INNER_TOPICS, DIABETES)
                .number(CREATININE, 90, house.clock.instant().minus(1, ChronoUnit.DAYS))
                .condition(DIABETES, true, house.clock.instant().minus(9, ChronoUnit.DAYS));
        house.settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, uuidOf(TOPICS));
        house.engine.reads("creatinine", "diabetes");
    }

    @AfterEach
    void close() {
        house.pool.close();
    }

    @Test
    void trust11_an_engine_is_shown_nothing_sensitive_without_the_grant_and_the_GP_is_told_so() {
        grant(false);

        RunReport report = house.runToTheEnd(patient);

        assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(words(shown())).contains("creatinine").doesNotContain("diabetes", "Concept " + DIABETES);
        assertThat(shown().problems("diabetes")).isEmpty();
        assertThat(report.parts()).singleElement().satisfies(part -> assertThat(part.getQuality())
                .containsExactly(LEFT_OUT));
    }

    @Test
    void trust11_with_the_grant_the_engine_is_shown_all_of_it() {
        grant(true);

        RunReport report = house.runToTheEnd(patient);

        assertThat(words(shown())).contains("creatinine", "diabetes");
        assertThat(shown().problems("diabetes")).hasSize(1);
        assertThat(report.parts()).singleElement().satisfies(part -> assertThat(part.getQuality())
                .isEmpty());
    }

    @Test
    void trust11_who_withdraws_and_grants_anew_without_them_has_them_left_out_from_the_next_run() {
        grant(true);
        house.runToTheEnd(patient);
        assertThat(shown().problems("diabetes")).hasSize(1);

        house.withdraw(patient);
        grant(false);
        house.runToTheEnd(patient);

        assertThat(shown().problems("diabetes")).isEmpty();
        assertThat(house.engine.calls()).isEqualTo(2);
    }

    @Test
    void trust11_a_narrower_grant_counts_from_the_next_run_and_a_wider_one_too() {
        grant(true);
        grant(false);
        house.runToTheEnd(patient);
        assertThat(shown().problems("diabetes")).isEmpty();

        grant(true);
        house.runToTheEnd(patient);
        assertThat(shown().problems("diabetes")).hasSize(1);
    }

    @Test
    void trust11_a_topic_that_the_practice_adds_counts_from_the_next_run() {
        house.settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, "");
        grant(false);
        house.runToTheEnd(patient);
        assertThat(shown().problems("diabetes")).hasSize(1);

        house.settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, uuidOf(DIABETES));
        house.runToTheEnd(patient);
        assertThat(shown().problems("diabetes")).isEmpty();
    }

    @Test
    @Tag("C2")
    void trust11_no_engine_is_called_while_it_can_not_be_told_what_is_sensitive() {
        grant(false);
        house.settings.set(Setting.CONSENT_SENSITIVE_CONCEPTS, uuidOf(TOPICS) + ", no-such-concept");

        assertThatThrownBy(() -> house.run(patient)).isInstanceOf(MisconfiguredException.class);

        assertThat(house.engine.calls()).isZero();
    }

    private void grant(boolean includesSensitive) {
        house.grant(patient, Purpose.OWN_CARE, new Giver(Giver.Role.PATIENT, null, null), includesSensitive);
    }

    /** What the engine was shown last. */
    private Snapshot shown() {
        return house.engine.received().get(house.engine.received().size() - 1);
    }

    private static String words(Snapshot snapshot) {
        return new String(snapshot.canonical(), StandardCharsets.UTF_8);
    }
}
