/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S5")
class OverrideReasonTest {

    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

    @Test
    void those_of_HL7_are_its_clinical_value_set_and_no_other() {
        assertThat(reasons().filter(reason -> reason.system().equals(HL7)))
                .extracting(OverrideReason::code)
                .containsExactlyInAnyOrder(
                        "cds-not-applicable",
                        "cds-suboptimal-context",
                        "recipient-disagrees-evidence",
                        "recipient-concerns-outcomes",
                        "does-not-align-preferences",
                        "not-convenient-feasible",
                        "action-completed",
                        "patient-contraindication",
                        "patient-refuses",
                        "service-not-available",
                        "too-costly-uncovered",
                        "recipient-does-not-understand");
    }

    @Test
    void a_group_of_HL7_begins_with_the_reason_that_names_it() {
        for (OverrideReasonGroup group : OverrideReasonGroup.values()) {
            OverrideReason first = reasonsOf(group).get(0);
            if (first.system().equals(HL7)) {
                assertThat(first.code()).isEqualTo(group.code());
            }
        }
    }

    @Test
    void what_is_wrong_with_the_record_is_ours_and_comes_first() {
        assertThat(reasonsOf(OverrideReasonGroup.RECORD))
                .containsExactly(OverrideReason.values()[0], OverrideReason.values()[1])
                .extracting(OverrideReason::system)
                .containsOnly("urn:openmrs:aisupport:override-reason");
    }

    @Test
    void those_of_one_group_stand_together_so_that_a_list_can_be_cut_into_groups() {
        assertThat(reasons().toList())
                .isEqualTo(Arrays.stream(OverrideReasonGroup.values())
                        .flatMap(group -> reasonsOf(group).stream())
                        .toList());
    }

    private static List<OverrideReason> reasonsOf(OverrideReasonGroup group) {
        return reasons().filter(reason -> reason.group() == group).toList();
    }

    private static Stream<OverrideReason> reasons() {
        return Arrays.stream(OverrideReason.values());
    }
}
