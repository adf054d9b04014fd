/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.openmrs.module.aisupport.consent.AiConsentService;
import org.openmrs.module.aisupport.fhir.ConsentBundles;
import org.openmrs.module.aisupport.fhir.ConsentId;
import org.openmrs.module.aisupport.fhir.ConsentResources;
import org.openmrs.module.aisupport.fhir.FhirJson;
import org.openmrs.module.aisupport.fhir.RecordedConsent;
import org.openmrs.module.aisupport.validation.NotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Consent for whoever speaks FHIR R4: to be read, never written (C9). */
@RestController("aisupport.fhirConsentController")
@RequestMapping(
        path = Links.PATH + FhirPaths.CONSENT,
        produces = {FhirPaths.JSON, "application/json"})
class FhirConsentController {

    private final AiConsentService consent;
    private final Requests requests;

    FhirConsentController(AiConsentService consent, Requests requests) {
        this.consent = consent;
        this.requests = requests;
    }

    @GetMapping
    ResponseEntity<byte[]> search(HttpServletRequest request) {
        String patient = new FhirSearch(requests.parameters(request)).patient();
        String base = Links.uri(FhirPaths.CONSENT);
        return answer(ConsentBundles.of(recorded(patient), base, base + "?patient=" + FhirPaths.encoded(patient)));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> read(@PathVariable("id") String id) {
        requests.requireLogin();
        ConsentId wanted = ConsentId.parse(id).orElseThrow(() -> new NotFoundException("Consent", id));
        return recordedOf(wanted.patientUuid()).stream()
                .filter(recorded -> recorded.state().purpose() == wanted.purpose())
                .findFirst()
                .map(ConsentResources::of)
                .map(FhirConsentController::answer)
                .orElseThrow(() -> new NotFoundException("Consent", id));
    }

    /** A search finds nothing where FHIR's other questions fail: that is no error there. */
    private List<RecordedConsent> recorded(String patientUuid) {
        try {
            return recordedOf(patientUuid);
        } catch (NotFoundException nobody) {
            return List.of();
        }
    }

    private List<RecordedConsent> recordedOf(String patientUuid) {
        return RecordedConsent.of(consent.overview(patientUuid));
    }

    private static ResponseEntity<byte[]> answer(IBaseResource resource) {
        return ResponseEntity.ok()
                .contentType(FhirPaths.JSON_UTF8)
                .body(FhirJson.of(resource).getBytes(StandardCharsets.UTF_8));
    }
}
