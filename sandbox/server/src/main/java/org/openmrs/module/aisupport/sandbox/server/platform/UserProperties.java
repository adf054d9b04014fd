/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a user wants remembered, by name. */
@Component
@Transactional
public class UserProperties {

    private final JdbcTemplate jdbc;

    UserProperties(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public Map<String, String> of(int userId) {
        Map<String, String> properties = new LinkedHashMap<>();
        jdbc.query(
                "SELECT property, property_value FROM user_property WHERE user_id = ? ORDER BY property",
                row -> {
                    properties.put(row.getString(1), row.getString(2));
                },
                userId);
        return properties;
    }

    /** These and no others. */
    public void replace(int userId, Map<String, String> properties) {
        jdbc.update("DELETE FROM user_property WHERE user_id = ?", userId);
        properties.forEach((property, value) -> jdbc.update(
                "INSERT INTO user_property (user_id, property, property_value) VALUES (?, ?, ?)",
                userId,
                property,
                value));
    }
}
