/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openmrs.module.aisupport.engine.outside.chart.PseudonymisedChart;

/**
 * The context of one call (CDS Hooks 2.0, Hooks; patient-view and encounter-start), with ids made for it alone. The user is somebody: a
 * service is told neither who, nor whether it was the same one as before.
 */
final class CdsContext {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]*)}}");

    private final Map<String, String> fields = new LinkedHashMap<>();

    CdsContext(CdsHook hook, PseudonymisedChart chart) {
        fields.put("userId", "Practitioner/" + PseudonymisedChart.newId());
        fields.put("patientId", chart.patientId());
        if (hook.isOfEncounter()) {
            fields.put("encounterId", PseudonymisedChart.newId());
        }
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields.forEach(json::put);
        return json;
    }

    /** A prefetch template with its tokens replaced; empty where it has one that isn't of this context. */
    Optional<String> fill(String template) {
        Matcher token = TOKEN.matcher(template);
        StringBuilder filled = new StringBuilder();
        while (token.find()) {
            String value = token.group(1).startsWith("context.")
                    ? fields.get(token.group(1).substring("context.".length()))
                    : null;
            if (value == null) {
                return Optional.empty();
            }
            token.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        token.appendTail(filled);
        return filled.indexOf("{{") < 0 ? Optional.of(filled.toString()) : Optional.empty();
    }
}
