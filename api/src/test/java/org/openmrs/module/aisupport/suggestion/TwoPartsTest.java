/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.FakeOutsideEngine;
import org.openmrs.module.aisupport.testing.House;

/** Engines that end in the same moment. */
@Tag("O3")
class TwoPartsTest {

    private final House house = new House();

    @AfterEach
    void close() {
        house.pool.close();
    }

    @BeforeEach
    void asThePlatformDoes() {
        house.keepsSessionsInTheBackground();
    }

    @RepeatedTest(5)
    void a_run_ends_with_its_last_engine_whichever_that_is() {
        PatientRef patient = house.patients.add();
        house.grant(patient);
        house.grant(patient, Purpose.EXTERNAL_PROCESSING);
        for (int i = 0; i < 40; i++) {
            RunReport report = house.awaitEnd(house.suggestions.request(new RunRequest(
                    patient.uuid(), null, null, List.of(house.engine.card().id(), FakeOutsideEngine.ID))));

            assertThat(report.status()).isEqualTo(RunStatus.COMPLETED);
        }
    }
}
