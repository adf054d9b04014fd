/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.validation.Problems;

/** A request's JSON object, read field by field. What has the wrong type, and what nobody asked for, is named. */
final class JsonBody {

    private final JsonNode node;
    private final String path;
    private final Problems problems;
    private final Set<String> read = new HashSet<>();
    private final List<JsonBody> children = new ArrayList<>();

    JsonBody(JsonNode node) {
        this(node, "", new Problems());
    }

    private JsonBody(JsonNode node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    String text(String field) {
        JsonNode value = take(field);
        return isType(value.isTextual(), value, field, "a text") ? value.textValue() : null;
    }

    /** Empty when it is absent, and then noted as missing. */
    String requiredText(String field) {
        String text = text(field);
        require(field);
        return text == null ? "" : text;
    }

    boolean requiredFlag(String field) {
        boolean flag = flag(field);
        require(field);
        return flag;
    }

    int requiredInteger(String field) {
        Optional<Integer> number = integer(field);
        require(field);
        return number.orElse(0);
    }

    long requiredLong(String field) {
        JsonNode value = take(field);
        boolean fits = value.isIntegralNumber() && value.canConvertToLong();
        require(field);
        return isType(fits, value, field, "a whole number") ? value.longValue() : 0;
    }

    List<String> requiredTexts(String field) {
        List<String> texts = texts(field);
        require(field);
        return texts;
    }

    /** What is there and of the wrong type has its own complaint. */
    private void require(String field) {
        problems.check(!take(field).isMissingNode(), path + field, "required", "Give " + field + ".");
    }

    boolean flag(String field) {
        JsonNode value = take(field);
        return isType(value.isBoolean(), value, field, "true or false") && value.booleanValue();
    }

    Optional<Integer> integer(String field) {
        JsonNode value = take(field);
        boolean fits = value.isIntegralNumber() && value.canConvertToInt();
        return isType(fits, value, field, "a whole number") ? Optional.of(value.intValue()) : Optional.empty();
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
        String name = text(field);
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
        problems.check(
                name == null || found.isPresent(),
                path + field,
                "unknown",
                "Use one of " + Arrays.toString(type.getEnumConstants()) + ".");
        return found.orElse(null);
    }

    /** Null when the field is absent. */
    Instant instant(String field) {
        String text = text(field);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            problems.check(
                    false, path + field, "wrongType", "Give an instant with offset, such as 2026-01-31T08:00:00Z.");
            return null;
        }
    }

    List<String> texts(String field) {
        JsonNode list = take(field);
        List<String> texts = new ArrayList<>();
        if (isType(list.isArray(), list, field, "a list of texts")) {
            for (JsonNode item : list) {
                if (isType(item.isTextual(), item, field, "a list of texts")) {
                    texts.add(item.textValue());
                }
            }
        }
        return texts;
    }

    /** Empty when the field is absent. */
    Optional<JsonBody> object(String field) {
        JsonNode value = take(field);
        if (!isType(value.isObject(), value, field, "an object")) {
            return Optional.empty();
        }
        JsonBody child = new JsonBody(value, path + field + ".", problems);
        children.add(child);
        return Optional.of(child);
    }

    /** Empty when the field is absent. */
    List<JsonBody> objects(String field) {
        JsonNode list = take(field);
        List<JsonBody> objects = new ArrayList<>();
        if (isType(list.isArray(), list, field, "a list of objects")) {
            for (JsonNode item : list) {
                if (isType(item.isObject(), item, field, "a list of objects")) {
                    objects.add(new JsonBody(item, path + field + "." + objects.size() + ".", problems));
                }
            }
        }
        children.addAll(objects);
        return objects;
    }

    Problems problems() {
        return problems;
    }

    /** Call when everything has been read. */
    void refuseWrong() {
        noteUnknown();
        problems.refuseIfAny();
    }

    private void noteUnknown() {
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            problems.check(read.contains(name), path + name, "unknownField", "Leave it out; nothing here reads it.");
        }
        children.forEach(JsonBody::noteUnknown);
    }

    private JsonNode take(String field) {
        read.add(field);
        JsonNode value = node.path(field);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private boolean isType(boolean matches, JsonNode value, String field, String expected) {
        problems.check(matches || value.isMissingNode(), path + field, "wrongType", "Give " + expected + ".");
        return matches;
    }
}
