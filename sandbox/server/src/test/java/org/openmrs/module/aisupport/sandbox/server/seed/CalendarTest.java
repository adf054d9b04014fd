/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.EncounterEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.ObsEntry;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.VisitEntry;

class CalendarTest {

    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-24T12:00:00");

    @Test
    void an_age_is_whole_years_and_some_days() {
        assertThat(new Calendar(NOON).birthdate(new PatientFile.Age(67, 40))).isEqualTo(LocalDate.parse("1959-10-15"));
    }

    @Test
    void a_visit_that_is_over_stays_where_it_is() {
        assertThat(new Calendar(NOON).shiftOf(visit("09:40", "09:49"))).isZero();
    }

    @Test
    void a_visit_of_today_that_reaches_into_the_future_moves_back_until_its_latest_time_is_now() {
        Calendar early = new Calendar(LocalDateTime.parse("2026-11-24T06:00:00"));

        assertThat(early.shiftOf(visit("09:40", "09:49"))).isEqualTo(Duration.parse("PT3H49M"));
    }

    @Test
    void a_closed_visit_ends_twenty_minutes_after_its_latest_time() {
        assertThat(new Calendar(NOON).endOf(visit("09:40", "09:49")))
                .isEqualTo(LocalDateTime.parse("2026-11-24T10:09:00"));
    }

    private static VisitEntry visit(String time, String latest) {
        ObsEntry obs = new ObsEntry(null, "systolic", null, latest);
        EncounterEntry encounter = new EncounterEntry("e", "t", 0, time, "doctor", null, List.of(obs), List.of());
        return new VisitEntry("v", "t", "l", 0, "09:30", false, List.of(encounter));
    }
}
