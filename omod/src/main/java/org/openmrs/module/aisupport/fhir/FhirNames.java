/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** The code systems and extensions that our resources use; docs/fhir-consent.md explains each. */
final class FhirNames {

    static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    static final String LOINC = "http://loinc.org";
    static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    static final String ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
    static final String ACTION = "http://terminology.hl7.org/CodeSystem/consentaction";

    private static final String OURS = "http://fhir.openmrs.org/ext/aisupport/";

    static final String PURPOSE = OURS + "purpose";
    static final String LEAFLET = OURS + "leaflet/";
    static final String LEAFLET_SHA256 = OURS + "leaflet-sha256";
    static final String LEDGER_STATUS = OURS + "consent-status";
    static final String DENIAL_REASON = OURS + "denial-reason";
    static final String METHOD = OURS + "consent-method";

    private FhirNames() {}

    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept(new Coding(system, code, display));
    }
}
