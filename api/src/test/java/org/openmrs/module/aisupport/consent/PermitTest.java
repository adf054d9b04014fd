/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.platform.PatientRef;

/** Harm: a yes that was given once is used long after it was taken back. */
@Tag("C2")
class PermitTest {

    private static final Instant ISSUED = Instant.parse("2026-11-24T12:00:00Z");

    private final Permit permit = PermitFixture.permit(new PatientRef(1, "somebody"), false, ISSUED);

    @Test
    void a_permit_is_good_until_its_two_minutes_are_over_and_not_for_another_moment() {
        Instant end = ISSUED.plusSeconds(120);

        assertThat(permit.isFreshAt(ISSUED)).isTrue();
        assertThat(permit.isFreshAt(end.minusNanos(1))).isTrue();
        assertThat(permit.isFreshAt(end)).isFalse();
        assertThat(permit.isFreshAt(end.plusSeconds(1))).isFalse();
    }
}
