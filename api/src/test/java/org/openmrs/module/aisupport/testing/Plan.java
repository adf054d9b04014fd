/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the database means to answer a query. */
public record Plan(List<Step> steps) {

    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z]+)");

    /** One table of it. */
    public record Step(String table, String type, String key, long rows) {

        /** What the query itself has made, such as a common table expression, which has no key to be reached by. */
        public boolean isOfTheQueryItself() {
            return table == null || table.startsWith("<") || table.equals("one");
        }
    }

    public static Plan of(String sql, Map<String, Object> parameters) {
        List<Object> values = new ArrayList<>();
        String positional = PARAMETER.matcher(sql).replaceAll(match -> marks(parameters.get(match.group(1)), values));
        try (Connection connection = Database.dataSource().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain " + positional)) {
            for (int i = 0; i < values.size(); i++) {
                explain.setObject(i + 1, values.get(i));
            }
            return new Plan(steps(explain.executeQuery()));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String marks(Object value, List<Object> values) {
        Collection<?> each = value instanceof Collection<?> many ? many : Collections.singletonList(value);
        values.addAll(each);
        return Matcher.quoteReplacement(String.join(", ", Collections.nCopies(each.size(), "?")));
    }

    private static List<Step> steps(ResultSet rows) throws SQLException {
        List<Step> steps = new ArrayList<>();
        while (rows.next()) {
            steps.add(new Step(
                    rows.getString("table"), rows.getString("type"), rows.getString("key"), rows.getLong("rows")));
        }
        return steps;
    }
}
