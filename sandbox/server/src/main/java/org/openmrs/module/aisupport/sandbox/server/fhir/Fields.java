/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The elements of a resource or data type, in order. FHIR has neither null nor empty lists, so these are passed over. */
final class Fields {

    private static final String SECURITY = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final Map<String, Object> elements = new LinkedHashMap<>();

    private Fields() {}

    static Fields of(String element, Object value) {
        return new Fields().with(element, value);
    }

    /** A resource by its type, its id and when it was last changed, which is its version too. */
    static Fields resource(String type, Object id, Object changed) {
        Fields meta = of("versionId", changed instanceof Date date ? String.valueOf(date.getTime()) : null)
                .with("lastUpdated", instant(changed));
        return of("resourceType", type).with("id", id).with("meta", meta);
    }

    Fields with(String element, Object value) {
        Object plain = plain(value);
        if (plain != null) {
            elements.put(element, plain);
        }
        return this;
    }

    /** Something that belongs into the resource's {@code meta}. */
    Fields withMeta(String element, Object value) {
        @SuppressWarnings("unchecked") // made in resource()
        Map<String, Object> meta =
                (Map<String, Object>) elements.computeIfAbsent("meta", name -> new LinkedHashMap<>());
        of(element, value).elements.forEach(meta::put);
        return this;
    }

    /** Marked, as FHIR wants, where a caller asked for less than the whole: the narrative is missing. */
    Fields subsetted(boolean isSubset) {
        if (isSubset) {
            Object tag = of("system", SECURITY)
                    .with("code", "SUBSETTED")
                    .with("display", "Resource encoded in summary mode");
            Object before = elements.get("meta") instanceof Map<?, ?> meta ? meta.get("tag") : null;
            withMeta("tag", before instanceof List<?> tags ? concat(tags, tag) : List.of(tag));
        }
        return this;
    }

    Map<String, Object> toMap() {
        return elements;
    }

    private static List<Object> concat(List<?> all, Object last) {
        List<Object> longer = new java.util.ArrayList<>(all);
        longer.add(last);
        return longer;
    }

    private static Object plain(Object value) {
        if (value instanceof Fields fields) {
            return fields.elements.isEmpty() ? null : fields.elements;
        }
        if (value instanceof Collection<?> all) {
            List<Object> present = all.stream()
                    .map(Fields::plain)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            return present.isEmpty() ? null : present;
        }
        return value;
    }

    static String instant(Object date) {
        return format(date, INSTANT);
    }

    static String dateTime(Object date) {
        return format(date, DATE_TIME);
    }

    static String date(Object date, String pattern) {
        return format(date, DateTimeFormatter.ofPattern(pattern));
    }

    private static String format(Object date, DateTimeFormatter form) {
        return date instanceof Date moment
                ? form.format(Instant.ofEpochMilli(moment.getTime()).atZone(ZoneId.systemDefault()))
                : null;
    }
}
