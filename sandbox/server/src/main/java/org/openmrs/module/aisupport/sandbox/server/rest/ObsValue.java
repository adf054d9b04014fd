/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

/** An observation's value, in the column that its concept's datatype says. */
record ObsValue(String column, Object value) {

    static ObsValue of(Submission obs, Row concept) {
        if (!obs.has("value")) {
            obs.reject("value", "error.noValue", "there is no value");
            return null;
        }
        String datatype = concept.row("datatype").text("name");
        return switch (datatype) {
            case "Numeric" -> new ObsValue("value_numeric", number(obs, concept));
            case "Coded" -> coded(obs);
            case "Text" -> new ObsValue("value_text", obs.text("value"));
            case "Date", "Datetime" -> new ObsValue("value_datetime", obs.time("value"));
            default -> throw new RestException.Conversion("the sandbox keeps no values of the datatype " + datatype);
        };
    }

    private static Double number(Submission obs, Row concept) {
        double number = parsed(obs.text("value"));
        if (number != Math.rint(number) && !concept.is("allowDecimal")) {
            obs.reject("value", "Obs.error.precision", "the concept allows whole numbers only");
        }
        return number;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new RestException.Conversion("'" + text + "' is not a number");
        }
    }

    private static ObsValue coded(Submission obs) {
        Row answer = obs.required("value", "Concept", "error.null");
        return new ObsValue("value_coded", NewRows.key(answer, "conceptId"));
    }
}
