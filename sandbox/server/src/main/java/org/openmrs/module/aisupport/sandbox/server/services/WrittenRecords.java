/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.services;

import java.util.Optional;
import org.openmrs.CodedOrFreeText;
import org.openmrs.Concept;
import org.openmrs.OpenmrsObject;
import org.openmrs.module.aisupport.sandbox.server.seed.Rows;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the services of the chart share: a row that is added, found by its uuid, and voided. */
final class WrittenRecords {

    private final JdbcTemplate jdbc;
    private final String table;
    private final String key;

    WrittenRecords(JdbcTemplate jdbc, String table, String key) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = key;
    }

    Rows.Row row(OpenmrsObject record) {
        return Rows.of(table).with("uuid", record.getUuid()).with("creator", PlatformService.creator());
    }

    void add(Rows.Row row, OpenmrsObject record) {
        record.setId(new Rows(jdbc).insert(row));
    }

    Optional<Integer> keyOf(String uuid) {
        return jdbc.queryForList("SELECT " + key + " FROM " + table + " WHERE uuid = ?", Integer.class, uuid).stream()
                .findFirst();
    }

    void markVoided(String uuid, String reason) {
        jdbc.update(
                "UPDATE " + table + " SET voided = TRUE, voided_by = ?, date_voided = NOW(), void_reason = ?"
                        + " WHERE uuid = ? AND voided = FALSE",
                PlatformService.creator(),
                reason,
                uuid);
    }

    static Integer idOf(OpenmrsObject object) {
        return object == null ? null : object.getId();
    }

    static Integer coded(CodedOrFreeText what) {
        Concept concept = what.getCoded();
        return concept == null ? null : concept.getConceptId();
    }
}
