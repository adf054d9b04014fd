/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.rest.Names;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;

/** Concepts as CodeableConcepts: the concept's own UUID, without a system, and its codes in the sources that fhir2 knows. */
final class Codes {

    private static final Map<String, String> SYSTEMS = Map.of(
            "LOINC", "http://loinc.org",
            "CIEL", "https://cielterminology.org",
            "SNOMED CT", "http://snomed.info/sct");

    private Codes() {}

    static Fields of(Row concept) {
        if (concept == null) {
            return null;
        }
        String name = Names.of(concept);
        List<Object> codings = new ArrayList<>();
        codings.add(Fields.of("code", concept.text("uuid")).with("display", name));
        concept.rows("conceptMappings")
                .map(each -> each.row("conceptReferenceTerm"))
                .forEach(term -> {
                    String system = SYSTEMS.get(term.row("conceptSource").text("name"));
                    if (system != null) {
                        codings.add(Fields.of("system", system).with("code", term.text("code")));
                    }
                });
        return Fields.of("coding", codings).with("text", name);
    }

    static Fields coded(String system, String code, String display) {
        return Fields.of(
                "coding", List.of(Fields.of("system", system).with("code", code).with("display", display)));
    }
}
