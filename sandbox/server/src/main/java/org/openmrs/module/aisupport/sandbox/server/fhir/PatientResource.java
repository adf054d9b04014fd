/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.rest.Names;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;
import org.springframework.stereotype.Component;

/** Patients, with their names, numbers and attributes. */
@Component
final class PatientResource implements FhirResource {

    private static final String EXTENSIONS = "http://fhir.openmrs.org/ext/";
    private static final Map<String, String> GENDERS = Map.of("M", "male", "F", "female", "O", "other");
    private static final String BY_NAME = "exists (select 1 from PersonName n where n.person.personId = x.personId"
            + " and n.voided = false and (n.givenName like :name or n.middleName like :name or n.familyName like :name))";
    private static final String BY_IDENTIFIER = "exists (select 1 from PatientIdentifier i"
            + " where i.patient.personId = x.personId and i.voided = false and i.identifier in (:identifier))";

    @Override
    public String type() {
        return "Patient";
    }

    @Override
    public String entity() {
        return "Patient";
    }

    @Override
    public String privilege() {
        return "Get Patients";
    }

    @Override
    public Criteria criteria(SearchParameters parameters) {
        Criteria criteria = new Criteria("Patient", parameters.order(Map.of("birthdate", "x.birthdate"), "x.personId"))
                .and("x.voided = false");
        parameters.text("name").ifPresent(name -> criteria.and(BY_NAME, "name", name + "%"));
        parameters.anyOf("identifier").ifPresent(all -> criteria.and(BY_IDENTIFIER, "identifier", all));
        parameters.anyOf("_id").ifPresent(all -> criteria.and("x.uuid in (:id)", "id", all));
        return criteria;
    }

    @Override
    public Fields show(Row patient) {
        return Fields.resource("Patient", patient.text("uuid"), changed(patient))
                .with(
                        "extension",
                        patient.rows("attributes")
                                .map(PatientResource::attribute)
                                .toList())
                .with(
                        "identifier",
                        patient.rows("identifiers")
                                .map(PatientResource::identifier)
                                .toList())
                .with("active", !patient.is("voided"))
                .with("name", patient.rows("names").map(PatientResource::name).toList())
                .with("gender", GENDERS.getOrDefault(patient.text("gender"), "unknown"))
                .with("birthDate", birthDate(patient))
                .with("deceasedBoolean", patient.get("deathDate") == null ? patient.is("dead") : null)
                .with("deceasedDateTime", patient.is("dead") ? Fields.dateTime(patient.get("deathDate")) : null);
    }

    private static Object changed(Row patient) {
        Object changed = patient.get("dateChanged");
        return changed == null ? patient.get("dateCreated") : changed;
    }

    private static Fields identifier(Row identifier) {
        Row type = identifier.row("identifierType");
        Row location = identifier.row("location");
        Fields at = location == null
                ? null
                : Fields.of("url", EXTENSIONS + "patient/identifier#location")
                        .with("valueReference", References.toLocation(location));
        return Fields.of("id", identifier.text("uuid"))
                .with("extension", at == null ? null : List.of(at))
                .with("use", identifier.is("preferred") ? "official" : "usual")
                .with(
                        "type",
                        Fields.of("coding", List.of(Fields.of("code", type.text("uuid"))))
                                .with("text", type.text("name")))
                .with("value", identifier.text("identifier"));
    }

    private static Fields name(Row name) {
        List<Object> given = java.util.stream.Stream.of("givenName", "middleName")
                .map(name::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        return Fields.of("id", name.text("uuid"))
                .with("text", Names.full(name))
                .with("family", name.get("familyName"))
                .with("given", given);
    }

    /** As precise as it is known: the year of an estimated date is told, and the month of a small child's. */
    private static String birthDate(Row patient) {
        Object date = patient.get("birthdate");
        if (!patient.is("birthdateEstimated")) {
            return Fields.date(date, "yyyy-MM-dd");
        }
        boolean small = Names.age(patient) instanceof Integer age && age <= 5;
        return Fields.date(date, small ? "yyyy-MM" : "yyyy");
    }

    /** Null where fhir2 does not show attributes of that format. */
    private static Fields attribute(Row attribute) {
        Row type = attribute.row("attributeType");
        Fields value = Fields.of("url", EXTENSIONS + "person-attribute-value");
        switch (type.text("format")) {
            case "java.lang.String" -> value.with("valueString", attribute.get("value"));
            case "java.lang.Boolean" -> value.with("valueBoolean", Boolean.valueOf(attribute.text("value")));
            case "org.openmrs.Concept" -> value.with("valueCodeableConcept", Codes.of(attribute.row("sandboxConcept")));
            default -> {
                return null;
            }
        }
        Fields named = Fields.of("url", EXTENSIONS + "person-attribute-type").with("valueString", type.text("name"));
        return Fields.of("extension", List.of(named, value)).with("url", EXTENSIONS + "person-attribute");
    }
}
