/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.snapshot.InputDefinition;

/**
 * What an engine could read of a record when it was called. Engines are set up anew and updated, but a patient is told what was so then.
 *
 * @param inputs ids of the concept mapping with their kinds; without those that the dictionary lacks or the patient left out
 */
public record Readable(Map<String, InputDefinition.Kind> inputs, Set<PersonalData> person) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Readable {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        person = Set.copyOf(person);
    }

    static Readable of(EngineTask task) {
        return new Readable(task.snapshot().readable(), task.engine().card().personalData());
    }

    /** What could be read this time or that. */
    public Readable and(Readable other) {
        Map<String, InputDefinition.Kind> both = new TreeMap<>(inputs);
        both.putAll(other.inputs);
        Set<PersonalData> people = EnumSet.noneOf(PersonalData.class);
        people.addAll(person);
        people.addAll(other.person);
        return new Readable(both, people);
    }

    String json() {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode kinds = json.putObject("inputs");
        inputs.forEach((id, kind) -> kinds.put(id, kind.name()));
        person.stream().map(PersonalData::name).sorted().forEach(json.putArray("person")::add);
        return json.toString();
    }

    static Readable read(String stored) {
        try {
            JsonNode json = JSON.readTree(stored);
            Map<String, InputDefinition.Kind> inputs = new TreeMap<>();
            for (Iterator<String> ids = json.path("inputs").fieldNames(); ids.hasNext(); ) {
                String id = ids.next();
                inputs.put(
                        id,
                        InputDefinition.Kind.valueOf(
                                json.path("inputs").path(id).asText()));
            }
            Set<PersonalData> person = EnumSet.noneOf(PersonalData.class);
            json.path("person").forEach(data -> person.add(PersonalData.valueOf(data.asText())));
            return new Readable(inputs, person);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What this class wrote can be read as JSON", e);
        }
    }
}
