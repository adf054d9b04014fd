/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns entities into what is sent: as much of each as was asked for, with links, and dates as webservices.rest writes them. */
final class Renderer {

    private static final DateTimeFormatter DATES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final String base;

    /** @param base the address of {@code /ws/rest/v1/} as the caller sees it */
    Renderer(String base) {
        this.base = base;
    }

    Object render(Row row, Spec spec) {
        return render(RestTypes.of(row), row, spec);
    }

    Map<String, Object> render(RestType type, Row row, Spec spec) {
        Map<String, Object> shown = new LinkedHashMap<>();
        switch (spec.level()) {
            case REF -> {
                shown.put("uuid", row.get("uuid"));
                shown.put("display", type.display(row));
            }
            case DEFAULT -> put(shown, type, row, type.byDefault());
            case FULL -> put(shown, type, row, type.full());
            case CUSTOM -> {
                put(shown, type, row, spec);
                return shown; // whoever names properties gets these and no links, unless named
            }
        }
        shown.put("links", links(type, row, spec.level()));
        return shown;
    }

    private void put(Map<String, Object> shown, RestType type, Row row, Spec spec) {
        spec.properties()
                .forEach((property, of) -> shown.put(
                        property,
                        property.equals("links")
                                ? links(type, row, Spec.Level.REF)
                                : value(type.value(row, property), of)));
    }

    private Object value(Object value, Spec spec) {
        if (value instanceof RestType.Shown shown) {
            return shown.row() == null ? null : render(shown.type(), shown.row(), spec);
        }
        if (value instanceof Row row) {
            return render(row, spec);
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(each -> value(each, spec)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return Row.isEntity(map) ? render(new Row(map), spec) : group(map, spec);
        }
        if (value instanceof Date date) {
            return DATES.format(Instant.ofEpochMilli(date.getTime()).atZone(ZoneId.systemDefault()));
        }
        return value instanceof Locale ? value.toString() : value;
    }

    private Map<String, Object> group(Map<?, ?> group, Spec spec) {
        Map<String, Object> shown = new LinkedHashMap<>();
        group.forEach((name, value) -> {
            boolean wanted =
                    spec.level() != Spec.Level.CUSTOM || spec.properties().containsKey(name);
            if (wanted) {
                shown.put((String) name, value(value, spec.properties().getOrDefault(name, Spec.REF)));
            }
        });
        return shown;
    }

    private List<Map<String, Object>> links(RestType type, Row row, Spec.Level level) {
        String uri = base + type.address(row);
        Map<String, Object> self = link("self", uri, type.alias());
        return level == Spec.Level.DEFAULT ? List.of(self, link("full", uri + "?v=full", type.alias())) : List.of(self);
    }

    private static Map<String, Object> link(String rel, String uri, String alias) {
        return ChartTypes.group("rel", rel, "uri", uri, "resourceAlias", alias);
    }
}
