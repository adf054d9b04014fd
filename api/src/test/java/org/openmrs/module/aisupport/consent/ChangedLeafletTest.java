/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.ConsentMirror;
import org.openmrs.module.aisupport.platform.PatientRef;
import org.openmrs.module.aisupport.testing.House;

/** A practice that is upgraded to newer leaflets: 2 differs from 1 in style, 3 changes what own care means. */
class ChangedLeafletTest {

    private final House before = new House(MadeUpLeaflets.asOf("1"));
    private PatientRef patient;

    @BeforeEach
    void grantsAfterTheFirstLeaflet() {
        patient = before.patients.add();
        before.grant(patient);
        before.grant(patient, Purpose.QUALITY);
    }

    @Test
    @Tag("C4")
    void an_editorial_change_leaves_every_grant_alone() {
        House house = new House(MadeUpLeaflets.asOf("2"));

        house.sweep.run();

        assertThat(denial(house, Purpose.OWN_CARE)).isEmpty();
        assertThat(denial(house, Purpose.QUALITY)).isEmpty();
    }

    @Test
    @Tag("C4")
    void trust07_a_material_change_asks_again_and_only_for_the_purpose_that_it_changes() {
        House house = new House(MadeUpLeaflets.asOf("3"));

        assertThat(denial(house, Purpose.OWN_CARE)).contains(DenialReason.LEAFLET_CHANGED);
        assertThat(denial(house, Purpose.QUALITY)).isEmpty();
    }

    @Test
    @Tag("C4")
    void the_lapse_is_written_down_and_the_attribute_no_longer_says_yes() {
        House house = new House(MadeUpLeaflets.asOf("3"));

        house.keeper.attend(patient, Purpose.OWN_CARE);

        ConsentEvent last =
                house.inTransaction(() -> house.ledger.events(patient).get(0));
        assertThat(last.getDecision()).isEqualTo(ConsentDecision.LAPSE);
        assertThat(last.getReason()).contains(DenialReason.LEAFLET_CHANGED);
        assertThat(house.mirror.read(patient).value()).isEqualTo(ConsentMirror.Value.UNDECIDED);
    }

    private Optional<DenialReason> denial(House house, Purpose purpose) {
        return house.inTransaction(() -> house.gate.denial(patient, purpose));
    }
}
