/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.openmrs.module.aisupport.audit.AuditPage;
import org.openmrs.module.aisupport.audit.AuditQuery;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.audit.AuditService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit, for those who may read it. */
@RestController("aisupport.auditController")
@RequestMapping(path = Links.PATH + "/audit", produces = "application/json")
class AuditController {

    private final AuditService audit;
    private final Requests requests;

    AuditController(AuditService audit, Requests requests) {
        this.audit = audit;
        this.requests = requests;
    }

    @GetMapping
    Map<String, Object> read(HttpServletRequest request) {
        Parameters parameters = requests.parameters(request);
        AuditQuery query = new AuditQuery(
                parameters.optional("patient"),
                parameters.instant("from"),
                parameters.instant("to"),
                parameters.integer("startIndex", 0, 0, Integer.MAX_VALUE),
                parameters.integer("limit", 50, 1, 100));
        AuditPage page = audit.read(query);
        return new JsonObject()
                .with("results", page.rows().stream().map(AuditController::of).toList())
                .with("totalCount", page.total())
                .with("startIndex", query.startIndex())
                .with("limit", query.limit())
                .asMap();
    }

    private static Map<String, Object> of(AuditRow row) {
        return new JsonObject()
                .with("uuid", row.getUuid())
                .with("display", row.getKind() + " " + row.getOutcome())
                .with("at", row.getAt())
                .with("kind", row.getKind().name())
                .with("outcome", row.getOutcome().name())
                .with("actor", row.getActor().map(actor -> JsonObject.ref(actor.uuid(), actor.name())))
                .with("patient", row.getPatientUuid())
                .with("encounter", row.getEncounterUuid())
                .with("purpose", row.getPurpose())
                .with("engine", row.getEngine())
                .with("engineVersion", row.getEngineVersion())
                .with("run", row.getRunUuid())
                .with("suggestion", row.getSuggestionUuid())
                .with("payloadHash", row.getPayloadHash())
                .with("outputHash", row.getOutputHash())
                .with("recipient", row.getRecipient())
                .with("bytes", row.getBytes())
                .with("millis", row.getMillis())
                .with("detail", row.getDetail())
                .asMap();
    }
}
