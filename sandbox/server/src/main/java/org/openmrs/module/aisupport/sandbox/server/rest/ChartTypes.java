/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Visits, encounters, observations, problems and allergies. */
final class ChartTypes {

    private static final String ENCOUNTER =
            "uuid,display,encounterDatetime,patient:ref,location:%1$s,form,encounterType:%1$s,"
                    + "obs:%1$s,orders:%1$s,voided,visit:%1$s,encounterProviders:%1$s,diagnoses:default";
    private static final String OBS = "uuid,display,concept:%1$s,person:ref,obsDatetime,accessionNumber,obsGroup:%1$s,"
            + "valueCodedName,groupMembers,comment,location:%1$s,order,encounter:%1$s,voided,value,valueModifier,"
            + "interpretation,status";
    private static final String VISIT = "uuid,display,patient:ref,visitType:ref,indication,location:ref,startDatetime,"
            + "stopDatetime,encounters:%1$s,attributes,voided";

    private ChartTypes() {}

    static Map<String, RestType> all() {
        Map<String, RestType> all = new HashMap<>();
        all.put("EncounterType", RestType.of("encountertype").needs("Get Encounter Types"));
        all.put("EncounterRole", RestType.of("encounterrole").needs("Get Encounter Roles"));
        all.put("VisitType", RestType.of("visittype").needs("Get Visit Types"));
        all.put("Visit", visit());
        all.put("Encounter", encounter());
        all.put("EncounterProvider", encounterProvider());
        all.put("Obs", obs());
        all.put("Condition", ProblemTypes.condition());
        all.put("Diagnosis", ProblemTypes.diagnosis());
        all.put("Allergy", ProblemTypes.allergy());
        return all;
    }

    private static RestType visit() {
        return RestType.of("visit")
                .needs("Get Visits")
                .shownAs(row -> row.row("visitType").text("name") + " @ "
                        + (row.row("location") == null
                                ? "?"
                                : row.row("location").text("name")) + " - "
                        + format("dd/MM/yyyy HH:mm", row.get("startDatetime")))
                .with("encounters", row -> row.rows("encounters").toList())
                .with("attributes", row -> List.of())
                .byDefault(VISIT.formatted("ref"))
                .full(VISIT.formatted("default"));
    }

    private static RestType encounter() {
        return RestType.of("encounter")
                .needs("Get Encounters")
                .shownAs(row -> row.row("encounterType").text("name") + " "
                        + format("dd/MM/yyyy", row.get("encounterDatetime")))
                .with("obs", row -> row.rows("obs").toList())
                .with("orders", row -> row.rows("orders").toList())
                .with("diagnoses", row -> row.rows("diagnoses").toList())
                .with("encounterProviders", row -> row.rows("encounterProviders")
                        .toList())
                .byDefault(ENCOUNTER.formatted("ref"))
                .full(ENCOUNTER.formatted("default"));
    }

    private static RestType encounterProvider() {
        return RestType.of("encounterprovider")
                .at(row -> "encounter/" + row.row("encounter").text("uuid") + "/encounterprovider/" + row.text("uuid"))
                .shownAs(row -> PersonTypes.providerName(row.row("provider")) + ": "
                        + row.row("encounterRole").text("name"))
                .byDefault("uuid,display,provider:ref,encounterRole:ref,voided");
    }

    private static RestType obs() {
        return RestType.of("obs")
                .needs("Get Observations")
                .shownAs(row -> DictionaryTypes.nameOf(row.row("concept")) + ": " + words(row))
                .with("person", row -> new RestType.Shown(PersonTypes.PERSON, row.row("person")))
                .with("value", ChartTypes::value)
                .with("groupMembers", row -> null)
                .byDefault(OBS.formatted("ref"))
                .full(OBS.formatted("default"));
    }

    private static Object value(Row obs) {
        List<Object> present = new ArrayList<>();
        for (String property : List.of("valueNumeric", "valueText", "valueDatetime")) {
            if (obs.get(property) != null) {
                present.add(obs.get(property));
            }
        }
        return present.isEmpty() ? obs.row("valueCoded") : present.get(0);
    }

    private static String words(Row obs) {
        Object value = value(obs);
        if (value instanceof Row concept) {
            return DictionaryTypes.nameOf(concept);
        }
        if (value instanceof Double number) {
            return new DecimalFormat("#0.0#####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
        }
        return String.valueOf(value);
    }

    private static String format(String pattern, Object date) {
        return date == null ? "?" : new SimpleDateFormat(pattern, Locale.UK).format(date);
    }

    /** A group of properties that is no entity, in the order given. */
    static Map<String, Object> group(Object... namesAndValues) {
        Map<String, Object> group = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            group.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return group;
    }
}
