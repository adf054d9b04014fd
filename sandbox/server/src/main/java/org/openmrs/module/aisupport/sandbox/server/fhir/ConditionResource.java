/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;
import org.springframework.stereotype.Component;

/** The problem list. fhir2 shows diagnoses of encounters under the same name; the sandbox doesn't. */
@Component
final class ConditionResource implements FhirResource {

    private static final String SYSTEMS = "http://terminology.hl7.org/CodeSystem/condition-";
    private static final String CATEGORY = "problem-list-item";

    @Override
    public String type() {
        return "Condition";
    }

    @Override
    public String entity() {
        return "Condition";
    }

    /** Not "Get Conditions", which webservices.rest asks for. */
    @Override
    public String privilege() {
        return "Get Concepts";
    }

    @Override
    public Criteria criteria(SearchParameters parameters) {
        Criteria criteria = new Criteria(
                        "Condition", parameters.order(Map.of("onset-date", "x.onsetDate"), "x.conditionId"))
                .and("x.voided = false");
        parameters.patient().ifPresent(id -> criteria.and("x.patient.uuid = :patient", "patient", id));
        parameters
                .anyOf("clinical-status")
                .ifPresent(all -> criteria.and("lower(x.clinicalStatus) in (:status)", "status", all));
        parameters.anyOf("category").filter(all -> !all.contains(CATEGORY)).ifPresent(none -> criteria.and("1 = 0"));
        parameters.anyOf("_id").ifPresent(all -> criteria.and("x.uuid in (:id)", "id", all));
        return criteria;
    }

    @Override
    public Fields show(Row condition) {
        Row what = condition.row("condition");
        Object freeText = what.get("nonCoded");
        Object detail = condition.get("additionalDetail");
        return Fields.resource("Condition", condition.text("uuid"), condition.get("dateCreated"))
                .with(
                        "extension",
                        freeText == null
                                ? null
                                : List.of(Fields.of("url", "http://fhir.openmrs.org/ext/non-coded-condition")
                                        .with("valueString", freeText)))
                .with("clinicalStatus", status("clinical", clinicalStatus(condition)))
                .with(
                        "verificationStatus",
                        status(
                                "ver-status",
                                condition.text("verificationStatus").toLowerCase(java.util.Locale.ROOT)))
                .with("category", List.of(Codes.coded(SYSTEMS + "category", CATEGORY, "Problem List Item")))
                .with("code", Codes.of(what.row("coded")))
                .with("subject", References.toPatient(condition.row("patient")))
                .with("onsetDateTime", Fields.dateTime(condition.get("onsetDate")))
                .with("abatementDateTime", Fields.dateTime(condition.get("endDate")))
                .with("recordedDate", Fields.dateTime(condition.get("dateCreated")))
                .with("recorder", References.toUser(condition.row("creator")))
                .with("note", detail == null ? null : List.of(Fields.of("text", detail)));
    }

    /** FHIR's other words for it are not used: whatever is not active is inactive. */
    private static String clinicalStatus(Row condition) {
        return condition.text("clinicalStatus").equals("ACTIVE") ? "active" : "inactive";
    }

    private static Fields status(String system, String code) {
        return code.isEmpty() ? null : Codes.coded(SYSTEMS + system, code, null);
    }
}
