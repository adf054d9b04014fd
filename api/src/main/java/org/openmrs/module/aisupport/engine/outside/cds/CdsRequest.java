/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openmrs.module.aisupport.engine.outside.chart.ChartSearch;
import org.openmrs.module.aisupport.engine.outside.chart.PseudonymisedChart;

/**
 * What one service is asked with (CDS Hooks 2.0, Calling a CDS Service): hook, context and the prefetch that the chart can answer. There
 * is no {@code fhirServer} and no {@code fhirAuthorization}: a service gets what is in here and can fetch nothing.
 *
 * @param chart of this call, which leads back what the cards cite
 * @param unanswered keys of templates that the chart can't answer; they are left out, as the specification has it
 */
public record CdsRequest(CdsService service, PseudonymisedChart chart, byte[] json, List<String> unanswered) {

    public CdsRequest {
        unanswered = List.copyOf(unanswered);
    }

    /** For one call only: ids and {@code hookInstance} are new in each. */
    public static CdsRequest of(CdsService service, PseudonymisedChart chart) {
        CdsContext context = new CdsContext(service.hook(), chart);
        ChartSearch search = new ChartSearch(chart);
        ObjectNode prefetch = JsonNodeFactory.instance.objectNode();
        List<String> unanswered = new ArrayList<>();
        service.prefetch().forEach((key, template) -> {
            Optional<JsonNode> answer = context.fill(template).flatMap(search::answer);
            answer.ifPresentOrElse(found -> prefetch.set(key, found), () -> unanswered.add(key));
        });
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("hook", service.hook().word())
                .put("hookInstance", UUID.randomUUID().toString());
        body.set("context", context.json());
        if (prefetch.size() > 0) {
            body.set("prefetch", prefetch);
        }
        return new CdsRequest(service, chart, body.toString().getBytes(StandardCharsets.UTF_8), unanswered);
    }

    /** False where the service asks for data and would get none: it could only say that it lacks them (status 412). */
    public boolean isWorthwhile() {
        return service.prefetch().isEmpty()
                || unanswered.size() < service.prefetch().size();
    }

    /** Nothing of the content. */
    @Override
    public String toString() {
        return "CdsRequest[" + service.id() + ", " + json.length + " bytes]";
    }
}
