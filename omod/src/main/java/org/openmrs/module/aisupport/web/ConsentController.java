/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.consent.AiConsentService;
import org.openmrs.module.aisupport.consent.ConsentCorrection;
import org.openmrs.module.aisupport.consent.ConsentDecision;
import org.openmrs.module.aisupport.consent.ConsentMethod;
import org.openmrs.module.aisupport.consent.ConsentRecorded;
import org.openmrs.module.aisupport.consent.ConsentRequest;
import org.openmrs.module.aisupport.consent.DenialReason;
import org.openmrs.module.aisupport.consent.Giver;
import org.openmrs.module.aisupport.consent.Purpose;
import org.openmrs.module.aisupport.consent.RenewalQuery;
import org.openmrs.module.aisupport.platform.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What patients said, and the leaflets. */
@RestController("aisupport.consentController")
@RequestMapping(path = Links.PATH, produces = "application/json")
class ConsentController {

    private final AiConsentService consent;
    private final Requests requests;
    private final CurrentUser user;

    ConsentController(AiConsentService consent, Requests requests, CurrentUser user) {
        this.consent = consent;
        this.requests = requests;
        this.user = user;
    }

    @GetMapping("/consent")
    Map<String, Object> overview(HttpServletRequest request) {
        Parameters parameters = requests.parameters(request);
        boolean full = parameters.optional("v").filter("full"::equals).isPresent();
        return ConsentJson.of(consent.overview(parameters.required("patient")), full);
    }

    @GetMapping("/consent/renewal")
    Map<String, Object> renewals(HttpServletRequest request) {
        Parameters parameters = requests.parameters(request);
        RenewalQuery query = new RenewalQuery(
                parameters.integer("within", 60, 0, 3650),
                parameters.integer("startIndex", 0, 0, Integer.MAX_VALUE),
                parameters.integer("limit", 50, 1, 100));
        return ConsentJson.of(consent.renewals(query), query);
    }

    @PostMapping("/consent")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> record(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        JsonBody body = requests.body(request);
        ConsentDecision decision = body.oneOf("decision", ConsentDecision.class);
        if (decision == ConsentDecision.CORRECT) {
            return ConsentJson.of(consent.correct(correction(body)));
        }
        return ConsentJson.of(decision == ConsentDecision.LAPSE ? lapse(body) : consent.record(consentRequest(body)));
    }

    @GetMapping("/leaflet")
    Map<String, Object> leaflets(HttpServletRequest request) {
        Locale locale = requests.parameters(request)
                .optional("locale")
                .map(Locale::forLanguageTag)
                .orElseGet(user::locale);
        return ConsentJson.of(consent.leaflets(locale));
    }

    private static ConsentCorrection correction(JsonBody body) {
        ConsentCorrection correction =
                new ConsentCorrection(body.text("patient"), purpose(body), body.text("corrects"), body.text("note"));
        body.refuseWrong();
        return correction;
    }

    private ConsentRecorded lapse(JsonBody body) {
        String patient = body.text("patient");
        Purpose purpose = purpose(body);
        String note = body.text("note");
        DenialReason reason = body.oneOf("reason", DenialReason.class);
        body.problems()
                .check(
                        reason == DenialReason.GUARDIANSHIP_ENDED,
                        "reason",
                        "notSaid",
                        "Use GUARDIANSHIP_ENDED; the module finds every other reason by itself.");
        body.refuseWrong();
        return consent.endGuardianship(patient, purpose, note);
    }

    private static ConsentRequest consentRequest(JsonBody body) {
        Optional<JsonBody> leaflet = body.object("leaflet");
        ConsentRequest request = new ConsentRequest(
                body.text("patient"),
                purpose(body),
                body.oneOf("decision", ConsentDecision.class),
                body.flag("includesSensitive"),
                body.object("givenBy").map(ConsentController::giver).orElse(null),
                body.oneOf("method", ConsentMethod.class),
                leaflet.map(told -> told.text("version")).orElse(null),
                leaflet.map(told -> told.text("language")).orElse(null),
                body.instant("effective"),
                body.instant("expires"),
                body.text("note"));
        body.refuseWrong();
        return request;
    }

    private static Purpose purpose(JsonBody body) {
        String id = body.text("purpose");
        Optional<Purpose> purpose = Purpose.ofId(id);
        body.problems()
                .check(
                        id == null || purpose.isPresent(),
                        "purpose",
                        "unknown",
                        "Use own-care, external-processing, quality, development or commercial.");
        return purpose.orElse(null);
    }

    private static Giver giver(JsonBody body) {
        return new Giver(body.oneOf("role", Giver.Role.class), body.text("name"), body.text("relationship"));
    }
}
