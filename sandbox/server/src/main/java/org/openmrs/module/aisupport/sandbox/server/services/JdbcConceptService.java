/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import static org.openmrs.module.aisupport.sandbox.server.platform.Privileges.require;

import java.util.Optional;
import java.util.UUID;
import org.openmrs.Concept;
import org.openmrs.ConceptClass;
import org.openmrs.ConceptDatatype;
import org.openmrs.ConceptName;
import org.openmrs.api.APIException;
import org.openmrs.api.ConceptService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** The dictionary, as far as modules add to it. */
@Transactional
public class JdbcConceptService extends PlatformService implements ConceptService {

    private final JdbcTemplate jdbc;

    public JdbcConceptService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Concept getConceptByUuid(String uuid) {
        require("Get Concepts");
        return jdbc
                .query(
                        "SELECT concept_id, class_id, datatype_id FROM concept WHERE uuid = ?",
                        (row, index) -> concept(uuid, row.getInt(1), row.getInt(2), row.getInt(3)),
                        uuid)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private Concept concept(String uuid, int id, int classId, int datatypeId) {
        Concept concept = new Concept();
        concept.setId(id);
        concept.setUuid(uuid);
        conceptClass("concept_class_id = ?", classId).ifPresent(concept::setConceptClass);
        datatype("concept_datatype_id = ?", datatypeId).ifPresent(concept::setDatatype);
        jdbc.query(
                        "SELECT concept_name_id, uuid, name, locale FROM concept_name WHERE concept_id = ? AND voided = FALSE"
                                + " ORDER BY locale_preferred DESC, concept_name_id",
                        (row, index) -> {
                            ConceptName name =
                                    new ConceptName(row.getString(3), StringUtils.parseLocale(row.getString(4)));
                            name.setId(row.getInt(1));
                            name.setUuid(row.getString(2));
                            return name;
                        },
                        id)
                .forEach(concept::addName);
        return concept;
    }

    @Override
    public Concept saveConcept(Concept concept) {
        require("Manage Concepts");
        refuseIfLocked();
        ConceptName name = concept.getName();
        if (name == null || concept.getConceptClass() == null || concept.getDatatype() == null) {
            throw new APIException("A concept needs a name, a class and a datatype");
        }
        refuseIfTaken(name);
        jdbc.update(
                "INSERT INTO concept (uuid, class_id, datatype_id, creator) VALUES (?, ?, ?, ?)",
                concept.getUuid(),
                concept.getConceptClass().getId(),
                concept.getDatatype().getId(),
                creator());
        concept.setId(jdbc.queryForObject("SELECT LAST_INSERT_ID()", Integer.class));
        jdbc.update(
                "INSERT INTO concept_name (concept_id, name, locale, locale_preferred, concept_name_type, creator, uuid)"
                        + " VALUES (?, ?, ?, TRUE, 'FULLY_SPECIFIED', ?, ?)",
                concept.getConceptId(),
                name.getName(),
                name.getLocale().toString(),
                creator(),
                UUID.randomUUID().toString());
        return concept;
    }

    private void refuseIfLocked() {
        boolean locked = jdbc.queryForList(
                        "SELECT property_value FROM global_property WHERE property = 'concepts.locked'", String.class)
                .contains("true");
        if (locked) {
            throw new APIException("Concepts are locked");
        }
    }

    private void refuseIfTaken(ConceptName name) {
        if (!jdbc.queryForList(
                        "SELECT n.concept_name_id FROM concept_name n JOIN concept c ON c.concept_id = n.concept_id"
                                + " WHERE n.name = ? AND n.locale = ? AND n.voided = FALSE AND c.retired = FALSE",
                        name.getName(),
                        name.getLocale().toString())
                .isEmpty()) {
            throw new APIException(
                    "'" + name.getName() + "' is a duplicate concept name in locale '" + name.getLocale() + "'");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public ConceptClass getConceptClassByName(String name) {
        require("Get Concept Classes");
        return conceptClass("name = ?", name).orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public ConceptDatatype getConceptDatatypeByName(String name) {
        require("Get Concept Datatypes");
        return datatype("name = ?", name).orElse(null);
    }

    private Optional<ConceptClass> conceptClass(String condition, Object key) {
        return jdbc
                .query(
                        "SELECT concept_class_id, uuid, name FROM concept_class WHERE " + condition,
                        (row, index) -> {
                            ConceptClass found = new ConceptClass();
                            found.setId(row.getInt(1));
                            found.setUuid(row.getString(2));
                            found.setName(row.getString(3));
                            return found;
                        },
                        key)
                .stream()
                .findFirst();
    }

    private Optional<ConceptDatatype> datatype(String condition, Object key) {
        return jdbc
                .query(
                        "SELECT concept_datatype_id, uuid, name FROM concept_datatype WHERE " + condition,
                        (row, index) -> {
                            ConceptDatatype found = new ConceptDatatype();
                            found.setId(row.getInt(1));
                            found.setUuid(row.getString(2));
                            found.setName(row.getString(3));
                            return found;
                        },
                        key)
                .stream()
                .findFirst();
    }
}
