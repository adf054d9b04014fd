/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.openmrs.module.aisupport.audit.seal.AuditHead;
import org.openmrs.module.aisupport.audit.seal.AuditSealService;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Whether the audit still is what it was, and copies of it, for those who may read it (A2). */
@RestController("aisupport.auditSealController")
@RequestMapping(Links.PATH + "/audit")
class AuditSealController {

    private static final String JSON = "application/json";

    private final AuditSealService seals;
    private final Requests requests;

    AuditSealController(AuditSealService seals, Requests requests) {
        this.seals = seals;
        this.requests = requests;
    }

    @GetMapping(value = "/head", produces = JSON)
    Map<String, Object> head() {
        requests.requireLogin();
        return AuditSealJson.of(seals.head());
    }

    @GetMapping(value = "/verification", produces = JSON)
    Map<String, Object> verification() {
        requests.requireLogin();
        AuditSealService.VerificationState state = seals.verification();
        return new JsonObject()
                .with("underWay", state.underWay().map(AuditSealJson::of))
                .with("last", state.last().map(AuditSealJson::of))
                .asMap();
    }

    @PostMapping(value = "/verification", produces = JSON)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Object> verify(HttpServletRequest request) throws IOException, HttpMediaTypeNotSupportedException {
        JsonBody body = requests.body(request);
        Optional<AuditHead> against = body.object("head").map(AuditSealJson::head);
        body.refuseWrong();
        return AuditSealJson.of(seals.verify(against));
    }

    /**
     * Straight into the answer, since it may be larger than memory. The platform's REST would keep all of it to give it an ETag. What
     * breaks on the way breaks the connection, and the file has no head.
     */
    @GetMapping("/export")
    void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        requests.requireLogin();
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType("application/x-ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
        seals.export(response.getOutputStream());
        response.flushBuffer();
    }
}
