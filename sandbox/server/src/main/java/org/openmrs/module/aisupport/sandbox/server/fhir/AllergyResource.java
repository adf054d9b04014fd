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

/** What a patient does not tolerate. */
@Component
final class AllergyResource implements FhirResource {

    private static final String SYSTEMS = "http://terminology.hl7.org/CodeSystem/allergyintolerance-";
    private static final Map<String, String> CATEGORIES =
            Map.of("DRUG", "medication", "FOOD", "food", "ENVIRONMENT", "environment");
    /** By the concepts that OpenMRS's settings name. */
    private static final Map<String, String> SEVERITIES = Map.of(
            "1498AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "mild",
            "1499AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "moderate",
            "1500AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "severe");

    private static final Map<String, String> CRITICALITIES =
            Map.of("mild", "low", "moderate", "unable-to-assess", "severe", "high");

    @Override
    public String type() {
        return "AllergyIntolerance";
    }

    @Override
    public String entity() {
        return "Allergy";
    }

    @Override
    public String privilege() {
        return "Get Allergies";
    }

    @Override
    public Criteria criteria(SearchParameters parameters) {
        Criteria criteria = new Criteria("Allergy", parameters.order(Map.of(), "x.allergyId")).and("x.voided = false");
        parameters.patient().ifPresent(id -> criteria.and("x.patient.uuid = :patient", "patient", id));
        parameters
                .anyOf("clinical-status")
                .filter(all -> !all.contains("active"))
                .ifPresent(none -> criteria.and("1 = 0"));
        parameters.anyOf("_id").ifPresent(all -> criteria.and("x.uuid in (:id)", "id", all));
        return criteria;
    }

    @Override
    public Fields show(Row allergy) {
        Row allergen = allergy.row("allergen");
        Row severity = allergy.row("severity");
        String severe = severity == null ? null : SEVERITIES.get(severity.text("uuid"));
        Object comment = allergy.get("comments");
        return Fields.resource("AllergyIntolerance", allergy.text("uuid"), allergy.get("dateCreated"))
                .with(
                        "clinicalStatus",
                        Codes.coded(SYSTEMS + "clinical", "active", "Active").with("text", "Active"))
                .with(
                        "verificationStatus",
                        Codes.coded(SYSTEMS + "verification", "confirmed", "Confirmed")
                                .with("text", "Confirmed"))
                .with("type", "allergy")
                .with("category", category(allergen))
                .with("criticality", severe == null ? null : CRITICALITIES.get(severe))
                .with("code", substance(allergen))
                .with("patient", References.toPatient(allergy.row("patient")))
                .with("recordedDate", Fields.dateTime(allergy.get("dateCreated")))
                .with("recorder", References.toUser(allergy.row("creator")))
                .with("note", comment == null ? null : List.of(Fields.of("text", comment)))
                .with(
                        "reaction",
                        List.of(Fields.of("substance", substance(allergen))
                                .with(
                                        "manifestation",
                                        allergy.rows("reactions")
                                                .map(AllergyResource::manifestation)
                                                .toList())
                                .with("severity", severe)));
    }

    private static List<String> category(Row allergen) {
        String category = CATEGORIES.get(allergen.text("allergenType"));
        return category == null ? null : List.of(category);
    }

    private static Fields substance(Row allergen) {
        Fields code = Codes.of(allergen.row("codedAllergen"));
        return allergen.get("nonCodedAllergen") == null ? code : code.with("text", allergen.get("nonCodedAllergen"));
    }

    private static Fields manifestation(Row reaction) {
        Fields code = Codes.of(reaction.row("reaction"));
        return reaction.get("reactionNonCoded") == null ? code : code.with("text", reaction.get("reactionNonCoded"));
    }
}
