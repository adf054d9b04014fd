/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openmrs.module.aisupport.sandbox.server.rest.Row;

/** Numbers with the unit of their concept, and what its dictionary calls normal. */
final class Quantities {

    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String RANGES = "http://terminology.hl7.org/CodeSystem/referencerange-meaning";
    private static final String ABSOLUTE = "http://fhir.openmrs.org/ext/obs/reference-range";
    /** Of the units that the made-up dictionary has, those that are UCUM's. fhir2 asks UCUM's own grammar. */
    private static final Set<String> OF_UCUM =
            Set.of("kg", "cm", "mmHg", "%", "mmol/L", "umol/L", "mg/dL", "g/dL", "mmol/mol", "mg/g", "ng/ml");

    private Quantities() {}

    static Fields of(Double value, Row concept) {
        String unit = (String) concept.get("units");
        boolean coded = unit != null && OF_UCUM.contains(unit);
        return Fields.of("value", number(value, concept))
                .with("unit", unit)
                .with("system", coded ? UCUM : null)
                .with("code", coded ? unit : null);
    }

    static List<Fields> ranges(Row concept) {
        List<Fields> ranges = new ArrayList<>();
        range(concept, "Normal", RANGES, "normal", ranges);
        range(concept, "Critical", RANGES, "treatment", ranges);
        range(concept, "Absolute", ABSOLUTE, "absolute", ranges);
        return ranges;
    }

    private static void range(Row concept, String which, String system, String code, List<Fields> all) {
        Object low = concept.get("low" + which);
        Object high = concept.get("hi" + which);
        if (low != null || high != null) {
            all.add(Fields.of("low", bound(low, concept))
                    .with("high", bound(high, concept))
                    .with(
                            "type",
                            Fields.of(
                                    "coding",
                                    List.of(Fields.of("system", system).with("code", code)))));
        }
    }

    private static Fields bound(Object value, Row concept) {
        return value == null ? null : Fields.of("value", number((Double) value, concept));
    }

    private static Object number(Double value, Row concept) {
        return concept.is("allowDecimal") ? (Object) value : value.longValue();
    }
}
