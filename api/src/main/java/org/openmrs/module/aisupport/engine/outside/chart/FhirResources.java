/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.engine.outside.chart.FhirCodes.FhirCode;
import org.openmrs.module.aisupport.platform.Sex;
import org.openmrs.module.aisupport.snapshot.Measurement;
import org.openmrs.module.aisupport.snapshot.RecordLink;
import org.openmrs.module.aisupport.snapshot.RecordedAnswer;
import org.openmrs.module.aisupport.snapshot.RecordedMedication;
import org.openmrs.module.aisupport.snapshot.RecordedProblem;

/**
 * A pseudonymised chart as resources of FHIR R4 (http://hl7.org/fhir/R4), as trees (ADR 14). Nothing is copied from the record as a whole:
 * each element is written here by name, so that a new field of a record can't leave by itself.
 */
final class FhirResources {

    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String LOINC = "http://loinc.org";
    private static final String AGE = "30525-0";
    private static final String AGE_EXTENSION = "urn:openmrs:aisupport:age";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final String CLINICAL_STATUS = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String CONDITION_CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";
    private static final String OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final MathContext DIGITS = new MathContext(6);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final FhirCodes CODES = FhirCodes.read();

    private final PseudonymisedChart chart;

    FhirResources(PseudonymisedChart chart) {
        this.chart = chart;
    }

    /**
     * Sex and age. The birth date is declared masked, so that a service that reckons with it finds that it is kept back rather than
     * unknown; the age stands in an extension, since R4 has no element for it.
     */
    ObjectNode patient() {
        ObjectNode patient = resource("Patient", chart.patientId());
        chart.age().ifPresent(age -> addAge(extension(patient, AGE_EXTENSION).putObject("valueAge"), age));
        chart.sex().ifPresent(sex -> patient.put("gender", gender(sex)));
        extension(patient.putObject("_birthDate"), ABSENT).put("valueCode", "masked");
        return patient;
    }

    private static ObjectNode extension(ObjectNode of, String url) {
        return of.putArray("extension").addObject().put("url", url);
    }

    private static void addAge(ObjectNode quantity, SharedAge age) {
        quantity.put("value", age.years());
        if (age.orMore()) {
            quantity.put("comparator", ">=");
        }
        quantity.put("unit", "years").put("system", UCUM).put("code", "a");
    }

    private static String gender(Sex sex) {
        return switch (sex) {
            case FEMALE -> "female";
            case MALE -> "male";
            case UNKNOWN -> "unknown";
        };
    }

    /** In the input's own unit, which its code is for, to six digits: more would be an artefact of the conversion. */
    ObjectNode observation(Shared<Measurement> shared) {
        Measurement item = shared.item();
        ObjectNode observation = observation(shared.id(), item.input(), item.name(), item.at());
        ObjectNode quantity = observation.putObject("valueQuantity");
        quantity.set("value", DecimalNode.valueOf(rounded(item.value())));
        CODES.of(item.input())
                .flatMap(FhirCode::unit)
                .ifPresentOrElse(
                        unit -> quantity.put("unit", unit).put("system", UCUM).put("code", unit),
                        () -> unitInWords(item).ifPresent(unit -> quantity.put("unit", unit)));
        return observation;
    }

    /** Without a code only what stands in the record is known by name, and a converted value is no longer in it. */
    private static Optional<String> unitInWords(Measurement item) {
        return item.isConverted() || item.recordedUnit().isBlank()
                ? Optional.empty()
                : Optional.of(item.recordedUnit().strip());
    }

    /** Yes or no to what the input asks. */
    ObjectNode observation(Shared<RecordedAnswer> shared, String label) {
        RecordedAnswer item = shared.item();
        return observation(shared.id(), item.input(), label, item.at()).put("valueBoolean", item.yes());
    }

    /** LOINC 30525-0, for a service that looks for the age among the observations. */
    ObjectNode ageObservation(SharedAge age) {
        ObjectNode observation =
                resource("Observation", PseudonymisedChart.newId()).put("status", "final");
        ObjectNode code = observation.putObject("code").put("text", "Age");
        addConcept(code, LOINC, AGE);
        addSubject(observation).put("effectiveDateTime", chart.today().toString());
        addAge(observation.putObject("valueQuantity"), age);
        return observation;
    }

    static boolean isAge(String token) {
        return FhirFilter.isSame(token, LOINC, AGE);
    }

    private ObjectNode observation(String id, String input, String name, Instant at) {
        ObjectNode observation = resource("Observation", id).put("status", "final");
        CODES.of(input)
                .flatMap(FhirCode::category)
                .ifPresent(category ->
                        addConcept(observation.putArray("category").addObject(), OBSERVATION_CATEGORY, category));
        observation.set("code", concept(Set.of(input), name));
        return addSubject(observation).put("effectiveDateTime", day(at));
    }

    ObjectNode condition(Shared<RecordedProblem> shared) {
        RecordedProblem item = shared.item();
        boolean listed = item.record().type() == RecordLink.Type.CONDITION;
        ObjectNode condition = resource("Condition", shared.id());
        addConcept(condition.putObject("clinicalStatus"), CLINICAL_STATUS, item.active() ? "active" : "inactive");
        addConcept(
                condition.putArray("category").addObject(),
                CONDITION_CATEGORY,
                listed ? "problem-list-item" : "encounter-diagnosis");
        condition.set("code", concept(shared.inputs(), item.name()));
        addSubject(condition);
        item.since().ifPresent(since -> condition.put(listed ? "onsetDateTime" : "recordedDate", day(since)));
        return condition;
    }

    /** An order that ended is "completed", whatever ended it: the record doesn't say. */
    ObjectNode medicationRequest(Shared<RecordedMedication> shared) {
        RecordedMedication item = shared.item();
        ObjectNode request = resource("MedicationRequest", shared.id())
                .put("status", chart.isActive(item) ? "active" : "completed")
                .put("intent", "order");
        request.set("medicationCodeableConcept", concept(shared.inputs(), item.name()));
        addSubject(request).put("authoredOn", day(item.start()));
        addPeriod(request.putObject("dispenseRequest").putObject("validityPeriod"), item);
        return request;
    }

    /** The same order, for a service that asks what is taken; it says that it was derived from an order. */
    ObjectNode medicationStatement(Shared<RecordedMedication> shared) {
        RecordedMedication item = shared.item();
        ObjectNode statement = resource("MedicationStatement", shared.id())
                .put("status", chart.isActive(item) ? "active" : "completed");
        statement.set("medicationCodeableConcept", concept(shared.inputs(), item.name()));
        addPeriod(addSubject(statement).putObject("effectivePeriod"), item);
        statement.putArray("derivedFrom").addObject().put("reference", "MedicationRequest/" + shared.id());
        return statement;
    }

    private void addPeriod(ObjectNode period, RecordedMedication item) {
        period.put("start", day(item.start()));
        item.end().filter(end -> !end.isBefore(item.start())).ifPresent(end -> period.put("end", day(end)));
    }

    private ObjectNode resource(String type, String id) {
        return JSON.objectNode().put("resourceType", type).put("id", id);
    }

    private ObjectNode addSubject(ObjectNode resource) {
        resource.putObject("subject").put("reference", "Patient/" + chart.patientId());
        return resource;
    }

    private static void addConcept(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    /** With the name that the dictionary has for it, which is coded text and not the GP's own. */
    private static ObjectNode concept(Set<String> inputs, String name) {
        ObjectNode concept = JSON.objectNode();
        List<FhirCode> codes =
                inputs.stream().flatMap(input -> CODES.of(input).stream()).toList();
        if (!codes.isEmpty()) {
            ArrayNode codings = concept.putArray("coding");
            codes.forEach(
                    code -> codings.addObject().put("system", code.system()).put("code", code.code()));
        }
        return concept.put("text", name);
    }

    /** The code of an input, as a search would name it. */
    static Optional<FhirCode> codeOf(String input) {
        return CODES.of(input);
    }

    private String day(Instant time) {
        return chart.dayOf(time).toString();
    }

    private static BigDecimal rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    List<ObjectNode> observations() {
        List<ObjectNode> all = new ArrayList<>();
        chart.measurements().forEach(item -> all.add(observation(item)));
        chart.answers()
                .forEach(item ->
                        all.add(observation(item, chart.labelOf(item.item().input()))));
        return all;
    }
}
