/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.egress.SentPayload;
import org.openmrs.module.aisupport.egress.SentPayloads;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.suggestion.Run;
import org.openmrs.module.aisupport.suggestion.RunPart;
import org.openmrs.module.aisupport.suggestion.RunReport;

/** A run as the API shows it. */
final class RunJson {

    private RunJson() {}

    static Map<String, Object> of(RunReport report) {
        Run run = report.run();
        return new JsonObject()
                .with("uuid", run.getUuid())
                .with("display", "Run of " + JsonObject.iso(run.getRequestedAt()) + ": " + report.status())
                .with(
                        "patient",
                        JsonObject.ref(run.getPatient().uuid(), report.patient().name()))
                .with("visit", run.getVisitUuid())
                .with("encounter", run.getEncounterUuid())
                .with("status", report.status().name())
                .with("requestedBy", run.getRequester())
                .with("requestedAt", run.getRequestedAt())
                .with("finishedAt", run.getFinishedAt())
                .with(
                        "engines",
                        report.parts().stream().map(part -> of(part, report)).toList())
                .with("links", Links.self("run/" + run.getUuid()))
                .asMap();
    }

    /** What went outside, letter by letter; without it where it can't be read any more. */
    static Map<String, Object> sent(String runUuid, List<SentPayloads.Opened> opened) {
        return new JsonObject()
                .with("results", opened.stream().map(RunJson::of).toList())
                .with("totalCount", opened.size())
                .with("links", Links.self("run/" + runUuid + "/sent"))
                .asMap();
    }

    private static Map<String, Object> of(SentPayloads.Opened opened) {
        SentPayload sent = opened.sent();
        return new JsonObject()
                .with("uuid", sent.getUuid())
                .with("display", "To " + sent.getRecipient() + ", " + JsonObject.iso(sent.getSentAt()))
                .with("engine", sent.getEngine())
                .with("recipient", sent.getRecipient())
                .with("sentAt", sent.getSentAt())
                .with("keptUntil", sent.getExpiresAt())
                .with("payload", opened.payload().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .with("readable", opened.payload().isPresent())
                .asMap();
    }

    private static Map<String, Object> of(RunPart part, RunReport report) {
        return new JsonObject()
                .with("engine", part.getEngine())
                .with("version", part.getEngineVersion())
                .with("status", part.statusIn(report.status()).name())
                .with("proposed", part.getProposed())
                .with(
                        "missing",
                        report.permitted()
                                ? part.getMissing().stream().map(RunJson::of).toList()
                                : List.of())
                .with("dataQuality", report.permitted() ? part.getQuality() : List.of())
                .with("error", part.getError())
                .asMap();
    }

    private static Map<String, Object> of(EngineAnswer.Unjudged unjudged) {
        return new JsonObject()
                .with("rule", unjudged.rule())
                .with("label", unjudged.label())
                .with("inputs", unjudged.inputs())
                .asMap();
    }
}
