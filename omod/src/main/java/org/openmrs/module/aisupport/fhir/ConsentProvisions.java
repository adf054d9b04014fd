/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.provisionComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.consent.PurposeState;

/** The rule itself. It permits when the gate does, within limits; otherwise it denies, without any. */
final class ConsentProvisions {

    private static final String GRANTEE_ID = "grantee";

    private ConsentProvisions() {}

    static void add(Consent resource, RecordedConsent consent) {
        Purpose purpose = consent.state().purpose();
        provisionComponent rule = resource.getProvision();
        resource.setPolicyRule(policyRule(consent));
        actor(resource, rule, purpose);
        PurposeTerms.codings(purpose).forEach(rule::addPurpose);
        if (consent.permits()) {
            permit(rule, consent.state());
        } else {
            rule.setType(ConsentProvisionType.DENY);
        }
    }

    /** Some readers look at nothing but this code, so it must not say yes either. */
    private static CodeableConcept policyRule(RecordedConsent consent) {
        if (!consent.permits()) {
            return FhirNames.concept(FhirNames.ACT_CODE, "OPTOUT", null).setText("opt-out");
        }
        return consent.state().includesSensitive()
                ? FhirNames.concept(FhirNames.ACT_CODE, "OPTIN", "opt-in")
                : FhirNames.concept(FhirNames.ACT_CODE, "OPTINR", "opt-in with restrictions");
    }

    private static void actor(Consent resource, provisionComponent rule, Purpose purpose) {
        DomainResource grantee = PurposeTerms.grantee(purpose);
        grantee.setId(GRANTEE_ID);
        resource.addContained(grantee);
        rule.addActor()
                .setRole(FhirNames.concept(FhirNames.ROLE_CODE, "GRANTEE", "grantee"))
                .setReference(new Reference("#" + GRANTEE_ID));
    }

    /** The period is a yes's only: a no with an end would read as a yes afterwards. */
    private static void permit(provisionComponent rule, PurposeState state) {
        rule.setType(ConsentProvisionType.PERMIT);
        Period period = new Period();
        state.since().map(FhirTimes::of).ifPresent(period::setStartElement);
        state.expires().map(FhirTimes::of).ifPresent(period::setEndElement);
        rule.setPeriod(period);
        PurposeTerms.actions(state.purpose()).forEach(action -> rule.addAction(new CodeableConcept(action)));
        if (!state.includesSensitive()) {
            // Which topics those are is the practice's own list (C10), and that is what this code means.
            rule.addProvision()
                    .setType(ConsentProvisionType.DENY)
                    .addSecurityLabel(new Coding(FhirNames.ACT_CODE, "PDS", "patient default information sensitivity"));
        }
    }
}
