/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.audit.AuditRow;
import org.openmrs.module.aisupport.audit.AuditService;
import org.openmrs.module.aisupport.engine.EngineService;
import org.openmrs.module.aisupport.status.StatusService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator asks: what works, what is missing, what the dictionary can supply. */
@RestController("aisupport.administrationController")
@RequestMapping(path = Links.PATH, produces = "application/json")
class AdministrationController {

    private static final int FAILURES_SHOWN = 20;

    private final StatusService status;
    private final EngineService engines;
    private final AuditService audit;

    AdministrationController(StatusService status, EngineService engines, AuditService audit) {
        this.status = status;
        this.engines = engines;
        this.audit = audit;
    }

    @GetMapping("/status")
    Map<String, Object> status() {
        List<StatusService.Check> checks = status.checks();
        return new JsonObject()
                .with("version", ModuleVersion.VERSION)
                .with(
                        "checks",
                        checks.stream().map(AdministrationController::of).toList())
                .with(
                        "recentFailures",
                        audit.recentFailures(FAILURES_SHOWN).stream()
                                .map(AdministrationController::of)
                                .toList())
                .asMap();
    }

    @GetMapping("/coverage")
    Map<String, Object> coverage() {
        return EngineJson.of(engines.coverage());
    }

    @GetMapping("/coverage/patients")
    Map<String, Object> patients() {
        return EngineJson.of(engines.countPatients());
    }

    private static Map<String, Object> of(StatusService.Check check) {
        return new JsonObject()
                .with("check", check.name())
                .with("ok", check.ok())
                .with("detail", check.detail())
                .asMap();
    }

    private static Map<String, Object> of(AuditRow failure) {
        return new JsonObject()
                .with("at", failure.getAt())
                .with("engine", failure.getEngine() == null ? "" : failure.getEngine())
                .with("run", failure.getRunUuid())
                .with("message", failure.getKind() + ": " + failure.getDetail())
                .asMap();
    }
}
