/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.platform.Actor;

/**
 * An answer's JSON object, field by field. It makes plain maps, because they look the same to every version of Jackson: the platform, and
 * a module that this one requires, each bring another, and neither sees annotations that were loaded from the other (ADR 3). It is no map
 * itself: Jackson remembers each class that it writes, for as long as the server runs, and with a class of ours the whole module.
 */
final class JsonObject {

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a field; one without a value is left out. */
    JsonObject with(String field, Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain != null) {
            fields.put(field, plain instanceof Instant instant ? iso(instant) : plain);
        }
        return this;
    }

    JsonObject with(String field, Actor actor) {
        return with(field, ref(actor.uuid(), actor.name()));
    }

    static Map<String, Object> ref(String uuid, String display) {
        return new JsonObject().with("uuid", uuid).with("display", display).asMap();
    }

    /** ISO 8601 with the server's offset, so that a reader needs to know nothing else. */
    static String iso(Instant instant) {
        return ISO.format(OffsetDateTime.ofInstant(instant, ZoneId.systemDefault()));
    }

    Map<String, Object> asMap() {
        return fields;
    }
}
