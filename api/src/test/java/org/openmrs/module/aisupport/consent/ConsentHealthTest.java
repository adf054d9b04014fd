/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.Database;
import org.openmrs.module.aisupport.testing.House;

/** What an administrator is told when consent can't work as it should. */
class ConsentHealthTest {

    private final House house = new House();
    private final SessionFactory sessions = House.sessions();
    private final ConsentHealth health = new ConsentHealth(sessions, new GateQuery(sessions));

    @Test
    @Tag("O2")
    void a_gate_that_can_be_asked_needs_no_word() {
        assertThat(house.inTransaction(health::gate)).isEmpty();
    }

    @Test
    @Tag("O2")
    void a_gate_that_can_not_be_asked_says_what_it_needs() {
        Database.execute("rename table person_merge_log to hidden");
        try {
            assertThatThrownBy(() -> house.inTransaction(health::gate)).hasMessageContaining("MySQL 8.0");
        } finally {
            Database.execute("rename table hidden to person_merge_log");
        }
    }

    @Test
    @Tag("C6")
    void an_attribute_that_does_not_follow_is_counted_until_it_does() {
        PatientRef patient = house.patients.add();
        house.mirror.refuseWritingOf(patient);
        house.grant(patient);
        assertThat(house.inTransaction(health::attributes)).isPresent();

        house.mirror.letWrite(patient);
        house.sweep.run();

        assertThat(house.inTransaction(health::attributes)).isEmpty();
    }
}
