/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.sandbox.server.rest;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openmrs.module.aisupport.sandbox.server.platform.Privileges;

/** What was posted for one new entity, or for a part of it. Gathers what is wrong with it. */
final class Submission {

    private final Map<?, ?> properties;
    private final String path;
    private final Entities entities;
    private final InvalidSubmission problems;

    private Submission(Map<?, ?> properties, String path, Entities entities, InvalidSubmission problems) {
        this.properties = properties;
        this.path = path;
        this.entities = entities;
        this.problems = problems;
    }

    Submission(Map<?, ?> properties, Entities entities) {
        this(properties, "", entities, new InvalidSubmission());
    }

    /** Refuses what it does not know, rather than losing it in silence. */
    Submission accepting(String... names) {
        Set<Object> others = new LinkedHashSet<>(properties.keySet());
        others.removeAll(Arrays.asList(names));
        others.remove("uuid");
        if (!others.isEmpty()) {
            throw new RestException.Conversion("Some properties are not allowed to be set: " + joined(others));
        }
        return this;
    }

    Submission requiring(String... names) {
        Set<Object> missing = new LinkedHashSet<>(Arrays.asList(names));
        missing.removeAll(properties.keySet());
        if (!missing.isEmpty()) {
            throw new RestException.Conversion("Some required properties are missing: " + joined(missing));
        }
        return this;
    }

    /** True if it is there, be it null. */
    boolean names(String property) {
        return properties.containsKey(property);
    }

    boolean has(String property) {
        return properties.get(property) != null;
    }

    /** Null where there is none. */
    Object get(String property) {
        return properties.get(property);
    }

    String text(String property) {
        return has(property) ? get(property).toString() : null;
    }

    String textOr(String property, String otherwise) {
        return has(property) ? text(property) : otherwise;
    }

    boolean isBlank(String property) {
        return textOr(property, "").isBlank();
    }

    LocalDateTime time(String property) {
        return has(property) ? PostedTime.parse(text(property)) : null;
    }

    LocalDateTime timeOr(String property, LocalDateTime otherwise) {
        return has(property) ? time(property) : otherwise;
    }

    String uuid() {
        return textOr("uuid", UUID.randomUUID().toString());
    }

    /** What must be one of the constants of OpenMRS's enumeration, in whatever case. */
    String choice(String property, List<String> constants) {
        String constant = has(property) ? text(property).toUpperCase(Locale.ROOT) : null;
        if (constant != null && !constants.contains(constant)) {
            throw new RestException.Conversion(property + " is none of " + constants);
        }
        return constant;
    }

    /** The entity whose UUID is given; null, and rejected with the validator's code, where there is none. */
    Row required(String property, String entity, String code) {
        if (!has(property)) {
            reject(property, code, property + " is required");
            return null;
        }
        return find(property, entity, code);
    }

    /** The entity whose UUID is given, or null where none is. OpenMRS passes over a UUID that it does not know; here it is rejected. */
    Row optional(String property, String entity) {
        return has(property) ? find(property, entity, "error.null") : null;
    }

    private Row find(String property, String entity, String code) {
        Privileges.require(RestTypes.ofEntity(entity).privilege());
        String uuid = get(property) instanceof Map<?, ?> map ? String.valueOf(map.get("uuid")) : text(property);
        Row found = entities.byUuid(entity, uuid).orElse(null);
        if (found == null) {
            reject(property, code, "there is no " + entity + " with the uuid " + uuid);
        }
        return found;
    }

    Submission part(String property) {
        return part(property, get(property));
    }

    List<Submission> parts(String property) {
        if (!has(property)) {
            return List.of();
        }
        if (!(get(property) instanceof List<?> all)) {
            throw new RestException.Conversion(property + " is not a list");
        }
        List<Submission> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            parts.add(part(property + "[" + i + "]", all.get(i)));
        }
        return parts;
    }

    private Submission part(String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new RestException.Conversion(path + name + " is not an object");
        }
        return new Submission(map, path + name + ".", entities, problems);
    }

    void reject(String property, String code, String message) {
        problems.reject(path + property, code, message);
    }

    void rejectAsAWhole(String code, String message) {
        problems.reject(code, message);
    }

    /** To be called before anything is written. */
    void throwIfInvalid() {
        problems.throwIfAny();
    }

    private static String joined(Set<Object> names) {
        return String.join(", ", names.stream().map(String::valueOf).toList());
    }
}
