/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.outside.llm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.outside.chart.PseudonymisedChart;

/**
 * A pseudonymised chart as a numbered list for a language model. It is JSON: whatever stands in a name, no quote and no line of it can
 * end the list and begin an instruction.
 */
final class NumberedItems {

    private final PseudonymisedChart chart;
    private final ArrayNode list = JsonNodeFactory.instance.arrayNode();
    private final Map<String, Item> byId = new LinkedHashMap<>();

    /** @param text all that the model was told of it, which is what a claim may quote */
    record Item(String text, Evidence evidence) {}

    NumberedItems(PseudonymisedChart chart) {
        this.chart = chart;
        chart.measurements().forEach(shared -> add("measurement", shared.evidence()));
        chart.problems().forEach(shared -> add("problem", shared.evidence())
                .put("status", shared.item().active() ? "active" : "inactive"));
        chart.medications().forEach(shared -> add("medication", shared.evidence())
                .put("status", chart.isActive(shared.item()) ? "active" : "ended"));
        chart.answers().forEach(shared -> add("answer", shared.evidence()));
    }

    private ObjectNode add(String kind, Evidence evidence) {
        String id = "i" + (byId.size() + 1);
        String date = evidence.date().map(this::day).orElse("");
        ObjectNode item = list.addObject().put("id", id).put("kind", kind).put("name", evidence.display());
        evidence.value().ifPresent(value -> item.put("value", value));
        if (!date.isEmpty()) {
            item.put("date", date);
        }
        byId.put(id, new Item(evidence.display() + " " + evidence.value().orElse("") + " " + date, evidence));
        return item;
    }

    private String day(Instant time) {
        return chart.dayOf(time).toString();
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    Optional<Item> item(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What is known of the person, as text that a claim may quote. */
    String person() {
        return chart.age().map(age -> age.words()).orElse("");
    }

    ObjectNode json() {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ObjectNode patient = record.putObject("patient");
        chart.age().ifPresent(age -> patient.put("age", age.words()));
        chart.sex().ifPresent(sex -> patient.put("sex", sex.name().toLowerCase(Locale.ROOT)));
        record.put("today", chart.today().toString());
        record.set("items", list);
        return record;
    }
}
