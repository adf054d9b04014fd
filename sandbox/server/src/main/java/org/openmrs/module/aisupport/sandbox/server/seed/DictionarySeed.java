/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.Concept;
import org.openmrs.module.aisupport.sandbox.server.seed.PatientFile.Mapping;

/** Concepts with their names, units, answers and codes; and the types of visits and encounters. */
final class DictionarySeed {

    private final Rows rows;
    private final Keys keys;
    private final Map<Mapping, Integer> terms = new HashMap<>();

    DictionarySeed(Rows rows, Keys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    void load(PatientFile file) {
        file.conceptSources()
                .forEach(source -> keys.put(
                        "source",
                        source.name(),
                        rows.insert(Rows.of("concept_reference_source")
                                .with("uuid", source.uuid())
                                .with("name", source.name())
                                .with("description", source.description()))));
        file.concepts().forEach(this::concept);
        file.concepts().forEach(this::answers);
        file.concepts().forEach(this::members);
        file.encounterTypes().forEach(type -> named("encounter_type", "encounterType", type));
        file.visitTypes().forEach(type -> named("visit_type", "visitType", type));
        file.locations().forEach(this::location);
    }

    /** O3 lets people log in, and visits take place, where the location is tagged so. */
    private void location(PatientFile.Named location) {
        named("location", "location", location);
        for (String tag : List.of("Login Location", "Visit Location")) {
            rows.insertKeyed(Rows.of("location_tag_map")
                    .with("location_id", keys.get("location", location.key()))
                    .with("location_tag_id", rows.id("location_tag", "name", tag, "location_tag_id")));
        }
    }

    private void named(String table, String kind, PatientFile.Named entry) {
        keys.put(
                kind,
                entry.key(),
                rows.insert(Rows.of(table)
                        .with("uuid", entry.uuid())
                        .with("name", entry.name())
                        .with("description", entry.name())));
    }

    private void concept(Concept concept) {
        int id = rows.insert(Rows.of("concept")
                .with("uuid", concept.uuid())
                .with("class_id", rows.id("concept_class", "name", concept.conceptClass(), "concept_class_id"))
                .with("datatype_id", rows.id("concept_datatype", "name", concept.datatype(), "concept_datatype_id"))
                .with("is_set", !concept.members().isEmpty()));
        keys.put("concept", concept.key(), id);
        rows.insert(Rows.of("concept_name")
                .with("concept_id", id)
                .with("name", concept.name())
                .with("locale", "en")
                .with("locale_preferred", true)
                .with("concept_name_type", "FULLY_SPECIFIED")
                .with("uuid", Keys.derived(concept.uuid() + "/name")));
        if (concept.datatype().equals("Numeric")) {
            rows.insertKeyed(Rows.of("concept_numeric")
                    .with("concept_id", id)
                    .with("units", concept.units())
                    .with("allow_decimal", true));
        }
        if (concept.datatype().equals("Text")) {
            keys.markAsText(concept.key());
        }
        concept.mappings().forEach(mapping -> map(concept, id, mapping));
    }

    private void map(Concept concept, int id, Mapping mapping) {
        rows.insert(Rows.of("concept_reference_map")
                .with("concept_id", id)
                .with("concept_reference_term_id", terms.computeIfAbsent(mapping, this::term))
                .with("concept_map_type_id", rows.id("concept_map_type", "name", "SAME-AS", "concept_map_type_id"))
                .with("uuid", Keys.derived(concept.uuid() + "/mapping/" + mapping.source() + "/" + mapping.code())));
    }

    private int term(Mapping mapping) {
        return rows.insert(Rows.of("concept_reference_term")
                .with("concept_source_id", keys.get("source", mapping.source()))
                .with("code", mapping.code())
                .with("uuid", Keys.derived("term/" + mapping.source() + "/" + mapping.code())));
    }

    private void answers(Concept concept) {
        double weight = 1;
        for (String answer : concept.answers()) {
            rows.insert(Rows.of("concept_answer")
                    .with("concept_id", keys.concept(concept.key()))
                    .with("answer_concept", keys.concept(answer))
                    .with("sort_weight", weight++)
                    .with("uuid", Keys.derived(concept.uuid() + "/answer/" + answer)));
        }
    }

    private void members(Concept concept) {
        double weight = 1;
        for (String member : concept.members()) {
            rows.insert(Rows.of("concept_set")
                    .with("concept_set", keys.concept(concept.key()))
                    .with("concept_id", keys.concept(member))
                    .with("sort_weight", weight++)
                    .with("uuid", Keys.derived(concept.uuid() + "/member/" + member)));
        }
    }
}
