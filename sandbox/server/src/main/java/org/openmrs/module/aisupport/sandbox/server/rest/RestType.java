/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** One kind of entity in the answers: its address, the words that stand for it, and the properties of each level. */
final class RestType {

    private final String alias;
    private final Map<String, Function<Row, Object>> computed = new LinkedHashMap<>();
    private String privilege = "";
    private Function<Row, String> display = row -> row.text("name");
    private Function<Row, String> address;
    private Spec byDefault = Spec.properties("(uuid,display,name,description,retired)");
    private Spec full = byDefault;

    private RestType(String alias) {
        this.alias = alias;
        this.address = row -> alias + "/" + row.text("uuid");
    }

    static RestType of(String alias) {
        return new RestType(alias);
    }

    /** What its service requires of whoever asks for it by itself. */
    RestType needs(String required) {
        privilege = required;
        return this;
    }

    RestType shownAs(Function<Row, String> words) {
        display = words;
        return this;
    }

    RestType at(Function<Row, String> path) {
        address = path;
        return this;
    }

    RestType byDefault(String properties) {
        byDefault = Spec.properties("(" + properties + ")");
        full = byDefault;
        return this;
    }

    RestType full(String properties) {
        full = Spec.properties("(" + properties + ")");
        return this;
    }

    /** A property that the entity does not hold under this name, or not in this form. */
    RestType with(String property, Function<Row, Object> value) {
        computed.put(property, value);
        return this;
    }

    String alias() {
        return alias;
    }

    String privilege() {
        return privilege;
    }

    String display(Row row) {
        return display.apply(row);
    }

    String address(Row row) {
        return address.apply(row);
    }

    Spec byDefault() {
        return byDefault;
    }

    Spec full() {
        return full;
    }

    Object value(Row row, String property) {
        Function<Row, Object> special = computed.get(property);
        if (special != null) {
            return special.apply(row);
        }
        return property.equals("display") ? display(row) : row.get(property);
    }

    /** An entity that is to be shown as a certain type, whatever it is otherwise: a patient as a person. */
    record Shown(RestType type, Row row) {}
}
