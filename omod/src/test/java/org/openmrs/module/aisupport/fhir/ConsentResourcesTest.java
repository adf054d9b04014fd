/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;

/** Where each thing that is recorded stands in FHIR. */
@Tag("C9")
class ConsentResourcesTest {

    @Test
    void a_grant_says_for_whom_since_when_until_when_and_after_which_leaflet() {
        Consent grant = ConsentResources.of(Recorded.grant().withEvidence());

        assertThat(grant.getIdElement().getIdPart()).isEqualTo(Recorded.PATIENT + ".own-care");
        assertThat(grant.getIdentifierFirstRep().getValue()).isEqualTo("urn:uuid:" + Recorded.EVENT);
        assertThat(grant.getStatus()).isEqualTo(ConsentState.ACTIVE);
        assertThat(grant.getScope().getCodingFirstRep().getCode()).isEqualTo("patient-privacy");
        assertThat(grant.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("59284-0");
        assertThat(grant.getPatient().getReference()).isEqualTo("Patient/" + Recorded.PATIENT);
        assertThat(grant.getDateTime().toInstant().toString()).isEqualTo("2026-03-01T09:30:00.123Z");
        assertThat(grant.getProvision().getPeriod().getStart().toInstant().toString())
                .isEqualTo("2026-03-01T09:30:00.123Z");
        assertThat(grant.getProvision().getPeriod().getEnd().toInstant()).isEqualTo(Recorded.EXPIRES);
        assertThat(grant.getPolicyFirstRep().getUri()).endsWith("/leaflet/own-care/2/da");
        assertThat(grant.getPolicyFirstRep().getExtensionString(FhirNames.LEAFLET_SHA256))
                .hasSize(64);
        assertThat(code(grant, FhirNames.METHOD)).contains("SPOKEN");
    }

    @Test
    void what_the_patient_gave_was_verified_with_the_patient() {
        Consent grant = ConsentResources.of(Recorded.grant().withEvidence());

        assertThat(grant.getPerformerFirstRep().getReference()).isEqualTo("Patient/" + Recorded.PATIENT);
        assertThat(grant.getVerificationFirstRep().getVerified()).isTrue();
        assertThat(grant.getVerificationFirstRep().getVerifiedWith().getReference())
                .isEqualTo("Patient/" + Recorded.PATIENT);
    }

    @Test
    void what_a_guardian_gave_names_the_guardian_and_the_relationship() {
        Consent grant = ConsentResources.of(Recorded.grant()
                .givenBy(Giver.Role.GUARDIAN, "Ada Made-up", "mother")
                .withEvidence());

        RelatedPerson giver = contained(grant, RelatedPerson.class);
        assertThat(giver.getNameFirstRep().getText()).isEqualTo("Ada Made-up");
        assertThat(giver.getRelationship().get(0).getCodingFirstRep().getCode()).isEqualTo("GUARD");
        assertThat(giver.getRelationship().get(1).getText()).isEqualTo("mother");
        assertThat(grant.getPerformerFirstRep().getReference()).isEqualTo("#giver");
        assertThat(grant.getVerificationFirstRep().getVerifiedWith().getReference())
                .isEqualTo("#giver");
    }

    @Test
    void a_proxy_is_no_guardian() {
        Consent grant = ConsentResources.of(Recorded.grant()
                .givenBy(Giver.Role.PROXY, "Bo Made-up", "husband")
                .withEvidence());

        assertThat(contained(grant, RelatedPerson.class).getRelationship())
                .singleElement()
                .satisfies(said -> assertThat(said.getText()).isEqualTo("husband"));
    }

    @Test
    void each_status_of_the_ledger_has_its_state_in_fhir() {
        Map<ConsentStatus, ConsentState> states = Map.of(
                ConsentStatus.GRANTED, ConsentState.ACTIVE,
                ConsentStatus.PENDING, ConsentState.PROPOSED,
                ConsentStatus.REFUSED, ConsentState.REJECTED,
                ConsentStatus.WITHDRAWN, ConsentState.INACTIVE,
                ConsentStatus.EXPIRED, ConsentState.INACTIVE,
                ConsentStatus.LAPSED, ConsentState.INACTIVE);

        assertThat(states).hasSize(ConsentStatus.values().length - 1);
        states.forEach((status, state) -> {
            Consent resource =
                    ConsentResources.of(Recorded.grant().status(status).withEvidence());
            assertThat(resource.getStatus()).isEqualTo(state);
            assertThat(code(resource, FhirNames.LEDGER_STATUS)).contains(status.name());
        });
    }

    @Test
    void a_grant_that_the_gate_does_not_follow_is_inactive_and_says_why() {
        Consent differs = ConsentResources.of(
                Recorded.grant().denied(DenialReason.MIRROR_DIFFERS).withEvidence());

        assertThat(differs.getStatus()).isEqualTo(ConsentState.INACTIVE);
        assertThat(code(differs, FhirNames.LEDGER_STATUS)).contains("GRANTED");
        assertThat(code(differs, FhirNames.DENIAL_REASON)).contains("MIRROR_DIFFERS");
        assertThat(differs.getText().getDivAsString()).contains("not permitted, MIRROR_DIFFERS");
    }

    @Test
    void what_only_the_attribute_says_is_not_verified() {
        Consent pending = ConsentResources.of(Recorded.grant()
                .status(ConsentStatus.PENDING)
                .denied(DenialReason.PENDING_EVIDENCE)
                .withoutEvidence());

        assertThat(pending.getVerificationFirstRep().getVerified()).isFalse();
        assertThat(pending.hasPerformer()).isFalse();
    }

    @Test
    @Tag("C10")
    void trust11_sensitive_topics_are_denied_within_the_permission_unless_included() {
        Consent without = ConsentResources.of(Recorded.grant().withEvidence());
        Consent with = ConsentResources.of(Recorded.grant().sensitiveTopicsToo().withEvidence());

        assertThat(without.getProvision().getProvision()).singleElement().satisfies(exception -> {
            assertThat(exception.getType()).isEqualTo(ConsentProvisionType.DENY);
            assertThat(exception.getSecurityLabelFirstRep().getCode()).isEqualTo("PDS");
        });
        assertThat(with.getProvision().hasProvision()).isFalse();
    }

    /** A rule without an actor would be about everybody: a no to AI would keep the patient's own GP from the record. */
    @Test
    void every_rule_names_who_it_is_about() {
        for (Purpose purpose : Purpose.values()) {
            Consent refused = ConsentResources.of(Recorded.grant()
                    .of(purpose)
                    .status(ConsentStatus.REFUSED)
                    .denied(DenialReason.REFUSED)
                    .withoutEvidence());

            assertThat(refused.getProvision().getActorFirstRep().getReference().getReference())
                    .isEqualTo("#grantee");
            assertThat(refused.getContained()).singleElement().isInstanceOfAny(Device.class, Organization.class);
        }
    }

    @Test
    void trust08_data_to_companies_is_not_called_marketing_or_research() {
        Consent commercial =
                ConsentResources.of(Recorded.grant().of(Purpose.COMMERCIAL).withEvidence());

        assertThat(commercial.getProvision().getPurpose())
                .singleElement()
                .returns(FhirNames.PURPOSE, Coding::getSystem)
                .returns("commercial", Coding::getCode);
    }

    @Test
    void the_id_names_patient_and_purpose_and_nothing_else_is_an_id() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(ConsentId.parse(ConsentId.of(Recorded.PATIENT, purpose)))
                    .contains(new ConsentId(Recorded.PATIENT, purpose));
        }
        for (String wrong : new String[] {"", ".", ".own-care", "own-care", "x.", "x.everything", "x.own-care."}) {
            assertThat(ConsentId.parse(wrong)).as(wrong).isEmpty();
        }
    }

    private static Optional<String> code(Consent resource, String url) {
        return Optional.ofNullable(resource.getExtensionByUrl(url))
                .map(found -> found.getValue().primitiveValue());
    }

    private static <T> T contained(Consent resource, Class<T> type) {
        return resource.getContained().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
