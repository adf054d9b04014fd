/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Map;

/** Conditions, diagnoses and allergies: coded where the dictionary has a concept, in words where not. */
final class ProblemTypes {

    private ProblemTypes() {}

    static RestType condition() {
        return RestType.of("condition")
                .needs("Get Conditions")
                .shownAs(row -> words(row.row("condition")))
                .with("condition", row -> codedOrFreeText(row.row("condition")))
                .byDefault("uuid,display,condition:ref,patient:ref,clinicalStatus,verificationStatus,previousVersion,"
                        + "onsetDate,endDate,voided")
                .full("uuid,display,condition:default,patient:ref,clinicalStatus,verificationStatus,previousVersion,"
                        + "onsetDate,endDate,additionalDetail,voided");
    }

    static RestType diagnosis() {
        return RestType.of("patientdiagnoses")
                .needs("Get Diagnoses")
                .shownAs(row -> words(row.row("diagnosis")))
                .with("diagnosis", row -> codedOrFreeText(row.row("diagnosis")))
                .byDefault("uuid,diagnosis:ref,condition:ref,encounter:ref,certainty,rank,voided,display,patient:ref")
                .full("uuid,diagnosis:default,patient:ref,condition,encounter,certainty,rank,voided,display");
    }

    static RestType allergy() {
        return RestType.of("allergy")
                .needs("Get Allergies")
                .at(row -> "patient/" + row.row("patient").text("uuid") + "/allergy/" + row.text("uuid"))
                .shownAs(row -> DictionaryTypes.nameOf(row.row("allergen").row("codedAllergen")))
                .with("allergen", row -> allergen(row.row("allergen")))
                .with("comment", row -> row.get("comments"))
                .with("reactions", row -> row.rows("reactions")
                        .map(each -> ChartTypes.group(
                                "reaction", each.row("reaction"), "reactionNonCoded", each.get("reactionNonCoded")))
                        .toList())
                .byDefault("display,uuid,allergen:default,severity:ref,comment,reactions:default,patient:ref")
                .full(
                        "display,uuid,allergen:default,severity:default,comment,reactions:default,patient:default,voided");
    }

    private static Map<String, Object> allergen(Row allergen) {
        return ChartTypes.group(
                "allergenType",
                allergen.get("allergenType"),
                "codedAllergen",
                allergen.row("codedAllergen"),
                "nonCodedAllergen",
                allergen.get("nonCodedAllergen"));
    }

    private static Map<String, Object> codedOrFreeText(Row value) {
        return ChartTypes.group("coded", value.row("coded"), "specificName", null, "nonCoded", value.get("nonCoded"));
    }

    private static String words(Row value) {
        return value.row("coded") == null ? value.text("nonCoded") : DictionaryTypes.nameOf(value.row("coded"));
    }
}
