/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.Privileges;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

@Tag("C7")
class RenewalListTest {

    private final House house = new House();
    private PurposeState granted;
    private PatientRef patient;

    /** Soonest of all, whatever other tests have left. */
    @BeforeEach
    void aGrantThatEndsSoonest() {
        Database.execute("delete from aisupport_consent_state");
        patient = house.patients.add();
        granted = house.grant(patient).state();
        house.clock.advance(Duration.ofHours(1));
        house.grant(house.patients.add());
    }

    @Test
    void whom_to_ask_again_is_told_with_name_and_time() {
        assertThat(first(new RenewalQuery(800, 0, 1)))
                .isEqualTo(new Renewal(
                        patient,
                        "Made Up",
                        Purpose.OWN_CARE,
                        ConsentStatus.GRANTED,
                        granted.denial(),
                        granted.since(),
                        granted.expires()));
    }

    @Test
    void the_list_says_how_many_there_are_and_shows_a_page_of_them() {
        RenewalPage page = house.consent.renewals(new RenewalQuery(800, 0, 1));

        assertThat(page.renewals()).hasSize(1);
        assertThat(page.total()).isEqualTo(2);
        assertThat(house.consent.renewals(new RenewalQuery(30, 0, 1)).total()).isZero();
    }

    @Test
    @Tag("X1")
    void trust21_whoever_may_not_read_patients_learns_no_name_from_the_list() {
        house.user.lack(Privileges.GET_PATIENTS);

        assertThat(first(new RenewalQuery(800, 0, 1)).patientName()).isEmpty();
    }

    private Renewal first(RenewalQuery query) {
        return house.consent.renewals(query).renewals().get(0);
    }
}
