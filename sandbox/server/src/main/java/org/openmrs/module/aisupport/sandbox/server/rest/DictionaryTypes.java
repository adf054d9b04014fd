/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Concepts and what belongs to them. */
final class DictionaryTypes {

    private static final String CONCEPT = "uuid,display,name:default,datatype:ref,conceptClass:ref,set,version,retired,"
            + "names:ref,descriptions,mappings:ref,answers:ref,setMembers:ref";
    private static final String NUMERIC =
            ",hiNormal,hiAbsolute,hiCritical,lowNormal,lowAbsolute,lowCritical,units,allowDecimal,displayPrecision";

    private DictionaryTypes() {}

    static Map<String, RestType> all() {
        return Map.of(
                "Concept",
                concept(CONCEPT),
                "ConceptNumeric",
                concept(CONCEPT + NUMERIC),
                "ConceptName",
                RestType.of("name")
                        .at(row -> "concept/" + row.row("concept").text("uuid") + "/name/" + row.text("uuid"))
                        .byDefault("display,uuid,name,locale,localePreferred,conceptNameType"),
                "ConceptMap",
                RestType.of("mapping")
                        .at(row -> "concept/" + row.row("concept").text("uuid") + "/mapping/" + row.text("uuid"))
                        .shownAs(row -> term(row.row("conceptReferenceTerm")))
                        .byDefault("display,uuid,conceptReferenceTerm:ref,conceptMapType:ref"),
                "ConceptReferenceTerm",
                RestType.of("conceptreferenceterm")
                        .needs("Get Concept Reference Terms")
                        .shownAs(DictionaryTypes::term)
                        .byDefault("uuid,display,name,conceptSource:ref,code,retired"),
                "ConceptSource",
                RestType.of("conceptsource").needs("Get Concept Sources"),
                "ConceptMapType",
                RestType.of("conceptmaptype")
                        .needs("Get Concept Map Types")
                        .byDefault("uuid,display,name,isHidden,retired"),
                "ConceptClass",
                RestType.of("conceptclass").needs("Get Concept Classes"),
                "ConceptDatatype",
                RestType.of("conceptdatatype")
                        .needs("Get Concept Datatypes")
                        .byDefault("uuid,display,name,description,hl7Abbreviation,retired"));
    }

    private static RestType concept(String properties) {
        return RestType.of("concept")
                .needs("Get Concepts")
                .shownAs(DictionaryTypes::nameOf)
                .with("name", DictionaryTypes::preferredName)
                .with("names", row -> row.rows("names").toList())
                .with("descriptions", row -> List.of())
                .with("setMembers", row -> row.rows("conceptSets")
                        .map(member -> member.row("concept"))
                        .toList())
                .with("mappings", row -> row.rows("conceptMappings").toList())
                .with("answers", row -> row.rows("answers")
                        .map(answer -> answer.row("answerConcept"))
                        .toList())
                .byDefault(properties);
    }

    static String nameOf(Row concept) {
        Row name = preferredName(concept);
        return name == null ? concept.text("uuid") : name.text("name");
    }

    private static Row preferredName(Row concept) {
        return concept.rows("names")
                .min(Comparator.<Row, Boolean>comparing(name -> !name.is("localePreferred"))
                        .thenComparing(name -> (Integer) name.get("conceptNameId")))
                .orElse(null);
    }

    private static String term(Row term) {
        return term.row("conceptSource").text("name") + ": " + term.text("code");
    }
}
