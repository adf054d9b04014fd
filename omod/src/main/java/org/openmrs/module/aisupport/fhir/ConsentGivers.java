/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.openmrs.module.aisupport.consent.Giver;

/** Who gave a consent: the patient, or a person who is contained in the resource, since OpenMRS may know nothing of them. */
final class ConsentGivers {

    private static final String GIVER_ID = "giver";

    private ConsentGivers() {}

    static void add(Consent resource, Giver giver, Instant recordedAt) {
        Reference performer =
                switch (giver.role()) {
                    case PATIENT -> resource.getPatient().copy();
                    case GUARDIAN ->
                        related(
                                resource,
                                giver,
                                Optional.of(FhirNames.concept(FhirNames.ROLE_CODE, "GUARD", "guardian")));
                    case PROXY -> related(resource, giver, Optional.empty());
                };
        resource.addPerformer(performer);
        resource.addVerification()
                .setVerified(true)
                .setVerifiedWith(performer.copy())
                .setVerificationDateElement(FhirTimes.of(recordedAt));
    }

    private static Reference related(Consent resource, Giver giver, Optional<CodeableConcept> role) {
        RelatedPerson person = new RelatedPerson();
        person.setId(GIVER_ID);
        person.setPatient(resource.getPatient().copy());
        person.addName().setText(giver.name());
        role.ifPresent(person::addRelationship);
        person.addRelationship().setText(giver.relationship());
        resource.addContained(person);
        return new Reference("#" + GIVER_ID);
    }
}
