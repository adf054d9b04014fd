/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be searched, and by which parameters. */
@Component
final class Searches {

    private final Entities entities;
    private final Map<String, BiFunction<String, Map<String, String>, List<Row>>> special = Map.of(
            "Patient", (entity, parameters) -> patients(parameters),
            "Encounter", (entity, parameters) -> encounters(parameters),
            "Visit", (entity, parameters) -> visits(parameters),
            "Obs", (entity, parameters) -> observations(parameters),
            "Condition", (entity, parameters) -> conditions(parameters),
            "Order", (entity, parameters) -> orders(parameters),
            "Concept", (entity, parameters) -> concepts(parameters),
            "User", (entity, parameters) -> users(parameters),
            "Provider", (entity, parameters) -> providers(parameters),
            "GlobalProperty", (entity, parameters) -> settings(parameters));

    Searches(Entities entities) {
        this.entities = entities;
    }

    List<Row> search(String entity, Map<String, String> parameters) {
        return special.getOrDefault(entity, this::named).apply(entity, parameters);
    }

    /** Metadata: all, or those whose name begins with what was asked for. */
    private List<Row> named(String entity, Map<String, String> parameters) {
        return entities.list(
                "from " + entity + " x where x.retired = false and x.name like :name order by x.name",
                Map.of("name", parameters.getOrDefault("q", "") + "%"));
    }

    /** Names or a number that begin so. Unlike OpenMRS, the sandbox lists everybody when asked for nobody in particular. */
    private List<Row> patients(Map<String, String> parameters) {
        String query = parameters.get("q");
        if (query == null) {
            throw new RestException.Unsupported();
        }
        List<Row> all = entities.list("from Patient p where p.voided = false order by p.patientId", Map.of());
        List<String> words = Stream.of(query.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return all.stream()
                .filter(patient -> words.stream().allMatch(word -> matches(patient, word)))
                .toList();
    }

    private static boolean matches(Row patient, String word) {
        Stream<String> names = patient.rows("names")
                .flatMap(name -> Stream.of(name.text("givenName"), name.text("middleName"), name.text("familyName")));
        Stream<String> numbers = patient.rows("identifiers").map(identifier -> identifier.text("identifier"));
        return Stream.concat(names, numbers)
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).startsWith(word));
    }

    private List<Row> encounters(Map<String, String> parameters) {
        return of(
                        "from Encounter x where x.voided = false and x.patient.uuid = :patient"
                                + " order by x.encounterDatetime desc, x.encounterId desc",
                        parameters.get("patient"))
                .stream()
                .filter(encounter -> isOf(parameters.get("visit"), encounter.row("visit"))
                        && isOf(parameters.get("encounterType"), encounter.row("encounterType")))
                .toList();
    }

    private static boolean isOf(String uuid, Row row) {
        return uuid == null || row != null && row.text("uuid").equals(uuid);
    }

    /** A patient's, or, as O3's home page asks, those at a location. */
    private List<Row> visits(Map<String, String> parameters) {
        if (!parameters.containsKey("patient") && !parameters.containsKey("location")) {
            throw new RestException.Unsupported();
        }
        Map<String, String> asked = new HashMap<>(parameters);
        asked.keySet().retainAll(Set.of("patient", "location"));
        String where = asked.keySet().stream()
                .map(each -> " and x." + each + ".uuid = :" + each)
                .collect(Collectors.joining());
        boolean onlyActive = "false".equals(parameters.get("includeInactive"));
        return entities
                .list(
                        "from Visit x where x.voided = false" + where
                                + (onlyActive ? " and x.stopDatetime is null" : "")
                                + " order by x.startDatetime desc, x.visitId desc",
                        asked)
                .stream()
                .filter(visit -> startsIn(visit, parameters.get("fromStartDate")))
                .toList();
    }

    private static boolean startsIn(Row visit, String from) {
        return from == null || !PostedTime.of((Date) visit.get("startDatetime")).isBefore(PostedTime.parse(from));
    }

    private List<Row> observations(Map<String, String> parameters) {
        String order = " order by x.obsDatetime desc, x.obsId desc";
        if (parameters.containsKey("encounter")) {
            return entities.list(
                    "from Obs x where x.voided = false and x.encounter.uuid = :encounter" + order,
                    Map.of("encounter", parameters.get("encounter")));
        }
        List<Row> all =
                of("from Obs x where x.voided = false and x.person.uuid = :patient" + order, parameters.get("patient"));
        String concept = parameters.get("concept");
        return concept == null
                ? all
                : all.stream()
                        .filter(obs -> obs.row("concept").text("uuid").equals(concept))
                        .toList();
    }

    private List<Row> conditions(Map<String, String> parameters) {
        String patient = parameters.getOrDefault("patientUuid", parameters.getOrDefault("patient", ""));
        boolean all = "true".equals(parameters.get("includeInactive"));
        return of(
                "from Condition x where x.voided = false and x.patient.uuid = :patient"
                        + (all ? "" : " and x.clinicalStatus = 'ACTIVE' and x.endDate is null")
                        + " order by x.onsetDate desc, x.conditionId desc",
                patient);
    }

    private List<Row> orders(Map<String, String> parameters) {
        String patient = parameters.get("patient");
        if (patient == null) {
            throw new RestException.InvalidSearch("Please provide patientUuid in the patient parameter");
        }
        if (entities.byUuid("Patient", patient).isEmpty()) {
            throw new RestException.ObjectNotFound();
        }
        return new OrderSearch(parameters)
                .in(of("from Order x where x.voided = false and x.patient.uuid = :patient", patient));
    }

    private List<Row> concepts(Map<String, String> parameters) {
        return entities.list(
                "select distinct x from ConceptName n join n.concept x where x.retired = false and n.voided = false"
                        + " and n.name like :name order by x.conceptId",
                Map.of("name", "%" + parameters.getOrDefault("q", "") + "%"));
    }

    private List<Row> users(Map<String, String> parameters) {
        return entities.list(
                "from User x where x.retired = false and x.username like :name order by x.userId",
                Map.of("name", parameters.getOrDefault("q", "") + "%"));
    }

    /** By the beginning of a name or of the provider's identifier. */
    private List<Row> providers(Map<String, String> parameters) {
        String query = parameters.getOrDefault("q", "").strip().toLowerCase(Locale.ROOT);
        return entities.list("from Provider x where x.retired = false order by x.providerId", Map.of()).stream()
                .filter(provider -> Stream.concat(
                                Stream.of(provider.text("identifier")),
                                Stream.of(PersonTypes.providerName(provider).split(" ")))
                        .anyMatch(part -> part.toLowerCase(Locale.ROOT).startsWith(query)))
                .toList();
    }

    private List<Row> settings(Map<String, String> parameters) {
        return entities.list(
                "from GlobalProperty x where x.property like :name order by x.property",
                Map.of("name", parameters.getOrDefault("q", "") + "%"));
    }

    private List<Row> of(String hql, String patient) {
        if (patient == null) {
            throw new RestException.Unsupported();
        }
        return entities.list(hql, Map.of("patient", patient));
    }
}
