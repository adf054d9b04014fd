/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.UUID;
import org.openmrs.module.aisupport.sandbox.server.platform.Account;
import org.openmrs.module.aisupport.sandbox.server.platform.CurrentThread;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes attributes. Its methods are public, since a proxy of another class loader would pass over anything less. */
@Component
@Transactional
public class PersonAttributeRows {

    private final JdbcTemplate jdbc;

    PersonAttributeRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Voids what the person has of that type and adds the value; answers its uuid. */
    public String replace(Row person, Row type, String value) {
        Object personId = person.get("personId");
        Object typeId = type.get("personAttributeTypeId");
        // By key and not in one update, which would lock the gaps between the rows and deadlock with another one.
        jdbc.queryForList(
                        "SELECT uuid FROM person_attribute WHERE person_id = ? AND person_attribute_type_id = ? AND voided = FALSE",
                        String.class,
                        personId,
                        typeId)
                .forEach(old -> voidIt(old, "New value: " + value));
        String uuid = UUID.randomUUID().toString();
        jdbc.update(
                "INSERT INTO person_attribute (person_id, value, person_attribute_type_id, creator, uuid) VALUES (?, ?, ?, ?, ?)",
                personId,
                value,
                typeId,
                user(),
                uuid);
        return uuid;
    }

    public void overwrite(Row attribute, String value) {
        jdbc.update(
                "UPDATE person_attribute SET value = ?, changed_by = ?, date_changed = NOW() WHERE uuid = ?",
                value,
                user(),
                attribute.get("uuid"));
    }

    public void voidIt(Row attribute, String reason) {
        voidIt(attribute.text("uuid"), reason);
    }

    private void voidIt(String uuid, String reason) {
        jdbc.update(
                "UPDATE person_attribute SET voided = TRUE, voided_by = ?, date_voided = NOW(), void_reason = ? WHERE uuid = ?",
                user(),
                reason,
                uuid);
    }

    public void purge(Row attribute) {
        jdbc.update("DELETE FROM person_attribute WHERE uuid = ?", attribute.get("uuid"));
    }

    private static int user() {
        return CurrentThread.account().map(Account::userId).orElseThrow();
    }
}
