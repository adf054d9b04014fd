/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Purpose;

/** The harm: somebody else's system reads a yes in FHIR where our gate says no, and hands out what the patient kept. */
@Tag("C9")
class ConsentPermitTest {

    private static final Set<String> YES = Set.of("OPTIN", "OPTINR");

    @Test
    void trust02_nothing_that_the_gate_denies_can_be_read_as_a_yes_in_any_element() {
        List<RecordedConsent> denied =
                everything().filter(one -> !one.permits()).toList();

        assertThat(denied).hasSizeGreaterThan(1000);
        for (RecordedConsent consent : denied) {
            assertThat(yesesIn(ConsentResources.of(consent)))
                    .as(consent.toString())
                    .isEmpty();
        }
    }

    @Test
    void what_the_gate_permits_is_read_as_a_yes_in_each_of_them() {
        List<RecordedConsent> permitted =
                everything().filter(RecordedConsent::permits).toList();

        assertThat(permitted).hasSize(2 * Purpose.values().length);
        for (RecordedConsent consent : permitted) {
            assertThat(yesesIn(ConsentResources.of(consent))).containsExactly("status", "policyRule", "provision");
        }
    }

    /** Should the service ever say both at once, it is a no. */
    @Test
    void trust02_permitted_without_a_standing_grant_is_no_yes() {
        for (ConsentStatus status : recordable()) {
            if (status != ConsentStatus.GRANTED) {
                assertThat(yesesIn(ConsentResources.of(
                                Recorded.grant().status(status).withEvidence())))
                        .as(status.name())
                        .isEmpty();
            }
        }
    }

    /** A denial with an end would read as a permission afterwards, and one limited to some actions would leave the others. */
    @Test
    void a_no_has_neither_a_period_nor_actions() {
        Consent refused = ConsentResources.of(Recorded.grant()
                .status(ConsentStatus.REFUSED)
                .denied(DenialReason.REFUSED)
                .withoutEvidence());

        assertThat(refused.getProvision().hasPeriod()).isFalse();
        assertThat(refused.getProvision().hasAction()).isFalse();
        assertThat(refused.getProvision().hasProvision()).isFalse();
    }

    @Test
    void what_is_not_recorded_can_not_become_a_resource() {
        Recorded nothing = Recorded.grant().status(ConsentStatus.NOT_RECORDED).denied(DenialReason.NO_RECORD);

        assertThatThrownBy(nothing::withEvidence).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> yesesIn(Consent resource) {
        List<String> yeses = new ArrayList<>();
        if (resource.getStatus() == ConsentState.ACTIVE) {
            yeses.add("status");
        }
        if (resource.getPolicyRule().getCoding().stream().map(Coding::getCode).anyMatch(YES::contains)) {
            yeses.add("policyRule");
        }
        if (resource.getProvision().getType() != ConsentProvisionType.DENY) {
            yeses.add("provision");
        }
        return yeses;
    }

    /** Every status with every answer of the gate, for every purpose, with sensitive topics and without. */
    private static Stream<RecordedConsent> everything() {
        return Arrays.stream(Purpose.values())
                .flatMap(purpose -> recordable().stream().flatMap(status -> {
                    Stream<Recorded> permitted = status == ConsentStatus.GRANTED
                            ? Stream.of(
                                    state(purpose, status),
                                    state(purpose, status).sensitiveTopicsToo())
                            : Stream.empty();
                    Stream<Recorded> denied = Arrays.stream(DenialReason.values())
                            .flatMap(reason -> Stream.of(
                                    state(purpose, status).denied(reason),
                                    state(purpose, status).denied(reason).sensitiveTopicsToo()));
                    return Stream.concat(permitted, denied).map(Recorded::withEvidence);
                }));
    }

    private static Recorded state(Purpose purpose, ConsentStatus status) {
        return Recorded.grant().of(purpose).status(status);
    }

    private static List<ConsentStatus> recordable() {
        return Arrays.stream(ConsentStatus.values())
                .filter(status -> status != ConsentStatus.NOT_RECORDED)
                .toList();
    }
}
