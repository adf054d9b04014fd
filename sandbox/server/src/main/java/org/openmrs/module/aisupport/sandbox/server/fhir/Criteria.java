/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.util.HashMap;
import java.util.Map;

/** A search in HQL, of which the entity is called {@code x}. */
final class Criteria {

    private final String entity;
    private final String order;
    private final StringBuilder conditions = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new HashMap<>();

    Criteria(String entity, String order) {
        this.entity = entity;
        this.order = order;
    }

    Criteria and(String condition) {
        conditions.append(" and (").append(condition).append(')');
        return this;
    }

    /** @param name what the value is called in the condition */
    Criteria and(String condition, String name, Object value) {
        values.put(name, value);
        return and(condition);
    }

    Map<String, Object> values() {
        return values;
    }

    String rows() {
        return "select x " + from() + " order by " + order;
    }

    String count() {
        return "select count(x) " + from();
    }

    private String from() {
        return "from " + entity + " x where " + conditions;
    }
}
