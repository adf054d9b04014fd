/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Enumerations.FHIRAllTypes;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.openmrs.module.aisupport.consent.ConsentStatus;
import org.openmrs.module.aisupport.consent.PurposeState;

/**
 * A recorded consent as a FHIR R4 Consent (C9). Where FHIR has no word for why the gate says no, ours are extensions; nothing hangs on
 * reading them, because the resource is active and permits only when the gate does.
 */
public final class ConsentResources {

    private ConsentResources() {}

    public static Consent of(RecordedConsent consent) {
        Consent resource = new Consent();
        resource.setId(consent.id());
        resource.setStatus(status(consent));
        resource.setScope(FhirNames.concept(FhirNames.SCOPE, "patient-privacy", "Privacy Consent"));
        resource.addCategory(FhirNames.concept(FhirNames.LOINC, "59284-0", "Patient Consent"));
        resource.setPatient(new Reference("Patient/" + consent.patientUuid()).setType(FHIRAllTypes.PATIENT.toCode()));
        ConsentProvisions.add(resource, consent);
        consent.said().ifPresent(said -> addSaid(resource, consent.state(), said));
        if (!resource.hasDateTime()) {
            consent.state().since().map(FhirTimes::of).ifPresent(resource::setDateTimeElement);
        }
        if (consent.state().status() == ConsentStatus.PENDING) {
            resource.addVerification().setVerified(false);
        }
        addOurWords(resource, consent.state());
        return resource;
    }

    private static ConsentState status(RecordedConsent consent) {
        return switch (consent.state().status()) {
            // A yes that the gate doesn't follow is over, for whoever reads it now.
            case GRANTED -> consent.permits() ? ConsentState.ACTIVE : ConsentState.INACTIVE;
            case REFUSED -> ConsentState.REJECTED;
            case PENDING -> ConsentState.PROPOSED;
            case WITHDRAWN, EXPIRED, LAPSED -> ConsentState.INACTIVE;
            case NOT_RECORDED -> throw new IllegalStateException("of what is not recorded there is no resource");
        };
    }

    private static void addSaid(Consent resource, PurposeState state, RecordedConsent.Said said) {
        resource.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + said.eventUuid());
        resource.setDateTimeElement(FhirTimes.of(said.recordedAt()));
        said.giver().ifPresent(giver -> ConsentGivers.add(resource, giver, said.recordedAt()));
        said.method().ifPresent(method -> addCode(resource, FhirNames.METHOD, method.name()));
        said.leaflet().ifPresent(leaflet -> resource.addPolicy()
                .setUri(FhirNames.LEAFLET + state.purpose().id() + "/" + leaflet.version() + "/" + leaflet.language())
                .addExtension(new Extension(FhirNames.LEAFLET_SHA256, new StringType(leaflet.sha256()))));
    }

    private static void addOurWords(Consent resource, PurposeState state) {
        addCode(resource, FhirNames.LEDGER_STATUS, state.status().name());
        state.denial().ifPresent(reason -> addCode(resource, FhirNames.DENIAL_REASON, reason.name()));
        resource.getText().setStatus(NarrativeStatus.GENERATED).setDivAsString(narrative(state));
    }

    /** Of our own words only: nothing that anybody typed is in it. */
    private static String narrative(PurposeState state) {
        String now = state.denial().map(reason -> "not permitted, " + reason).orElse("permitted");
        return "<div xmlns=\"http://www.w3.org/1999/xhtml\">%s. Recorded: %s. At this moment: %s.</div>"
                .formatted(PurposeTerms.display(state.purpose()), state.status(), now);
    }

    private static void addCode(Consent resource, String url, String code) {
        resource.addExtension(new Extension(url, new CodeType(code)));
    }
}
