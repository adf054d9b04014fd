/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers the reads and searches of FHIR that a pseudonymised chart can answer alone. A search that it does not understand to the last
 * parameter is not answered: to leave a filter out would tell more than was asked, or something else.
 *
 * <p>The chart holds what an engine declared and no more, so most searches find a part of the record. Such an answer says so in an
 * OperationOutcome, and it is never the null that means "there is none" (CDS Hooks 2.0, Prefetch Template).
 */
public final class ChartSearch {

    private static final String PATIENT = "Patient";
    private static final Set<String> ALWAYS = Set.of("patient", "subject", "_count", "_sort");

    /** What may be asked of each type besides, with the place of the answer in the resource. */
    private static final Map<String, Map<String, FhirFilter>> FILTERS = Map.of(
            "Observation",
                    Map.of("code", FhirFilter.CODE, "category", FhirFilter.CATEGORY, "status", FhirFilter.STATUS),
            "Condition",
                    Map.of(
                            "code",
                            FhirFilter.CODE,
                            "category",
                            FhirFilter.CATEGORY,
                            "clinical-status",
                            FhirFilter.CLINICAL_STATUS),
            "MedicationRequest",
                    Map.of("code", FhirFilter.MEDICATION, "status", FhirFilter.STATUS, "intent", FhirFilter.INTENT),
            "MedicationStatement", Map.of("code", FhirFilter.MEDICATION, "status", FhirFilter.STATUS));

    private final PseudonymisedChart chart;
    private final FhirResources resources;

    public ChartSearch(PseudonymisedChart chart) {
        this.chart = chart;
        this.resources = new FhirResources(chart);
    }

    /**
     * @param url relative, with the ids of this call
     * @return a resource or a searchset; null of JSON where the practice knows that there is none; empty where it can't be answered
     */
    public Optional<JsonNode> answer(String url) {
        return FhirQuery.of(url).flatMap(query -> query.id().isPresent() ? read(query) : search(query));
    }

    private Optional<JsonNode> read(FhirQuery query) {
        boolean thePatient = query.type().equals(PATIENT)
                && query.id().filter(chart.patientId()::equals).isPresent();
        return thePatient ? Optional.of(resources.patient()) : Optional.empty();
    }

    private Optional<JsonNode> search(FhirQuery query) {
        if (query.type().equals(PATIENT)) {
            boolean thePatient = query.parameters().equals(Map.of("_id", chart.patientId()));
            return thePatient ? Optional.of(FhirBundle.of(List.of(resources.patient()), 1, true)) : Optional.empty();
        }
        Map<String, FhirFilter> filters = FILTERS.get(query.type());
        boolean understood = filters != null
                && query.parameters().keySet().stream()
                        .allMatch(name -> ALWAYS.contains(name) || filters.containsKey(name))
                && isOfThePatient(query);
        return understood ? find(query, filters) : Optional.empty();
    }

    /** Else it would be a search over everybody. */
    private boolean isOfThePatient(FhirQuery query) {
        List<String> given = new ArrayList<>();
        query.parameter("patient").ifPresent(given::add);
        query.parameter("subject").ifPresent(given::add);
        Set<String> forms = Set.of(chart.patientId(), PATIENT + "/" + chart.patientId());
        return given.size() == 1 && forms.containsAll(given);
    }

    private Optional<JsonNode> find(FhirQuery query, Map<String, FhirFilter> filters) {
        List<String> codes = query.parameter("code").map(ChartSearch::tokens).orElse(List.of());
        List<String> known = codes.stream().filter(this::isDeclared).toList();
        if (!codes.isEmpty() && known.isEmpty()) {
            return Optional.empty();
        }
        List<ObjectNode> found = all(query, codes).stream()
                .filter(resource -> filters.entrySet().stream().allMatch(filter -> query.parameter(filter.getKey())
                        .map(asked -> filter.getValue().matches(resource, tokens(asked)))
                        .orElse(true)))
                .toList();
        boolean whole = !codes.isEmpty() && known.size() == codes.size() && isWhole(query, codes);
        if (found.isEmpty() && whole) {
            return Optional.of(NullNode.getInstance());
        }
        return FhirOrder.of(query).map(order -> FhirBundle.of(order.apply(found), found.size(), whole));
    }

    private List<ObjectNode> all(FhirQuery query, List<String> codes) {
        return switch (query.type()) {
            case "Observation" -> observations(codes);
            case "Condition" ->
                chart.problems().stream().map(resources::condition).toList();
            case "MedicationRequest" ->
                chart.medications().stream().map(resources::medicationRequest).toList();
            default ->
                chart.medications().stream().map(resources::medicationStatement).toList();
        };
    }

    private List<ObjectNode> observations(List<String> codes) {
        List<ObjectNode> all = new ArrayList<>(resources.observations());
        if (codes.isEmpty() || codes.stream().anyMatch(FhirResources::isAge)) {
            chart.age().map(resources::ageObservation).ifPresent(all::add);
        }
        return all;
    }

    /** Whether all that the record holds under these codes is here; only then can "none" be said. */
    private boolean isWhole(FhirQuery query, List<String> codes) {
        boolean unread = query.type().startsWith("Medication") && chart.hasUnreadOrders();
        return !unread && codes.stream().flatMap(this::inputsOf).allMatch(chart::isWhole);
    }

    private boolean isDeclared(String token) {
        boolean age = FhirResources.isAge(token) && chart.age().isPresent();
        return age || inputsOf(token).findAny().isPresent();
    }

    private Stream<String> inputsOf(String token) {
        return chart.readable().stream().filter(input -> FhirResources.codeOf(input)
                .filter(code -> FhirFilter.isSame(token, code.system(), code.code()))
                .isPresent());
    }

    private static List<String> tokens(String value) {
        return Arrays.asList(value.split(",", -1));
    }
}
