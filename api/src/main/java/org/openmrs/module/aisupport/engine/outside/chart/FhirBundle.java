/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A searchset (http://hl7.org/fhir/R4/bundle.html#searchset). */
final class FhirBundle {

    private static final String PARTIAL =
            "Only what the practice shares of this record is here. What is missing may still stand in the record.";

    /** A bundle needs whole addresses (bdl-7, and to resolve what refers within it). This one leads nowhere, by RFC 2606: there is no server to ask. */
    private static final String NOWHERE = "https://pseudonymised.invalid/";

    private FhirBundle() {}

    /** @param whole false where the record may hold more of what was asked for */
    static ObjectNode of(List<ObjectNode> found, int total, boolean whole) {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "searchset");
        if (whole) {
            bundle.put("total", total);
        }
        ArrayNode entries = bundle.putArray("entry");
        found.forEach(resource -> add(entries, resource, "match"));
        if (!whole) {
            add(entries, partial(), "outcome");
        }
        return bundle;
    }

    private static void add(ArrayNode entries, ObjectNode resource, String mode) {
        String address = resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
        ObjectNode entry = entries.addObject().put("fullUrl", NOWHERE + address);
        entry.set("resource", resource);
        entry.putObject("search").put("mode", mode);
    }

    private static ObjectNode partial() {
        ObjectNode outcome = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "OperationOutcome")
                .put("id", PseudonymisedChart.newId());
        ObjectNode issue =
                outcome.putArray("issue").addObject().put("severity", "warning").put("code", "suppressed");
        issue.putObject("details").put("text", PARTIAL);
        return outcome;
    }
}
