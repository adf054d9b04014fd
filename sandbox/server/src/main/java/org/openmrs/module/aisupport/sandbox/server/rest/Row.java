/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

/** One entity, as Hibernate gives it where entities have no class: by the names of its properties. */
public record Row(Map<?, ?> properties) {

    private static final String TYPE = "$type$"; // where Hibernate keeps the name of the entity

    /** True if a value is an entity and not a mere group of properties. */
    static boolean isEntity(Object value) {
        return value instanceof Map<?, ?> map && map.get(TYPE) != null;
    }

    String entity() {
        return (String) properties.get(TYPE);
    }

    public boolean isA(String shortName) {
        return entity().endsWith("." + shortName);
    }

    public Object get(String property) {
        return properties.get(property);
    }

    public String text(String property) {
        Object value = get(property);
        return value == null ? "" : value.toString();
    }

    public boolean is(String property) {
        return Boolean.TRUE.equals(get(property));
    }

    /** The entity or group at a property; null if there is none. */
    public Row row(String property) {
        return get(property) instanceof Map<?, ?> map ? new Row(map) : null;
    }

    /** The entities of a collection, without those that were voided. */
    public Stream<Row> rows(String property) {
        return every(property).filter(each -> !each.is("voided"));
    }

    Stream<Row> every(String property) {
        Collection<?> all = (Collection<?>) get(property);
        return all.stream().map(each -> new Row((Map<?, ?>) each));
    }
}
