/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.seed;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Writes rows by column names. */
public final class Rows {

    private final JdbcTemplate jdbc;

    public Rows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of one table, column by column. */
    public static Row of(String table) {
        return new Row(table);
    }

    public static final class Row {
        private final String table;
        private final Map<String, Object> columns = new LinkedHashMap<>();

        private Row(String table) {
            this.table = table;
        }

        public Row with(String column, Object value) {
            columns.put(column, value);
            return this;
        }

        private String sql() {
            return "INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }
    }

    /** The key that the database made for it. */
    public int insert(Row row) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement statement =
                            connection.prepareStatement(row.sql(), PreparedStatement.RETURN_GENERATED_KEYS);
                    int index = 1;
                    for (Object value : row.columns.values()) {
                        statement.setObject(index++, value);
                    }
                    return statement;
                },
                key);
        return Objects.requireNonNull(key.getKey(), row.table).intValue();
    }

    /** For tables whose key is given. */
    public void insertKeyed(Row row) {
        jdbc.update(row.sql(), row.columns.values().toArray());
    }

    /** Many rows of one table with the same columns at once. */
    void insertAll(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Object[]> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.columns.values().toArray()));
        jdbc.batchUpdate(rows.get(0).sql(), values);
    }

    <T> T one(String sql, RowMapper<T> mapper, Object key) {
        return jdbc.queryForObject(sql, mapper, key);
    }

    int id(String table, String column, Object key, String idColumn) {
        Integer id = jdbc.queryForObject(
                "SELECT " + idColumn + " FROM " + table + " WHERE " + column + " = ?", Integer.class, key);
        return Objects.requireNonNull(id);
    }
}
