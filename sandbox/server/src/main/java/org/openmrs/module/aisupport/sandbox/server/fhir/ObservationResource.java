/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;
import org.springframework.stereotype.Component;

/** What was measured, found or said. */
@Component
final class ObservationResource implements FhirResource {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
    /** fhir2's, by the class of the concept. */
    private static final Map<String, String> CATEGORIES =
            Map.of("Test", "laboratory", "Procedure", "procedure", "Finding", "exam");

    private static final Map<String, String> INTERPRETATIONS = Map.of(
            "NORMAL", "N",
            "ABNORMAL", "A",
            "CRITICALLY_ABNORMAL", "AA",
            "HIGH", "H",
            "CRITICALLY_HIGH", "HH",
            "LOW", "L",
            "CRITICALLY_LOW", "LL");

    @Override
    public String type() {
        return "Observation";
    }

    @Override
    public String entity() {
        return "Obs";
    }

    @Override
    public String privilege() {
        return "Get Observations";
    }

    @Override
    public Criteria criteria(SearchParameters parameters) {
        Criteria criteria = new Criteria(
                        "Obs",
                        parameters.order(Map.of("date", "x.obsDatetime", "_lastUpdated", "x.dateCreated"), "x.obsId"))
                .and("x.voided = false");
        parameters.patient().ifPresent(id -> criteria.and("x.person.uuid = :patient", "patient", id));
        parameters.anyOf("code").ifPresent(codes -> criteria.and("x.concept.uuid in (:codes)", "codes", codes));
        parameters
                .anyOf("encounter")
                .ifPresent(all -> criteria.and("x.encounter.uuid in (:encounters)", "encounters", all));
        parameters
                .anyOf("category")
                .ifPresent(all -> criteria.and(
                        "x.concept.conceptClass.name in (:classes)",
                        "classes",
                        CATEGORIES.keySet().stream()
                                .filter(each -> all.contains(CATEGORIES.get(each)))
                                .toList()));
        parameters.anyOf("_id").ifPresent(all -> criteria.and("x.uuid in (:id)", "id", all));
        return criteria;
    }

    @Override
    public Fields show(Row obs) {
        Fields shown = Fields.resource("Observation", obs.text("uuid"), obs.get("dateCreated"))
                .with("status", obs.text("status").toLowerCase(Locale.ROOT))
                .with("category", category(obs.row("concept")))
                .with("code", Codes.of(obs.row("concept")))
                .with("subject", References.toPatient(obs.row("person")))
                .with("encounter", References.to("Encounter", obs.row("encounter")))
                .with("effectiveDateTime", Fields.dateTime(obs.get("obsDatetime")))
                .with("issued", Fields.instant(obs.get("dateCreated")));
        Object number = obs.get("valueNumeric");
        return shown.with("valueQuantity", number == null ? null : Quantities.of((Double) number, obs.row("concept")))
                .with("valueCodeableConcept", Codes.of(obs.row("valueCoded")))
                .with("valueDateTime", Fields.dateTime(obs.get("valueDatetime")))
                .with("valueString", obs.get("valueText"))
                .with("interpretation", interpretation(obs.text("interpretation")))
                .with("referenceRange", number == null ? null : Quantities.ranges(obs.row("concept")));
    }

    private static List<Fields> category(Row concept) {
        String category = CATEGORIES.get(concept.row("conceptClass").text("name"));
        return category == null ? null : List.of(Codes.coded(CATEGORY, category, capitalized(category)));
    }

    private static List<Fields> interpretation(String constant) {
        String code = INTERPRETATIONS.get(constant);
        if (code == null) {
            return null;
        }
        String words = capitalized(constant.toLowerCase(Locale.ROOT).replace('_', ' '));
        return List.of(Codes.coded(INTERPRETATION, code, words).with("text", words));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
